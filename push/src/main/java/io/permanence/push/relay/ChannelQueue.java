package io.permanence.push.relay;

import io.permanence.model.delivery.Delivery;
import io.permanence.model.delivery.DeliveryEnd;
import io.permanence.model.delivery.Message;
import io.permanence.model.delivery.Target;
import io.permanence.push.plan.Closing;
import io.permanence.push.plan.Outcome;
import io.permanence.push.plan.Pace;
import io.permanence.push.plan.Sending;
import io.permanence.store.Database;
import io.permanence.store.delivery.Deliveries;
import io.permanence.store.delivery.Targets;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
  private final Closings closings;
  private Pace pace = Pace.FULL;
  private Instant lastLook = Instant.EPOCH;

  ChannelQueue(
      Database database,
      Clock clock,
      RandomGenerator random,
      Carrier carrier,
      Tally tally,
      Closings closings) {
    this.database = database;
    this.clock = clock;
    this.random = random;
    this.carrier = carrier;
    this.tally = tally;
    this.closings = closings;
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

  List<Future<Void>> work(List<Delivery> deliveries) {
    List<Future<Map<UUID, Target>>> targets =
        Together.byCustomer(
            deliveries,
            Delivery::customer,
            (customer, theirs) ->
                database.inTransaction(customer, tx -> Targets.of(tx, customer, theirs)));
    List<Future<Void>> works = new ArrayList<>();
    for (int i = 0; i < deliveries.size(); i++) {
      Delivery delivery = deliveries.get(i);
      works.add(
          targets
              .get(i)
              .map(found -> Objects.requireNonNull(found.get(delivery.id())))
              .map(target -> Sending.of(delivery, target, clock.instant()))
              .compose(this::act));
    }
    return works;
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
    return closings.write(DeliveryEnd.failed(delivery, never.why()));
  }

  private Future<Void> close(Delivery delivery, Message message, Outcome outcome) {
    pace = pace.after(outcome);
    Closing closing = Closing.of(delivery, message, outcome, clock.instant(), random.nextDouble());
    tally.count(delivery.channel(), closing.getClass().getSimpleName());
    return switch (closing) {
      case Closing.Sent sent -> closings.write(DeliveryEnd.sent(delivery, sent.providerRef()));
      case Closing.Again again ->
          closings.write(DeliveryEnd.again(delivery, again.dueAt(), again.why(), again.notTaken()));
      case Closing.Dead dead ->
          (dead.retire() ? retire(delivery, dead.why()) : Future.<Void>succeededFuture())
              .compose(ignored -> closings.write(DeliveryEnd.failed(delivery, dead.why())));
    };
  }

  /** First of all: should the end not be written, the next worker finds the device retired. */
  private Future<Void> retire(Delivery delivery, String why) {
    return database.inTransaction(
        delivery.customer(), tx -> Deliveries.retire(tx, delivery, why, clock.instant()));
  }
}
