package io.permanence.sync.run;

import io.permanence.runtime.secret.Sealer;
import io.permanence.store.Database;
import io.permanence.store.google.GoogleLink;
import io.permanence.store.google.GoogleLinks;
import io.permanence.store.google.GoogleRequest;
import io.permanence.store.google.GoogleRequests;
import io.permanence.store.google.OfferedCode;
import io.permanence.store.google.Sealed;
import io.permanence.sync.google.Exchange;
import io.permanence.sync.google.GoogleSignIn;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Carries out {@code CONNECT}: with the consent in force, exchanges the code, and keeps the refresh
 * token, sealed, in the transaction that finds the consent still in force. Tokens nobody may keep
 * are revoked at once.
 */
final class Connecting {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final List<String> CONTACT_SCOPES =
      List.of(
          "https://www.googleapis.com/auth/contacts.readonly",
          "https://www.googleapis.com/auth/contacts");

  private final Database database;
  private final GoogleSignIn signIn;
  private final Sealer sealer;
  private final Clock clock;

  Connecting(Database database, GoogleSignIn signIn, Sealer sealer, Clock clock) {
    this.database = database;
    this.signIn = signIn;
    this.sealer = sealer;
    this.clock = clock;
  }

  /** Whether a link was made and wants its first run. */
  Future<Boolean> carryOut(GoogleRequest request) {
    return database
        .inTransaction(request.customer(), tx -> GoogleRequests.consentHolds(tx, request))
        .compose(
            holds -> {
              Optional<OfferedCode> offered = offered(request);
              if (!holds) {
                return close(request, "consent-withdrawn");
              }
              return offered.isEmpty()
                  ? close(request, "unreadable")
                  : signIn.exchange(offered.get()).compose(answer -> act(request, answer));
            });
  }

  private Optional<OfferedCode> offered(GoogleRequest request) {
    try {
      return request
          .sealed()
          .flatMap(
              kept ->
                  sealer.open(
                      kept.bytes(), OfferedCode.sealedFor(request.customer(), request.id())))
          .map(OfferedCode::of);
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private Future<Boolean> act(GoogleRequest request, Exchange answer) {
    return switch (answer) {
      case Exchange.Granted granted -> keep(request, granted);
      case Exchange.Refused refused -> close(request, refused.why());
      case Exchange.Unavailable unavailable -> again(request, unavailable.why());
    };
  }

  private Future<Boolean> keep(GoogleRequest request, Exchange.Granted granted) {
    if (granted.scopes().stream().noneMatch(CONTACT_SCOPES::contains)) {
      return signIn
          .revoke(granted.refreshToken())
          .compose(revoked -> close(request, "scope-missing"));
    }
    Instant now = clock.instant();
    return database
        .inTransaction(
            request.customer(),
            tx ->
                GoogleRequests.consentHolds(tx, request)
                    .compose(
                        holds ->
                            !holds
                                ? GoogleRequests.close(tx, request, "consent-withdrawn", now)
                                    .map(closed -> false)
                                : GoogleLinks.put(tx, link(request, granted), now)
                                    .compose(
                                        kept -> GoogleRequests.close(tx, request, "linked", now))
                                    .map(closed -> true)))
        .compose(
            kept ->
                kept
                    ? Future.succeededFuture(true)
                    : signIn.revoke(granted.refreshToken()).map(revoked -> false));
  }

  private GoogleLink link(GoogleRequest request, Exchange.Granted granted) {
    return new GoogleLink(
        request.customer(),
        request.account(),
        request.consent().orElseThrow(),
        new Sealed(sealer.seal(granted.refreshToken(), GoogleLink.sealedFor(request.customer()))),
        granted.scopes(),
        Optional.empty(),
        Optional.empty());
  }

  private Future<Boolean> again(GoogleRequest request, String why) {
    Instant now = clock.instant();
    return request.createdAt().plus(PATIENCE).isBefore(now)
        ? close(request, why)
        : database
            .inTransaction(
                request.customer(), tx -> GoogleRequests.release(tx, request, now.plus(PAUSE)))
            .map(released -> false);
  }

  private Future<Boolean> close(GoogleRequest request, String outcome) {
    return database
        .inTransaction(
            request.customer(), tx -> GoogleRequests.close(tx, request, outcome, clock.instant()))
        .map(closed -> false);
  }
}
