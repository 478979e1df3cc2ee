package io.permanence.push.relay;

import io.permanence.model.delivery.Audience;
import io.permanence.model.delivery.Channel;
import io.permanence.model.delivery.MessageKind;
import io.permanence.model.delivery.OutboxEntry;
import io.permanence.model.delivery.PlannedDelivery;
import io.permanence.model.id.CustomerId;
import io.permanence.push.plan.FanOut;
import io.permanence.store.Database;
import io.permanence.store.Tx;
import io.permanence.store.delivery.Outbox;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From the outbox to one delivery a person, channel and device, in one transaction for what a
 * customer is told together; a repeat finds its rows there. An entry that could not be fanned out
 * {@value #MOST_ATTEMPTS} times is parked.
 */
final class FanOutQueue {
  private static final Logger log = LoggerFactory.getLogger(FanOutQueue.class);
  private static final int MOST_ATTEMPTS = 20;

  private final Database database;
  private final Clock clock;
  private final Consumer<Set<Channel>> queued;

  /**
   * A queue.
   *
   * @param queued told on which channels there is something to send now
   */
  FanOutQueue(Database database, Clock clock, Consumer<Set<Channel>> queued) {
    this.database = database;
    this.clock = clock;
    this.queued = queued;
  }

  Future<List<OutboxEntry>> claim(int most) {
    Instant now = clock.instant();
    return database.acrossCustomers(tx -> Outbox.claim(tx, now, now.plus(Relay.LEASE), most));
  }

  List<Future<Void>> work(List<OutboxEntry> entries) {
    return Together.byCustomer(entries, OutboxEntry::customer, this::work);
  }

  private Future<Void> work(CustomerId customer, List<OutboxEntry> entries) {
    Instant now = clock.instant();
    return database
        .inTransaction(customer, tx -> inOne(tx, customer, entries, now))
        .onSuccess(queued::accept)
        .mapEmpty();
  }

  /** The channels on which something is due. */
  private static Future<Set<Channel>> inOne(
      Tx tx, CustomerId customer, List<OutboxEntry> entries, Instant now) {
    Map<Boolean, List<OutboxEntry>> sound =
        entries.stream()
            .collect(Collectors.partitioningBy(entry -> entry.attempts() <= MOST_ATTEMPTS));
    Future<Void> parked = Future.succeededFuture();
    for (OutboxEntry entry : sound.getOrDefault(false, List.of())) {
      parked = parked.compose(ignored -> park(tx, entry, now));
    }
    return parked
        .compose(ignored -> planned(tx, customer, sound.getOrDefault(true, List.of()), now))
        .compose(
            planned ->
                Outbox.fannedOut(tx, customer, planned, now).map(ignored -> due(planned, now)));
  }

  private static Future<Map<OutboxEntry, List<PlannedDelivery>>> planned(
      Tx tx, CustomerId customer, List<OutboxEntry> entries, Instant now) {
    Map<OutboxEntry, List<PlannedDelivery>> planned = new LinkedHashMap<>();
    List<OutboxEntry> told =
        entries.stream().filter(entry -> entry.kind() != MessageKind.NUMBER_PROOF).toList();
    Future<Void> proofs = Future.succeededFuture();
    for (OutboxEntry entry : entries) {
      if (entry.kind() == MessageKind.NUMBER_PROOF) {
        proofs =
            proofs.compose(
                ignored -> proof(tx, entry, now).map(proof -> put(planned, entry, proof)));
      }
    }
    return proofs
        .compose(
            ignored ->
                told.isEmpty()
                    ? Future.succeededFuture(Map.<UUID, Audience>of())
                    : Outbox.audiences(tx, customer, told))
        .map(
            audiences -> {
              for (OutboxEntry entry : told) {
                Audience audience = audiences.get(entry.id());
                put(planned, entry, audience == null ? List.of() : FanOut.of(entry, audience, now));
              }
              return planned;
            });
  }

  private static Future<List<PlannedDelivery>> proof(Tx tx, OutboxEntry entry, Instant now) {
    return Outbox.toBeProven(tx, entry)
        .map(
            number ->
                number.stream().map(it -> FanOut.proof(it.account(), it.number(), now)).toList());
  }

  private static Void put(
      Map<OutboxEntry, List<PlannedDelivery>> planned,
      OutboxEntry entry,
      List<PlannedDelivery> deliveries) {
    planned.put(entry, deliveries);
    return null;
  }

  private static Set<Channel> due(Map<OutboxEntry, List<PlannedDelivery>> planned, Instant now) {
    Set<Channel> channels = EnumSet.noneOf(Channel.class);
    planned.values().stream()
        .flatMap(List::stream)
        .filter(delivery -> !delivery.dueAt().isAfter(now))
        .forEach(delivery -> channels.add(delivery.channel()));
    return channels;
  }

  private static Future<Void> park(Tx tx, OutboxEntry entry, Instant now) {
    log.error("outbox entry {} is parked", entry.id());
    return Outbox.park(tx, entry, "could not be fanned out", now);
  }
}
