package io.permanence.store.delivery;

import io.permanence.model.PhoneNumber;
import io.permanence.model.Urgency;
import io.permanence.model.delivery.Audience;
import io.permanence.model.delivery.Channel;
import io.permanence.model.delivery.MessageKind;
import io.permanence.model.delivery.OutboxEntry;
import io.permanence.model.delivery.Preference;
import io.permanence.model.delivery.PushDevice;
import io.permanence.model.delivery.QuietHours;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.Id;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
  private static final String SETTING =
      """
      select c.zone, coalesce(n.urgency, 'NORMAL') from customer c
      left join note n on n.customer_id = c.customer_id and n.id = ?2
      where c.customer_id = ?1""";
  private static final String PREFERENCES =
      """
      select account_id, channel, urgency, enabled, address, quiet_from, quiet_to, incoming_calls
      from notification_preference where customer_id = ?1 and urgency = ?2
      order by account_id, channel""";
  private static final String DEVICES =
      """
      select d.id, d.account_id from device d
      where d.customer_id = ?1 and not exists (select from retired_address r
        where r.customer_id = d.customer_id and r.device_id = d.id)
      order by d.registered_at, d.id""";
  private static final String CLOSE =
      "update outbox set done_at = ?3, claimed_until = null where customer_id = ?1 and id = ?2";
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

  /** Whom this entry may reach. */
  public static Future<Audience> audience(Tx tx, OutboxEntry entry) {
    UUID customer = entry.customer().value();
    return tx.rows(SETTING, customer, entry.subject())
        .map(rows -> new Row(rows.getFirst()))
        .compose(
            setting ->
                tx.rows(PREFERENCES, customer, setting.text(1))
                    .compose(
                        chosen ->
                            tx.rows(DEVICES, customer)
                                .map(devices -> audience(setting, chosen, devices))));
  }

  /** The entry has its deliveries. */
  public static Future<Void> close(Tx tx, OutboxEntry entry, Instant now) {
    return tx.execute(CLOSE, entry.customer().value(), entry.id(), now).mapEmpty();
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

  private static Audience audience(Row setting, List<Object[]> chosen, List<Object[]> devices) {
    return new Audience(
        ZoneId.of(setting.text(0)),
        Urgency.valueOf(setting.text(1)),
        chosen.stream().map(cells -> preference(new Row(cells))).toList(),
        devices.stream()
            .map(Row::new)
            .map(row -> new PushDevice(row.uuid(0), new AccountId(row.uuid(1))))
            .toList());
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
