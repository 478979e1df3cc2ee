package io.permanence.callrouter.outgoing;

import io.permanence.model.id.CustomerId;
import io.permanence.model.outgoing.OutgoingCaps;
import io.permanence.model.outgoing.OutgoingLeg;
import io.permanence.store.Database;
import io.permanence.store.Refusals;
import io.permanence.store.outgoing.Caps;
import io.permanence.store.outgoing.Legs;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps book and store alike, once a second: writes what changed, reads what other nodes wrote.
 * While PostgreSQL is away the book goes on alone, and everything is written when it is back; after
 * a restart without PostgreSQL the day counts from nothing until then. With it, no day does: until
 * everything is read, a customer's is read when it is asked for.
 */
public final class OutgoingKeeping {
  private static final Logger log = LoggerFactory.getLogger(OutgoingKeeping.class);
  private static final long EVERY_MILLIS = 1_000;
  private static final int AT_ONCE = 500;

  /**
   * Two days back at the first look; afterwards a little more than what may still be committing.
   */
  private static final Duration FIRST_LOOK = Duration.ofHours(50);

  private static final Duration OVERLAP = Duration.ofSeconds(12);

  /** With the reading of a line before it, below what the dialogue with Asterisk waits. */
  private static final long LONGEST_READ_MILLIS = 400;

  private static final Duration FORGETTING = Duration.ofMinutes(10);

  private final Vertx vertx;
  private final Database database;
  private final Clock clock;
  private final OutgoingBook book;
  private final Set<CustomerId> known = ConcurrentHashMap.newKeySet();
  private volatile boolean read;
  private Instant readUpTo = Instant.EPOCH;
  private Instant forgottenAt = Instant.EPOCH;
  private long timer = -1;
  private boolean busy;
  private boolean away;

  /** Keeps that book in that store. */
  public OutgoingKeeping(Vertx vertx, Database database, Clock clock, OutgoingBook book) {
    this.vertx = vertx;
    this.database = database;
    this.clock = clock;
    this.book = book;
  }

  /** Reads the last two days, and goes on from there; fails when PostgreSQL is away, harmlessly. */
  public Future<Void> start() {
    timer = vertx.setPeriodic(EVERY_MILLIS, ignored -> look());
    return look();
  }

  /**
   * Completes when the book has what the customer used today. Until everything was read once, that
   * customer is read by itself, so that a service which has just started knows whose day is used
   * up. Safe from any thread.
   *
   * @return fails when PostgreSQL has not answered within {@link #LONGEST_READ_MILLIS}
   */
  public Future<Void> known(CustomerId customer) {
    if (read || known.contains(customer)) {
      return Future.succeededFuture();
    }
    Instant since = clock.instant().minus(FIRST_LOOK);
    return database
        .inTransaction(
            customer,
            tx ->
                Legs.own(tx, since)
                    .compose(legs -> Caps.own(tx).map(caps -> learn(customer, legs, caps))))
        .timeout(LONGEST_READ_MILLIS, TimeUnit.MILLISECONDS)
        .mapEmpty();
  }

  private boolean learn(
      CustomerId customer, List<OutgoingLeg> legs, Optional<Caps.Different> caps) {
    book.learn(legs, true);
    caps.ifPresent(different -> book.differs(customer, merged(different)));
    return known.add(customer);
  }

  /** Writes what is left. */
  public Future<Void> stop() {
    vertx.cancelTimer(timer);
    return write(book.unwritten());
  }

  private Future<Void> look() {
    if (busy) {
      return Future.succeededFuture();
    }
    busy = true;
    Instant now = clock.instant();
    if (forgottenAt.plus(FORGETTING).isBefore(now)) {
      book.forget(now);
      forgottenAt = now;
    }
    return write(book.unwritten())
        .compose(written -> read(now))
        .onComplete(
            done -> {
              busy = false;
              if (done.failed() && !away) {
                log.warn("the use of the trunk is kept in memory only: {}", why(done.cause()));
              }
              away = done.failed();
            });
  }

  private static String why(Throwable failure) {
    return failure.getClass().getSimpleName();
  }

  private Future<Void> write(List<OutgoingLeg> changed) {
    if (changed.isEmpty()) {
      return Future.succeededFuture();
    }
    List<OutgoingLeg> first = changed.subList(0, Math.min(AT_ONCE, changed.size()));
    Instant now = clock.instant();
    return together(first, now)
        .recover(
            failure ->
                Refusals.isRefusal(failure) ? apart(first, now) : Future.failedFuture(failure))
        .compose(done -> write(changed.subList(first.size(), changed.size())));
  }

  private Future<Void> together(List<OutgoingLeg> legs, Instant now) {
    return database
        .acrossCustomers(tx -> Legs.put(tx, legs, now))
        .onSuccess(done -> book.written(legs));
  }

  /** One that is refused, because its customer is gone for instance, holds up none of the rest. */
  private Future<Void> apart(List<OutgoingLeg> legs, Instant now) {
    Future<Void> written = Future.succeededFuture();
    for (OutgoingLeg each : legs) {
      written =
          written.compose(
              before ->
                  together(List.of(each), now)
                      .recover(
                          failure -> {
                            if (!Refusals.isRefusal(failure)) {
                              return Future.failedFuture(failure);
                            }
                            log.error("leg {} is refused: {}", each.id(), why(failure));
                            book.written(List.of(each));
                            return Future.succeededFuture();
                          }));
    }
    return written;
  }

  private Future<Void> read(Instant now) {
    boolean first = readUpTo.equals(Instant.EPOCH);
    Instant since = first ? now.minus(FIRST_LOOK) : readUpTo.minus(OVERLAP);
    return database
        .acrossCustomers(
            tx ->
                Legs.since(tx, since)
                    .compose(
                        legs ->
                            Caps.all(tx)
                                .map(
                                    caps -> {
                                      book.learn(legs, first);
                                      book.differ(merged(caps));
                                      return null;
                                    })))
        .map(
            done -> {
              readUpTo = now;
              read = true;
              return null;
            });
  }

  private Map<CustomerId, OutgoingCaps> merged(Map<CustomerId, Caps.Different> different) {
    Map<CustomerId, OutgoingCaps> all = new HashMap<>();
    different.forEach((customer, caps) -> all.put(customer, merged(caps)));
    return all;
  }

  private OutgoingCaps merged(Caps.Different caps) {
    OutgoingCaps usual = book.usual();
    return new OutgoingCaps(
        caps.legs().orElse(usual.legs()),
        caps.minutes().orElse(usual.minutes()),
        caps.cents().orElse(usual.cents()));
  }
}
