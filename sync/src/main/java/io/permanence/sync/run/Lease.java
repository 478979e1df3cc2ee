package io.permanence.sync.run;

import io.permanence.store.Database;
import io.permanence.store.Tx;
import io.permanence.store.google.GoogleLink;
import io.permanence.store.google.GoogleLinks;
import io.permanence.store.google.SyncRuns;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What a run does while it holds its link: each piece of work in one transaction with the question
 * whether consent and lease still hold, which also moves the lease on (E6). A dead run's lease ends
 * after {@link #LASTS}.
 */
final class Lease {
  static final Duration LASTS = Duration.ofSeconds(60);

  private final Database database;
  private final Supplier<Instant> clock;
  private final UUID run;

  Lease(Database database, Supplier<Instant> clock, UUID run) {
    this.database = database;
    this.clock = clock;
    this.run = run;
  }

  /** Work that is done only while consent and lease hold. */
  @FunctionalInterface
  interface Work<T> {
    Future<T> with(Tx tx, GoogleLink link);
  }

  UUID run() {
    return run;
  }

  Instant now() {
    return clock.get();
  }

  /** Empty when consent or lease hold no longer; nothing was done then. */
  <T> Future<Optional<T>> inForce(GoogleLink link, Work<T> work) {
    Instant until = now().plus(LASTS);
    return database.inTransaction(
        link.customer(),
        tx ->
            GoogleLinks.hold(tx, link, until)
                .compose(
                    held ->
                        held.map(kept -> work.with(tx, kept).map(Optional::of))
                            .orElseGet(() -> Future.succeededFuture(Optional.empty()))));
  }

  /** The link with its new lease; empty when the run must stop. */
  Future<Optional<GoogleLink>> renew(GoogleLink link) {
    return inForce(link, (tx, held) -> Future.succeededFuture(held));
  }

  /** The run began; what is known of the one before. */
  Future<Optional<Begun>> begin(GoogleLink link) {
    return inForce(
        link,
        (tx, held) ->
            SyncRuns.lastOutcome(tx, held.key())
                .compose(
                    last ->
                        SyncRuns.begin(tx, held.key(), run, now())
                            .map(begun -> new Begun(held, last))));
  }

  /**
   * How a run begins.
   *
   * @param lastOutcome how the one before ended; empty for the first
   */
  record Begun(GoogleLink link, Optional<String> lastOutcome) {}

  /** The run ended well, in the transaction of its last write; the next starts at the token. */
  Future<Ending> done(Tx tx, GoogleLink link, Optional<String> syncToken) {
    Ending done = new Ending.Done();
    return GoogleLinks.synced(tx, link, syncToken, now())
        .compose(kept -> SyncRuns.end(tx, link.customer(), run, done.word(), now()))
        .map(done);
  }

  /** The run failed; nothing of it is taken back. */
  Future<Ending> failed(GoogleLink link, Ending ending) {
    boolean needsConsent = ending instanceof Ending.NeedsConsent;
    return inForce(
            link,
            (tx, held) ->
                GoogleLinks.failed(tx, held, ending.word(), needsConsent, now())
                    .compose(kept -> SyncRuns.end(tx, held.customer(), run, ending.word(), now()))
                    .map(ended -> ending))
        .map(done -> done.orElseGet(Ending.Stopped::new));
  }
}
