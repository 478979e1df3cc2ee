package io.permanence.push.relay;

import io.permanence.model.delivery.MessageKind;
import io.permanence.model.delivery.OutboxEntry;
import io.permanence.model.delivery.PlannedDelivery;
import io.permanence.push.plan.FanOut;
import io.permanence.store.Database;
import io.permanence.store.Tx;
import io.permanence.store.delivery.Deliveries;
import io.permanence.store.delivery.Outbox;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From the outbox to one delivery a person, channel and device, in one transaction an entry; a
 * repeat finds its rows there. An entry that could not be fanned out {@value #MOST_ATTEMPTS} times
 * is parked.
 */
final class FanOutQueue {
  private static final Logger log = LoggerFactory.getLogger(FanOutQueue.class);
  private static final int MOST_ATTEMPTS = 20;

  private final Database database;
  private final Clock clock;

  FanOutQueue(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  Future<List<OutboxEntry>> claim(int most) {
    Instant now = clock.instant();
    return database.acrossCustomers(tx -> Outbox.claim(tx, now, now.plus(Relay.LEASE), most));
  }

  Future<Void> work(OutboxEntry entry) {
    Instant now = clock.instant();
    return database.inTransaction(
        entry.customer(),
        tx -> entry.attempts() > MOST_ATTEMPTS ? park(tx, entry, now) : fanOut(tx, entry, now));
  }

  private static Future<Void> fanOut(Tx tx, OutboxEntry entry, Instant now) {
    return entry.kind() == MessageKind.NUMBER_PROOF
        ? Outbox.toBeProven(tx, entry)
            .map(number -> number.stream().map(it -> proof(it, now)).toList())
            .compose(deliveries -> queue(tx, entry, deliveries, now))
        : Outbox.audience(tx, entry)
            .compose(audience -> queue(tx, entry, FanOut.of(entry, audience, now), now));
  }

  private static PlannedDelivery proof(Outbox.ToBeProven number, Instant now) {
    return FanOut.proof(number.account(), number.number(), now);
  }

  private static Future<Void> queue(
      Tx tx, OutboxEntry entry, List<PlannedDelivery> deliveries, Instant now) {
    Future<Void> queued = Future.succeededFuture();
    for (PlannedDelivery delivery : deliveries) {
      queued = queued.compose(ignored -> Deliveries.add(tx, entry, delivery, now));
    }
    return queued.compose(ignored -> Outbox.close(tx, entry, now));
  }

  private static Future<Void> park(Tx tx, OutboxEntry entry, Instant now) {
    log.error("outbox entry {} is parked", entry.id());
    return Outbox.park(tx, entry, "could not be fanned out", now);
  }
}
