package io.permanence.store.delivery;

import io.permanence.model.PhoneNumber;
import io.permanence.model.Urgency;
import io.permanence.model.delivery.Delivery;
import io.permanence.model.delivery.Message;
import io.permanence.model.delivery.MessageKind;
import io.permanence.model.delivery.Target;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.permanence.store.intake.GivenAnswers;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What a delivery says and where it goes, read at the moment it is to be sent. */
public final class Targets {
  private static final String MESSAGE =
      """
      select o.kind, c.language, c.zone, c.name, n.caller_name, coalesce(n.caller_number, k.caller),
        coalesce(n.request, encode(p.code_sealed, 'base64')), n.urgency,
        coalesce(n.sent_at, k.arrived_at, p.sent_at), o.created_at,
        o.kind = 'INCOMING_CALL' and coalesce(k.answered_at, k.ended_at) is not null,
        coalesce(n.callback_wanted, false), cast(coalesce(n.answers, '{}') as text),
        cast(coalesce(n.asked, '[]') as text)
      from outbox o
      join customer c on c.customer_id = o.customer_id
      left join note n on n.customer_id = o.customer_id and n.id = o.subject_id
        and n.state = 'SENT'
      left join call k on k.customer_id = o.customer_id and k.id = o.subject_id
      left join number_proof p on p.customer_id = o.customer_id and p.id = o.subject_id
        and p.code_sealed is not null
      where o.customer_id = ?1 and o.id = ?2""";
  private static final String DEVICE =
      """
      select d.token, consent_holds(d.consent_id), exists (select from retired_address r
        where r.customer_id = d.customer_id and r.device_id = d.id)
      from device d where d.customer_id = ?1 and d.id = ?2""";

  private Targets() {}

  /**
   * Reads message and address. A push device's consent is checked here and held until the
   * transaction ends (E6).
   */
  public static Future<Target> of(Tx tx, Delivery delivery) {
    return tx.rows(MESSAGE, delivery.customer().value(), delivery.outbox())
        .map(rows -> message(delivery.subject(), rows))
        .compose(
            message ->
                delivery
                    .device()
                    .map(device -> device(tx, delivery, device, message))
                    .orElseGet(
                        () ->
                            Future.succeededFuture(
                                new Target(message, Optional.empty(), true, false))));
  }

  private static Future<Target> device(
      Tx tx, Delivery delivery, UUID device, Optional<Message> message) {
    return tx.rows(DEVICE, delivery.customer().value(), device)
        .map(
            rows ->
                rows.stream()
                    .map(Row::new)
                    .findFirst()
                    .map(
                        row ->
                            new Target(message, Optional.of(row.text(0)), row.flag(1), row.flag(2)))
                    .orElseGet(() -> new Target(message, Optional.empty(), true, false)));
  }

  private static Optional<Message> message(UUID subject, List<Object[]> rows) {
    return rows.stream()
        .map(Row::new)
        .findFirst()
        .flatMap(row -> row.maybe(8, row::instant).map(at -> message(subject, row, at)));
  }

  private static Message message(UUID subject, Row row, Instant at) {
    return new Message(
        MessageKind.valueOf(row.text(0)),
        subject,
        Locale.of(row.text(1)),
        ZoneId.of(row.text(2)),
        row.text(3),
        row.maybe(4, row::text).orElse(""),
        row.maybe(5, row::text).map(PhoneNumber::new),
        row.maybe(6, row::text).orElse(""),
        GivenAnswers.byWords(row.text(12), row.text(13)),
        row.flag(11),
        row.maybe(7, row::text).map(Urgency::valueOf).orElse(Urgency.NORMAL),
        at,
        row.instant(9),
        row.flag(10));
  }
}
