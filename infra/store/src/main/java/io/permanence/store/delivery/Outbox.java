package io.permanence.store.delivery;

import io.permanence.model.PhoneNumber;
import io.permanence.model.Urgency;
import io.permanence.model.delivery.Audience;
import io.permanence.model.delivery.Channel;
import io.permanence.model.delivery.MessageKind;
import io.permanence.model.delivery.OutboxEntry;
import io.permanence.model.delivery.PlannedDelivery;
import io.permanence.model.delivery.Preference;
import io.permanence.model.delivery.PushDevice;
import io.permanence.model.delivery.QuietHours;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.Id;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is to be told, and whom it may reach. */
public final class Outbox {
  private static final String APPEND =
      """
      insert into outbox (customer_id, id, kind, subject_id, created_at)
      values (?1, ?2, ?3, ?4, ?5)""";
  private static final String CLAIM =
      """
      select customer_id, id, kind, subject_id, created_at, attempts
      from claim_outbox(?1, ?2, ?3)""";
  private static final String SETTINGS =
      """
      select o.id, c.zone, coalesce(n.urgency, 'NORMAL')
      from outbox o join customer c on c.customer_id = o.customer_id
      left join note n on n.customer_id = o.customer_id and n.id = o.subject_id
      where o.customer_id = ?1
        and o.id in (select cast(jsonb_array_elements_text(cast(cast(?2 as text) as jsonb)) as uuid))""";
  private static final String PREFERENCES =
      """
      select account_id, channel, urgency, enabled, address, quiet_from, quiet_to, incoming_calls
      from notification_preference where customer_id = ?1
      order by account_id, channel, urgency""";
  private static final String DEVICES =
      """
      select d.id, d.account_id from device d
      where d.customer_id = ?1 and not exists (select from retired_address r
        where r.customer_id = d.customer_id and r.device_id = d.id)
      order by d.registered_at, d.id""";
  private static final String FANNED_OUT =
      """
      with added as (
        insert into delivery (customer_id, id, outbox_id, subject_id, account_id, channel,
          device_id, address, state, due_at, created_at, updated_at)
        select ?1, d.id, d.outbox, d.subject, d.account, d.channel, d.device, d.address, 'QUEUED',
          d.due, ?4, ?4
        from jsonb_to_recordset(cast(cast(?3 as text) as jsonb)) as d(id uuid, outbox uuid,
          subject uuid, account uuid, channel text, device uuid, address text, due timestamptz)
        on conflict do nothing)
      update outbox set done_at = ?4, claimed_until = null where customer_id = ?1
        and id in (select cast(jsonb_array_elements_text(cast(cast(?2 as text) as jsonb)) as uuid))""";
  private static final String PARK =
      """
      update outbox set done_at = ?3, claimed_until = null, parked_why = ?4
      where customer_id = ?1 and id = ?2""";

  private Outbox() {}

  /**
   * Decides, in the transaction of what happened, that it is told (C2). Any module may call it.
   *
   * @param subject the note, or for the other kinds the call
   */
  public static Future<Void> append(
      Tx tx, CustomerId customer, MessageKind kind, UUID subject, Instant now) {
    return tx.execute(APPEND, customer.value(), Id.next(), kind.name(), subject, now).mapEmpty();
  }

  /** A number that a code is sent to, and who asked for it. */
  public record ToBeProven(AccountId account, PhoneNumber number) {}

  /** The number of an entry that carries a code; absent when the number was removed since. */
  public static Future<Optional<ToBeProven>> toBeProven(Tx tx, OutboxEntry entry) {
    return tx.rows(
            "select account_id, number from number_proof where customer_id = ?1 and id = ?2",
            entry.customer().value(),
            entry.subject())
        .map(
            rows ->
                rows.stream()
                    .map(Row::new)
                    .map(
                        row ->
                            new ToBeProven(
                                new AccountId(row.uuid(0)), new PhoneNumber(row.text(1))))
                    .findFirst());
  }

  /** Takes up to so many entries, oldest first, that nobody else is working on. */
  public static Future<List<OutboxEntry>> claim(Tx tx, Instant now, Instant leaseUntil, int most) {
    return tx.rows(CLAIM, now, leaseUntil, most)
        .map(rows -> rows.stream().map(cells -> entry(new Row(cells))).toList());
  }

  /** Whom a customer's entries may reach, by their ids; nobody for one that is gone. */
  public static Future<Map<UUID, Audience>> audiences(
      Tx tx, CustomerId customer, List<OutboxEntry> entries) {
    return tx.rows(SETTINGS, customer.value(), ids(entries))
        .compose(
            settings ->
                tx.rows(PREFERENCES, customer.value())
                    .compose(
                        chosen ->
                            tx.rows(DEVICES, customer.value())
                                .map(devices -> audiences(settings, chosen, devices))));
  }

  /**
   * A customer's entries have these deliveries, all of them or none; one that is there already
   * stays as it is.
   */
  public static Future<Void> fannedOut(
      Tx tx, CustomerId customer, Map<OutboxEntry, List<PlannedDelivery>> deliveries, Instant now) {
    JsonArray planned = new JsonArray();
    deliveries.forEach((entry, each) -> each.forEach(it -> planned.add(json(entry, it))));
    return tx.execute(FANNED_OUT, customer.value(), ids(deliveries.keySet()), planned.encode(), now)
        .mapEmpty();
  }

  private static String ids(Collection<OutboxEntry> entries) {
    return new JsonArray(entries.stream().map(entry -> entry.id().toString()).toList()).encode();
  }

  private static JsonObject json(OutboxEntry entry, PlannedDelivery delivery) {
    return new JsonObject()
        .put("id", Id.next().toString())
        .put("outbox", entry.id().toString())
        .put("subject", entry.subject().toString())
        .put("account", delivery.account().value().toString())
        .put("channel", delivery.channel().name())
        .put("device", delivery.device().map(UUID::toString).orElse(null))
        .put("address", delivery.address().orElse(null))
        .put("due", delivery.dueAt().toString());
  }

  /** The entry is set aside for a person to look at. */
  public static Future<Void> park(Tx tx, OutboxEntry entry, String why, Instant now) {
    return tx.execute(PARK, entry.customer().value(), entry.id(), now, why).mapEmpty();
  }

  private static OutboxEntry entry(Row row) {
    return new OutboxEntry(
        new CustomerId(row.uuid(0)),
        row.uuid(1),
        MessageKind.valueOf(row.text(2)),
        row.uuid(3),
        row.instant(4),
        row.whole(5));
  }

  private static Map<UUID, Audience> audiences(
      List<Object[]> settings, List<Object[]> chosen, List<Object[]> devices) {
    List<Preference> preferences =
        chosen.stream().map(cells -> preference(new Row(cells))).toList();
    List<PushDevice> reached =
        devices.stream()
            .map(Row::new)
            .map(row -> new PushDevice(row.uuid(0), new AccountId(row.uuid(1))))
            .toList();
    return settings.stream()
        .map(Row::new)
        .collect(
            Collectors.toMap(
                row -> row.uuid(0),
                row ->
                    new Audience(
                        ZoneId.of(row.text(1)),
                        Urgency.valueOf(row.text(2)),
                        preferences,
                        reached)));
  }

  private static Preference preference(Row row) {
    return new Preference(
        new AccountId(row.uuid(0)),
        Channel.valueOf(row.text(1)),
        Urgency.valueOf(row.text(2)),
        row.flag(3),
        row.maybe(4, row::text),
        row.maybe(5, row::time).map(from -> new QuietHours(from, row.time(6))),
        row.flag(7));
  }
}
