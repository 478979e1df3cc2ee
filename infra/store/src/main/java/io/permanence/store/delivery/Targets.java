package io.permanence.store.delivery;

import io.permanence.model.PhoneNumber;
import io.permanence.model.Urgency;
import io.permanence.model.delivery.Delivery;
import io.permanence.model.delivery.Message;
import io.permanence.model.delivery.MessageKind;
import io.permanence.model.delivery.Target;
import io.permanence.model.id.CustomerId;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.permanence.store.intake.GivenAnswers;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a delivery says and where it goes, read at the moment it is to be sent. */
public final class Targets {
  private static final String MESSAGE =
      """
      select d.id, o.kind, c.language, c.zone, c.name, n.caller_name, coalesce(n.caller_number, k.caller),
        coalesce(n.request, encode(p.code_sealed, 'base64')), n.urgency,
        coalesce(n.sent_at, k.arrived_at, p.sent_at), o.created_at,
        o.kind = 'INCOMING_CALL' and coalesce(k.answered_at, k.ended_at) is not null,
        coalesce(n.callback_wanted, false), cast(coalesce(n.answers, '{}') as text),
        cast(coalesce(n.asked, '[]') as text), v.token,
        case when v.id is not null then consent_holds(v.consent_id) end,
        exists (select from retired_address r where r.customer_id = ?1 and r.device_id = v.id)
      from jsonb_to_recordset(cast(cast(?2 as text) as jsonb)) as d(id uuid, outbox uuid, device uuid)
      join outbox o on o.customer_id = ?1 and o.id = d.outbox
      join customer c on c.customer_id = o.customer_id
      left join note n on n.customer_id = o.customer_id and n.id = o.subject_id
        and n.state = 'SENT'
      left join call k on k.customer_id = o.customer_id and k.id = o.subject_id
      left join number_proof p on p.customer_id = o.customer_id and p.id = o.subject_id
        and p.code_sealed is not null
      left join device v on v.customer_id = o.customer_id and v.id = d.device""";

  /** Of a delivery whose outbox entry is gone. */
  private static final Target GONE = new Target(Optional.empty(), Optional.empty(), true, false);

  private Targets() {}

  /**
   * Reads message and address of a customer's deliveries, by their ids. A push device's consent is
   * checked here and held until the transaction ends (E6).
   */
  public static Future<Map<UUID, Target>> of(
      Tx tx, CustomerId customer, List<Delivery> deliveries) {
    JsonArray json = new JsonArray(deliveries.stream().map(Targets::json).toList());
    return tx.rows(MESSAGE, customer.value(), json.encode())
        .map(
            rows -> {
              Map<UUID, Target> targets = new HashMap<>();
              Map<UUID, Row> found = new HashMap<>();
              rows.stream().map(Row::new).forEach(row -> found.put(row.uuid(0), row));
              for (Delivery delivery : deliveries) {
                Row row = found.get(delivery.id());
                targets.put(delivery.id(), row == null ? GONE : target(delivery.subject(), row));
              }
              return targets;
            });
  }

  private static JsonObject json(Delivery delivery) {
    return new JsonObject()
        .put("id", delivery.id().toString())
        .put("outbox", delivery.outbox().toString())
        .put("device", delivery.device().map(UUID::toString).orElse(null));
  }

  private static Target target(UUID subject, Row row) {
    return new Target(
        row.maybe(9, row::instant).map(at -> message(subject, row, at)),
        row.maybe(15, row::text),
        row.maybe(16, row::flag).orElse(true),
        row.flag(17));
  }

  private static Message message(UUID subject, Row row, Instant at) {
    return new Message(
        MessageKind.valueOf(row.text(1)),
        subject,
        Locale.of(row.text(2)),
        ZoneId.of(row.text(3)),
        row.text(4),
        row.maybe(5, row::text).orElse(""),
        row.maybe(6, row::text).map(PhoneNumber::new),
        row.maybe(7, row::text).orElse(""),
        GivenAnswers.byWords(row.text(13), row.text(14)),
        row.flag(12),
        row.maybe(8, row::text).map(Urgency::valueOf).orElse(Urgency.NORMAL),
        at,
        row.instant(10),
        row.flag(11));
  }
}
