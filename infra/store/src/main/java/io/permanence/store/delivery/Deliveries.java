package io.permanence.store.delivery;

import io.permanence.model.delivery.Channel;
import io.permanence.model.delivery.Delivery;
import io.permanence.model.delivery.OutboxEntry;
import io.permanence.model.delivery.PlannedDelivery;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.Id;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Deliveries, from queued to sent or failed. A close with a definite "not taken" gives back the
 * claim's count of unsure sends. All but {@link #sent} touch the row only while the caller's claim
 * is the latest; what a gateway tells afterwards is {@link #receipt}.
 */
public final class Deliveries {
  private static final String ADD =
      """
      insert into delivery (customer_id, id, outbox_id, subject_id, account_id, channel, device_id,
        address, state, due_at, created_at, updated_at)
      values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'QUEUED', ?9, ?10, ?10) on conflict do nothing""";
  private static final String CLAIM =
      """
      select customer_id, id, outbox_id, subject_id, account_id, channel, device_id, address,
        attempts, unsure, abandoned, claimed_until
      from claim_deliveries(?1, ?2, ?3, ?4)""";
  private static final String SENT =
      """
      update delivery set state = 'SENT', provider_ref = ?3, why = null, claimed_until = null,
        updated_at = ?4
      where customer_id = ?1 and id = ?2 and state = 'QUEUED'""";
  private static final String AGAIN =
      """
      update delivery set due_at = ?4, why = ?5, unsure = unsure - ?6, claimed_until = null,
        updated_at = ?7
      where customer_id = ?1 and id = ?2 and state = 'QUEUED' and attempts = ?3""";
  private static final String FAILED =
      """
      update delivery set state = 'FAILED', why = ?4, claimed_until = null, updated_at = ?5
      where customer_id = ?1 and id = ?2 and state = 'QUEUED' and attempts = ?3""";
  private static final String RETIRE =
      """
      insert into retired_address (customer_id, device_id, at, why) values (?1, ?2, ?3, ?4)
      on conflict do nothing""";

  private static final String RECEIPT = "select receive_receipt(?1, ?2, ?3, ?4, ?5)";

  private Deliveries() {}

  /** Queues a delivery of an entry; one that is there already stays as it is. */
  public static Future<Void> add(Tx tx, OutboxEntry entry, PlannedDelivery delivery, Instant now) {
    return tx.execute(
            ADD,
            entry.customer().value(),
            Id.next(),
            entry.id(),
            entry.subject(),
            delivery.account().value(),
            delivery.channel().name(),
            delivery.device().orElse(null),
            delivery.address().orElse(null),
            delivery.dueAt(),
            now)
        .mapEmpty();
  }

  /** Takes up to so many due deliveries of a channel that nobody else is working on. */
  public static Future<List<Delivery>> claim(
      Tx tx, Channel channel, Instant now, Instant leaseUntil, int most) {
    return tx.rows(CLAIM, channel.name(), now, leaseUntil, most)
        .map(rows -> rows.stream().map(cells -> delivery(new Row(cells))).toList());
  }

  /** The provider took it. */
  public static Future<Void> sent(Tx tx, Delivery delivery, String providerRef, Instant now) {
    return tx.execute(SENT, delivery.customer().value(), delivery.id(), providerRef, now)
        .mapEmpty();
  }

  /**
   * It is tried again later.
   *
   * @param notTaken whether the provider certainly did not take it this time
   */
  public static Future<Void> again(
      Tx tx, Delivery delivery, Instant dueAt, String why, boolean notTaken, Instant now) {
    return tx.execute(
            AGAIN,
            delivery.customer().value(),
            delivery.id(),
            delivery.attempts(),
            dueAt,
            why,
            notTaken ? 1 : 0,
            now)
        .mapEmpty();
  }

  /** It will not be delivered. */
  public static Future<Void> failed(Tx tx, Delivery delivery, String why, Instant now) {
    return tx.execute(
            FAILED, delivery.customer().value(), delivery.id(), delivery.attempts(), why, now)
        .mapEmpty();
  }

  /**
   * The gateway says what became of a short message; in a transaction across customers. Repeats
   * change nothing, and neither does a late "undelivered" for one that arrived.
   *
   * @param delivery the reference it was sent under
   * @param why absent when it was delivered
   * @return whether there is such a delivery
   */
  public static Future<Boolean> receipt(
      Tx tx, UUID delivery, String providerRef, Optional<String> why, Instant now) {
    return tx.rows(RECEIPT, delivery, providerRef, why.isEmpty(), why.orElse(""), now)
        .map(rows -> new Row(rows.getFirst()).flag(0));
  }

  /** The delivery's push device is gone for good; nothing more is planned for it. */
  public static Future<Void> retire(Tx tx, Delivery delivery, String why, Instant now) {
    return delivery
        .device()
        .map(device -> tx.execute(RETIRE, delivery.customer().value(), device, now, why))
        .orElseGet(() -> Future.succeededFuture(0))
        .mapEmpty();
  }

  private static Delivery delivery(Row row) {
    return new Delivery(
        new CustomerId(row.uuid(0)),
        row.uuid(1),
        row.uuid(2),
        row.uuid(3),
        new AccountId(row.uuid(4)),
        Channel.valueOf(row.text(5)),
        row.maybe(6, row::uuid),
        row.maybe(7, row::text),
        row.whole(8),
        row.whole(9),
        row.whole(10),
        row.instant(11));
  }
}
