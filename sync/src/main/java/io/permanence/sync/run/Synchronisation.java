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
import java.time.Instant;
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
  private final Rhythm rhythm;
  private final Lanes lanes;
  private final Requests requests;
  private long timer;
  private long dueTimer;

  /** At rest, on the context of the caller. */
  public Synchronisation(
      Vertx vertx,
      Database database,
      Google google,
      Sealer sealer,
      NumberPlan numbers,
      Clock clock,
      Rhythm rhythm) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.database = database;
    this.clock = clock;
    this.rhythm = rhythm;
    AccountSync accounts = new AccountSync(database, google, sealer, numbers, clock);
    this.lanes = new Lanes(rhythm.atOnce(), accounts::run);
    Grant grant = new Grant(database, google.signIn());
    this.requests =
        new Requests(
            database,
            clock,
            new Connecting(database, google.signIn(), grant, sealer, clock),
            new Withdrawing(vertx, database, google.signIn(), grant, sealer, clock),
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
    Instant now = clock.instant();
    database
        .acrossCustomers(
            tx -> GoogleLinks.due(tx, now.minus(rhythm.contacts()), now.minus(rhythm.calendar())))
        .onSuccess(links -> context.runOnContext(ignored -> links.forEach(lanes::run)))
        .onFailure(failure -> log.warn("due links could not be read: {}", failure.toString()));
  }

  /** Starts nothing more; completes when the runs under way have ended. */
  public Future<Void> stop() {
    vertx.cancelTimer(timer);
    vertx.cancelTimer(dueTimer);
    return lanes.stop();
  }
}
