package io.permanence.callrouter.journal;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.LineId;
import io.permanence.model.line.LineSnapshot;
import io.permanence.model.line.LineTable;
import io.permanence.store.Changes;
import io.permanence.store.Database;
import io.permanence.store.DatabaseSettings;
import io.permanence.store.Tx;
import io.permanence.store.line.RoutingLines;
import io.permanence.store.line.RoutingLines.Page;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every line in memory, so that a decision reads no database and outlives PostgreSQL (A9, R4).
 *
 * <p>Kept fresh twice over: a notification makes it look at once, and it looks every half second
 * without one. Each look asks for what changed since the oldest transaction that was open at the
 * last look, so that nothing committed late is missed. While PostgreSQL is away the last state goes
 * on deciding; {@link #freshAt} tells how old it is.
 *
 * <p>Busy times of calendars are read only some days ahead. Those that came near meanwhile are
 * found by a round: each look reads some customers anew, changed or not, until all were read.
 */
public final class Snapshots {
  private static final Logger log = LoggerFactory.getLogger(Snapshots.class);
  private static final long LOOK_EVERY_MILLIS = 500;

  /** A look at a PostgreSQL that hangs must end; one that reads everything takes its time. */
  private static final long LONGEST_LOOK_SECONDS = 20;

  private static final long LONGEST_WHOLE_LOOK_SECONDS = 300;

  /** Below what the dialogue with Asterisk waits. */
  private static final long LONGEST_FETCH_MILLIS = 1_000;

  /** How long after a round the next begins. */
  private static final Duration ROUND_EVERY = RoutingLines.BUSY_AHEAD.dividedBy(8);

  private final Vertx vertx;
  private final Context context;
  private final Database database;
  private final Clock clock;

  private final LineTable lines = new LineTable();
  private final Map<LineId, PhoneNumber> numbers = new ConcurrentHashMap<>();
  private final Map<CustomerId, List<PhoneNumber>> byCustomer = new HashMap<>();
  private final List<Consumer<Boolean>> watchers = new CopyOnWriteArrayList<>();
  private final List<Consumer<LineSnapshot>> listeners = new CopyOnWriteArrayList<>();

  private volatile Instant freshAt = Instant.EPOCH;
  private Optional<String> horizon = Optional.empty();
  private Instant nextRound = Instant.MAX;
  private Optional<CustomerId> lastOfRound = Optional.empty();
  private boolean looking;
  private boolean lookAgain;
  private boolean away;
  private Optional<Changes> changes = Optional.empty();
  private long timer = -1;

  public Snapshots(Vertx vertx, Database database, Clock clock) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.database = database;
    this.clock = clock;
  }

  /**
   * Loads every line and keeps looking from then on.
   *
   * @return completes after the first full load; when PostgreSQL is away that is once it is back,
   *     so a service that must start without it does not wait for this
   */
  public Future<Void> start(DatabaseSettings settings) {
    Promise<Void> loaded = Promise.promise();
    context.runOnContext(
        ignored -> {
          timer = vertx.setPeriodic(LOOK_EVERY_MILLIS, tick -> onContext(this::look));
          look();
          listen(settings);
          firstLoad(loaded);
        });
    return loaded.future();
  }

  private void firstLoad(Promise<Void> loaded) {
    if (horizon.isPresent()) {
      loaded.complete();
    } else {
      vertx.setTimer(10, ignored -> onContext(() -> firstLoad(loaded)));
    }
  }

  private void listen(DatabaseSettings settings) {
    Changes.listen(vertx, settings, this::heard, () -> onContext(this::look))
        .onSuccess(listening -> changes = Optional.of(listening))
        .onFailure(failure -> log.warn("not listening for changes; looking only"));
  }

  private void heard(Changes.Change change) {
    if (change.subject().equals("routing")) {
      onContext(this::look);
    }
  }

  private void onContext(Runnable work) {
    context.runOnContext(ignored -> work.run());
  }

  /** Stops looking; what is in memory stays. */
  public Future<Void> stop() {
    vertx.cancelTimer(timer);
    return changes.map(Changes::close).orElseGet(Future::succeededFuture);
  }

  /** Calls the listener for every line that is there and every one that is read from now on. */
  public void onEach(Consumer<LineSnapshot> listener) {
    listeners.add(listener);
    lines.all().forEach(listener);
  }

  /** Tells the watcher, on the event loop, when PostgreSQL goes away (false) and is back (true). */
  public void onStore(Consumer<Boolean> watcher) {
    watchers.add(watcher);
  }

  /** The line of a dialled number. */
  public Optional<LineSnapshot> byNumber(PhoneNumber number) {
    return lines.find(number);
  }

  /**
   * The line of a dialled number. One that the first load has not brought yet is read by itself, so
   * that a start with many lines decides its first call as soon as one with few.
   *
   * @return fails when PostgreSQL has not answered within {@link #LONGEST_FETCH_MILLIS}
   */
  public Future<Optional<LineSnapshot>> find(PhoneNumber number) {
    Optional<LineSnapshot> known = byNumber(number);
    if (known.isPresent() || loaded()) {
      return Future.succeededFuture(known);
    }
    Instant now = clock.instant();
    return database
        .acrossCustomers(tx -> RoutingLines.of(tx, number, now))
        .timeout(LONGEST_FETCH_MILLIS, TimeUnit.MILLISECONDS)
        .compose(page -> taken(page).map(done -> byNumber(number)));
  }

  private Future<Void> taken(Page page) {
    Promise<Void> taken = Promise.promise();
    onContext(
        () -> {
          take(page);
          taken.complete();
        });
    return taken.future();
  }

  /** A line by its id. */
  public Optional<LineSnapshot> byLine(LineId line) {
    return Optional.ofNullable(numbers.get(line)).flatMap(this::byNumber);
  }

  /** Any line of a customer; on the event loop of {@link #start} only. */
  public Optional<LineSnapshot> anyOf(CustomerId customer) {
    return byCustomer.getOrDefault(customer, List.of()).stream()
        .findFirst()
        .flatMap(this::byNumber);
  }

  /** How many lines are known. */
  public int size() {
    return lines.size();
  }

  /** Whether every line was read at least once; before that a number may be missing. */
  public boolean loaded() {
    return !freshAt.equals(Instant.EPOCH);
  }

  /** The last moment at which everything here was known to be what PostgreSQL has. */
  public Instant freshAt() {
    return freshAt;
  }

  private void look() {
    if (looking) {
      lookAgain = true;
      return;
    }
    looking = true;
    lookAgain = false;
    Instant now = clock.instant();
    long longest = horizon.isEmpty() ? LONGEST_WHOLE_LOOK_SECONDS : LONGEST_LOOK_SECONDS;
    database
        .acrossCustomers(tx -> read(tx, now))
        .timeout(longest, TimeUnit.SECONDS)
        .onComplete(
            result ->
                onContext(
                    () -> {
                      looking = false;
                      if (result.succeeded()) {
                        upToDate(result.result(), now);
                      } else {
                        missed(result.cause());
                      }
                      if (lookAgain) {
                        look();
                      }
                    }));
  }

  /** What changed; and the next customers of the round, when one is under way. */
  private Future<String> read(Tx tx, Instant now) {
    Future<String> changed =
        RoutingLines.since(tx, horizon, now, page -> onContext(() -> take(page)));
    if (now.isBefore(nextRound)) {
      return changed;
    }
    return changed.compose(
        next ->
            RoutingLines.after(tx, lastOfRound, now)
                .onSuccess(page -> onContext(() -> takeOfRound(page, now)))
                .map(next));
  }

  private void takeOfRound(Page page, Instant now) {
    take(page);
    nextRound = page.last() ? now.plus(ROUND_EVERY) : nextRound;
    lastOfRound = page.last() ? Optional.empty() : Optional.of(page.customers().getLast());
  }

  private void upToDate(String next, Instant now) {
    if (away) {
      log.info("the store answers again");
      watchers.forEach(watcher -> watcher.accept(true));
    }
    away = false;
    if (horizon.isEmpty()) {
      nextRound = now.plus(ROUND_EVERY);
    }
    horizon = Optional.of(next);
    freshAt = now;
  }

  private void take(Page page) {
    Map<CustomerId, List<LineSnapshot>> fresh = new HashMap<>();
    page.customers().forEach(each -> fresh.put(each, new ArrayList<>()));
    for (LineSnapshot each : page.lines()) {
      fresh.computeIfAbsent(each.customer(), ignored -> new ArrayList<>()).add(each);
    }
    fresh.forEach((customer, lines) -> replace(customer, lines, page.unreadable()));
  }

  /**
   * Puts the new lines before it takes the old ones away: no call falls between them. A line that
   * cannot be read stays as it was.
   */
  private void replace(CustomerId customer, List<LineSnapshot> read, Set<String> unreadable) {
    List<PhoneNumber> now = new ArrayList<>();
    for (LineSnapshot each : read) {
      PhoneNumber number = each.number();
      now.add(number);
      Optional<LineSnapshot> before = lines.put(each);
      numbers.put(each.id(), number);
      if (before.isEmpty() || before.get().version() != each.version()) {
        listeners.forEach(listener -> listener.accept(each));
      }
    }
    for (PhoneNumber each : byCustomer.getOrDefault(customer, List.of())) {
      if (unreadable.contains(each.e164())) {
        now.add(each);
      } else if (!now.contains(each)) {
        lines
            .find(each)
            .filter(gone -> gone.customer().equals(customer))
            .ifPresent(gone -> lines.remove(each));
      }
    }
    byCustomer.put(customer, List.copyOf(now));
  }

  private void missed(Throwable failure) {
    if (!away) {
      log.warn("deciding from memory: {}", failure.getClass().getSimpleName());
      watchers.forEach(watcher -> watcher.accept(false));
    }
    away = true;
  }
}
