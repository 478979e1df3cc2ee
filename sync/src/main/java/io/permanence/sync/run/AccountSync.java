package io.permanence.sync.run;

import io.permanence.model.NumberPlan;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.Id;
import io.permanence.runtime.secret.Sealer;
import io.permanence.store.Database;
import io.permanence.store.google.GoogleLink;
import io.permanence.store.google.GoogleLinks;
import io.permanence.store.google.SyncRuns;
import io.permanence.sync.google.Access;
import io.permanence.sync.google.Google;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Brings one customer's mirror up to date. The link is taken with a lease; each page is written in
 * a transaction that checks consent and lease and moves the lease on. A dead run's lease ends after
 * {@link #LEASE}, and the next run begins where the last sync token stands.
 */
public final class AccountSync {
  static final Duration LEASE = Duration.ofSeconds(60);

  private final Database database;
  private final Google google;
  private final Sealer sealer;
  private final NumberPlan numbers;
  private final Clock clock;

  /** For every customer the same. */
  public AccountSync(
      Database database, Google google, Sealer sealer, NumberPlan numbers, Clock clock) {
    this.database = database;
    this.google = google;
    this.sealer = sealer;
    this.numbers = numbers;
    this.clock = clock;
  }

  /** Runs once. Fails only when the store is away. */
  Future<Ending> run(CustomerId customer) {
    return take(customer)
        .compose(
            taken ->
                taken
                    .map(this::enter)
                    .orElseGet(() -> Future.succeededFuture(new Ending.NotOurs())));
  }

  private Future<Optional<GoogleLink>> take(CustomerId customer) {
    Instant now = now();
    return database.inTransaction(
        customer, tx -> GoogleLinks.take(tx, customer, now, now.plus(LEASE)));
  }

  private Future<Ending> enter(GoogleLink link) {
    Optional<String> token =
        sealer.open(link.refreshToken().bytes(), GoogleLink.sealedFor(link.customer()));
    return token.isEmpty()
        ? failed(link, new Ending.NeedsConsent())
        : google.signIn().access(token.get()).compose(access -> enter(link, access));
  }

  private Future<Ending> enter(GoogleLink link, Access access) {
    return switch (access) {
      case Access.Granted granted -> begin(link, granted.accessToken());
      case Access.Ended ended -> failed(link, new Ending.NeedsConsent());
      case Access.Unavailable unavailable -> failed(link, new Ending.Failed(unavailable.why()));
    };
  }

  private Future<Ending> begin(GoogleLink link, String accessToken) {
    Instant now = now();
    ContactsRun run =
        new ContactsRun(database, google.contacts(), numbers, this::now, Id.next(), accessToken);
    return database
        .inTransaction(
            link.customer(),
            tx ->
                GoogleLinks.hold(tx, link, now.plus(LEASE))
                    .compose(
                        held ->
                            held.isEmpty()
                                ? Future.succeededFuture(Optional.<Start>empty())
                                : SyncRuns.lastOutcome(tx, link.customer())
                                    .compose(
                                        last ->
                                            SyncRuns.begin(tx, link.customer(), run.id(), now)
                                                .map(
                                                    begun ->
                                                        Optional.of(new Start(held.get(), last))))))
        .compose(
            start ->
                start
                    .map(from -> run.from(from.link(), from.lastOutcome()))
                    .orElseGet(() -> Future.succeededFuture(new Ending.Stopped())));
  }

  private record Start(GoogleLink link, Optional<String> lastOutcome) {}

  private Future<Ending> failed(GoogleLink link, Ending ending) {
    return database
        .inTransaction(
            link.customer(),
            tx ->
                GoogleLinks.failed(
                    tx, link, ending.word(), ending instanceof Ending.NeedsConsent, now()))
        .map(ended -> ending);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
