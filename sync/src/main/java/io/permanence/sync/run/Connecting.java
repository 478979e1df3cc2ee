package io.permanence.sync.run;

import io.permanence.runtime.secret.Sealer;
import io.permanence.store.Database;
import io.permanence.store.Tx;
import io.permanence.store.google.GoogleLink;
import io.permanence.store.google.GoogleLinks;
import io.permanence.store.google.GoogleRequest;
import io.permanence.store.google.GoogleRequests;
import io.permanence.store.google.LinkKey;
import io.permanence.store.google.OfferedCode;
import io.permanence.store.google.Sealed;
import io.permanence.sync.google.Exchange;
import io.permanence.sync.google.GoogleSignIn;
import io.permanence.sync.google.Scopes;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Carries out {@code CONNECT}: with the consent in force, exchanges the code, and keeps the refresh
 * token, sealed, in the transaction that finds the consent still in force. What the consent is for
 * is what the link is for. Tokens nobody may keep are given back at once.
 */
final class Connecting {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final String WITHDRAWN = "consent-withdrawn";

  private final Database database;
  private final GoogleSignIn signIn;
  private final Grant grant;
  private final Sealer sealer;
  private final Clock clock;

  Connecting(Database database, GoogleSignIn signIn, Grant grant, Sealer sealer, Clock clock) {
    this.database = database;
    this.signIn = signIn;
    this.grant = grant;
    this.sealer = sealer;
    this.clock = clock;
  }

  /** The link that was made and wants its first run; empty when there is none. */
  Future<Optional<LinkKey>> carryOut(GoogleRequest request) {
    return database
        .inTransaction(request.customer(), tx -> GoogleRequests.consented(tx, request))
        .compose(
            purpose -> {
              Optional<OfferedCode> offered = offered(request);
              if (purpose.isEmpty()) {
                return close(request, WITHDRAWN);
              }
              LinkKey wanted = new LinkKey(request.customer(), purpose.get());
              return offered.isEmpty()
                  ? close(request, "unreadable")
                  : signIn.exchange(offered.get()).compose(answer -> act(request, wanted, answer));
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

  private Future<Optional<LinkKey>> act(GoogleRequest request, LinkKey wanted, Exchange answer) {
    return switch (answer) {
      case Exchange.Granted granted -> keep(request, wanted, granted);
      case Exchange.Refused refused -> close(request, refused.why());
      case Exchange.Unavailable unavailable -> again(request, unavailable.why());
    };
  }

  private Future<Optional<LinkKey>> keep(
      GoogleRequest request, LinkKey wanted, Exchange.Granted granted) {
    if (!Scopes.cover(granted.scopes(), wanted.purpose())) {
      return giveBack(wanted, granted).compose(given -> close(request, "scope-missing"));
    }
    return database
        .inTransaction(request.customer(), tx -> keep(tx, request, wanted, granted))
        .compose(
            kept ->
                kept.isPresent()
                    ? Future.succeededFuture(kept)
                    : giveBack(wanted, granted).map(given -> kept));
  }

  private Future<Optional<LinkKey>> keep(
      Tx tx, GoogleRequest request, LinkKey wanted, Exchange.Granted granted) {
    Instant now = clock.instant();
    return GoogleRequests.consented(tx, request)
        .compose(
            purpose ->
                purpose.isEmpty()
                    ? GoogleRequests.close(tx, request, WITHDRAWN, now)
                        .map(Optional.<LinkKey>empty())
                    : GoogleLinks.put(tx, link(request, wanted, granted), now)
                        .compose(put -> GoogleRequests.close(tx, request, "linked", now))
                        .map(Optional.of(wanted)));
  }

  private Future<Void> giveBack(LinkKey wanted, Exchange.Granted granted) {
    return grant.giveBack(wanted, granted.scopes(), granted.refreshToken());
  }

  private GoogleLink link(GoogleRequest request, LinkKey wanted, Exchange.Granted granted) {
    return new GoogleLink(
        wanted.customer(),
        wanted.purpose(),
        request.account(),
        request.consent().orElseThrow(),
        new Sealed(sealer.seal(granted.refreshToken(), GoogleLink.sealedFor(wanted))),
        granted.scopes(),
        Optional.empty(),
        Optional.empty());
  }

  private Future<Optional<LinkKey>> again(GoogleRequest request, String why) {
    Instant now = clock.instant();
    return request.createdAt().plus(PATIENCE).isBefore(now)
        ? close(request, why)
        : database
            .inTransaction(
                request.customer(), tx -> GoogleRequests.release(tx, request, now.plus(PAUSE)))
            .map(Optional.empty());
  }

  private Future<Optional<LinkKey>> close(GoogleRequest request, String outcome) {
    return database
        .inTransaction(
            request.customer(), tx -> GoogleRequests.close(tx, request, outcome, clock.instant()))
        .map(Optional.empty());
  }
}
