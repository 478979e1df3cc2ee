package io.permanence.push.relay;

import io.permanence.model.delivery.Delivery;
import io.permanence.model.delivery.Message;
import io.permanence.push.plan.Closing;
import io.permanence.push.plan.Outcome;
import io.permanence.push.plan.Pace;
import io.permanence.push.plan.Sending;
import io.permanence.store.Database;
import io.permanence.store.Tx;
import io.permanence.store.delivery.Deliveries;
import io.permanence.store.delivery.Targets;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One channel's deliveries: claimed, sent outside any transaction, closed with the outcome. */
final class ChannelQueue {
  private static final Logger log = LoggerFactory.getLogger(ChannelQueue.class);

  private final Database database;
  private final Clock clock;
  private final RandomGenerator random;
  private final Carrier carrier;
  private final Tally tally;
  private Pace pace = Pace.FULL;
  private Instant lastLook = Instant.EPOCH;

  ChannelQueue(
      Database database, Clock clock, RandomGenerator random, Carrier carrier, Tally tally) {
    this.database = database;
    this.clock = clock;
    this.random = random;
    this.carrier = carrier;
    this.tally = tally;
  }

  int atOnce() {
    boolean tooSoon = clock.instant().isBefore(lastLook.plus(Pace.BETWEEN_PROBES));
    return pace.probing() && tooSoon ? 0 : pace.atOnce(carrier.atOnce());
  }

  Future<List<Delivery>> claim(int most) {
    Instant now = clock.instant();
    lastLook = now;
    return database.acrossCustomers(
        tx -> Deliveries.claim(tx, carrier.channel(), now, now.plus(Relay.LEASE), most));
  }

  Future<Void> work(Delivery delivery) {
    return database
        .inTransaction(delivery.customer(), tx -> Targets.of(tx, delivery))
        .map(target -> Sending.of(delivery, target, clock.instant()))
        .compose(this::act);
  }

  private Future<Void> act(Sending sending) {
    return switch (sending) {
      case Sending.Go go ->
          carried(go).compose(outcome -> close(go.delivery(), go.message(), outcome));
      case Sending.Never never -> refuse(never);
      case Sending.TooLate late -> Future.succeededFuture();
    };
  }

  private Future<Outcome> carried(Sending.Go go) {
    Future<Outcome> answer =
        carrier
            .carry(go)
            .recover(
                bug -> {
                  log.error("delivery {}: the carrier failed", go.delivery().id(), bug);
                  return Future.succeededFuture(new Outcome.Unsure("provider-unavailable"));
                });
    return answer
        .timeout(Sending.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .otherwise(late -> new Outcome.Unsure("provider-unavailable"));
  }

  private Future<Void> refuse(Sending.Never never) {
    Delivery delivery = never.delivery();
    log.info("delivery {} is not sent: {}", delivery.id(), never.why());
    tally.count(delivery.channel(), "refused");
    return database.inTransaction(
        delivery.customer(), tx -> Deliveries.failed(tx, delivery, never.why(), clock.instant()));
  }

  private Future<Void> close(Delivery delivery, Message message, Outcome outcome) {
    pace = pace.after(outcome);
    Instant now = clock.instant();
    Closing closing = Closing.of(delivery, message, outcome, now, random.nextDouble());
    tally.count(delivery.channel(), closing.getClass().getSimpleName());
    return database.inTransaction(delivery.customer(), tx -> write(tx, delivery, closing, now));
  }

  private static Future<Void> write(Tx tx, Delivery delivery, Closing closing, Instant now) {
    return switch (closing) {
      case Closing.Sent sent -> Deliveries.sent(tx, delivery, sent.providerRef(), now);
      case Closing.Again again ->
          Deliveries.again(tx, delivery, again.dueAt(), again.why(), again.notTaken(), now);
      case Closing.Dead dead ->
          Deliveries.failed(tx, delivery, dead.why(), now)
              .compose(
                  ignored ->
                      dead.retire()
                          ? Deliveries.retire(tx, delivery, dead.why(), now)
                          : Future.succeededFuture());
    };
  }
}
