package io.permanence.store.delivery;

import io.permanence.model.delivery.Channel;
import io.permanence.model.delivery.Delivery;
import io.permanence.model.delivery.DeliveryEnd;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CustomerId;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Deliveries, from queued to sent or failed. An end with a definite "not taken" gives back the
 * claim's count of unsure sends. All ends but "sent" touch the row only while the caller's claim is
 * the latest; what a gateway tells afterwards is {@link #receipt}.
 */
public final class Deliveries {
  private static final String CLAIM =
      """
      select customer_id, id, outbox_id, subject_id, account_id, channel, device_id, address,
        attempts, unsure, abandoned, claimed_until
      from claim_deliveries(?1, ?2, ?3, ?4)""";
  private static final String CLOSE =
      "select close_deliveries(cast(cast(?1 as text) as jsonb), ?2)";
  private static final String RETIRE =
      """
      insert into retired_address (customer_id, device_id, at, why) values (?1, ?2, ?3, ?4)
      on conflict do nothing""";

  private static final String RECEIPT = "select receive_receipt(?1, ?2, ?3, ?4, ?5)";

  private Deliveries() {}

  /** Takes up to so many due deliveries of a channel that nobody else is working on. */
  public static Future<List<Delivery>> claim(
      Tx tx, Channel channel, Instant now, Instant leaseUntil, int most) {
    return tx.rows(CLAIM, channel.name(), now, leaseUntil, most)
        .map(rows -> rows.stream().map(cells -> delivery(new Row(cells))).toList());
  }

  /**
   * Writes down what became of deliveries, of any customers, all or none; in a transaction across
   * customers.
   */
  public static Future<Void> close(Tx tx, List<DeliveryEnd> ends, Instant now) {
    JsonArray json = new JsonArray(ends.stream().map(Deliveries::json).toList());
    return tx.rows(CLOSE, json.encode(), now).mapEmpty();
  }

  private static JsonObject json(DeliveryEnd end) {
    return new JsonObject()
        .put("customer", end.delivery().customer().value().toString())
        .put("id", end.delivery().id().toString())
        .put("attempts", end.delivery().attempts())
        .put("state", end.state().name())
        .put("provider_ref", end.providerRef().orElse(null))
        .put("due_at", end.dueAt().map(Instant::toString).orElse(null))
        .put("why", end.why().orElse(null))
        .put("not_taken", end.notTaken());
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
