package io.permanence.sync.run;

import io.permanence.model.NumberPlan;
import io.permanence.runtime.secret.Sealer;
import io.permanence.store.Database;
import io.permanence.store.google.GoogleLinks;
import io.permanence.sync.google.Google;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole work of sync on this node: requests as they come, links as they fall due. Woken by
 * {@link #wake}; also looks by itself, in case a hint was missed.
 */
public final class Synchronisation {
  private static final Logger log = LoggerFactory.getLogger(Synchronisation.class);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration LOOK_FOR_DUE = Duration.ofSeconds(20);

  private final Vertx vertx;
  private final Context context;
  private final Database database;
  private final Clock clock;
  private final Duration every;
  private final Lanes lanes;
  private final Requests requests;
  private long timer;
  private long dueTimer;

  /**
   * At rest, on the context of the caller.
   *
   * @param every how often a link is synchronised when nobody asks
   * @param atOnce customers at the same time
   */
  public Synchronisation(
      Vertx vertx,
      Database database,
      Google google,
      Sealer sealer,
      NumberPlan numbers,
      Clock clock,
      Duration every,
      int atOnce) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.database = database;
    this.clock = clock;
    this.every = every;
    AccountSync accounts = new AccountSync(database, google, sealer, numbers, clock);
    this.lanes = new Lanes(atOnce, accounts::run);
    this.requests =
        new Requests(
            database,
            clock,
            new Connecting(database, google.signIn(), sealer, clock),
            new Withdrawing(vertx, database, google.signIn(), sealer, clock),
            lanes);
  }

  /** Starts looking, and looks at once. */
  public void start() {
    timer = vertx.setPeriodic(LOOK.toMillis(), ignored -> wake());
    dueTimer = vertx.setPeriodic(LOOK_FOR_DUE.toMillis(), ignored -> due());
    wake();
    due();
  }

  /** There may be a request. */
  public void wake() {
    context.runOnContext(ignored -> requests.look());
  }

  private void due() {
    database
        .acrossCustomers(tx -> GoogleLinks.due(tx, clock.instant().minus(every)))
        .onSuccess(customers -> context.runOnContext(ignored -> customers.forEach(lanes::run)))
        .onFailure(failure -> log.warn("due links could not be read: {}", failure.toString()));
  }

  /** Starts nothing more; completes when the runs under way have ended. */
  public Future<Void> stop() {
    vertx.cancelTimer(timer);
    vertx.cancelTimer(dueTimer);
    return lanes.stop();
  }
}
