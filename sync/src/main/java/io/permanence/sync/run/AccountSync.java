package io.permanence.sync.run;

import io.permanence.model.NumberPlan;
import io.permanence.model.id.Id;
import io.permanence.runtime.secret.Sealer;
import io.permanence.store.Database;
import io.permanence.store.consent.Purpose;
import io.permanence.store.google.GoogleLink;
import io.permanence.store.google.GoogleLinks;
import io.permanence.store.google.LinkKey;
import io.permanence.sync.google.Access;
import io.permanence.sync.google.Google;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Brings what one link is for up to date. The link is taken with a {@link Lease}; everything is
 * written in a transaction that checks consent and lease and moves the lease on. When a run dies,
 * the next begins where the last sync token of the contacts stands; a calendar is read whole.
 */
public final class AccountSync {
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
  Future<Ending> run(LinkKey link) {
    return take(link)
        .compose(
            taken ->
                taken
                    .map(this::enter)
                    .orElseGet(() -> Future.succeededFuture(new Ending.NotOurs())));
  }

  private Future<Optional<GoogleLink>> take(LinkKey link) {
    Instant now = now();
    return database.inTransaction(
        link.customer(), tx -> GoogleLinks.take(tx, link, now, now.plus(Lease.LASTS)));
  }

  private Future<Ending> enter(GoogleLink link) {
    Lease lease = new Lease(database, this::now, Id.next());
    Optional<String> token =
        sealer.open(link.refreshToken().bytes(), GoogleLink.sealedFor(link.key()));
    return token.isEmpty()
        ? lease.failed(link, new Ending.NeedsConsent())
        : google.signIn().access(token.get()).compose(access -> enter(lease, link, access));
  }

  private Future<Ending> enter(Lease lease, GoogleLink link, Access access) {
    return switch (access) {
      case Access.Granted granted -> begin(lease, link, granted.accessToken());
      case Access.Ended ended -> lease.failed(link, new Ending.NeedsConsent());
      case Access.Unavailable unavailable ->
          lease.failed(link, new Ending.Failed(unavailable.why()));
    };
  }

  private Future<Ending> begin(Lease lease, GoogleLink link, String accessToken) {
    return lease
        .begin(link)
        .compose(
            begun ->
                begun
                    .map(from -> go(lease, from, accessToken))
                    .orElseGet(() -> Future.succeededFuture(new Ending.Stopped())));
  }

  private Future<Ending> go(Lease lease, Lease.Begun begun, String accessToken) {
    return begun.link().purpose() == Purpose.GOOGLE_CALENDAR
        ? new CalendarRun(lease, google.calendar(), accessToken).from(begun.link())
        : new ContactsRun(lease, google.contacts(), numbers, accessToken)
            .from(begun.link(), begun.lastOutcome());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
