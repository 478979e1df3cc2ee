package io.permanence.sync.run;

import io.permanence.model.id.ConsentId;
import io.permanence.model.id.CustomerId;
import io.permanence.runtime.secret.Sealer;
import io.permanence.store.Database;
import io.permanence.store.google.BusyMirror;
import io.permanence.store.google.GoogleLink;
import io.permanence.store.google.GoogleLinks;
import io.permanence.store.google.GoogleRequest;
import io.permanence.store.google.GoogleRequests;
import io.permanence.store.google.Mirror;
import io.permanence.store.google.SyncRuns;
import io.permanence.sync.google.GoogleSignIn;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Carries out {@code WITHDRAW} (E4), in this order: runs under the consent can write no more; what
 * was copied under it, contacts or busy times, is deleted; the token is revoked at Google, unless
 * another purpose of the customer's lives on the same {@link Grant}; the link, token and all, is
 * forgotten and the request closed. Google being away delays the last two by half a minute at most:
 * then the token is forgotten all the same, and the outcome says that Google did not confirm.
 */
final class Withdrawing {
  private static final int CHUNK = 500;
  private static final String NOTHING_LINKED = "nothing-linked";
  private static final int TRIES = 3;
  private static final long PAUSE_MILLIS = 2_000;
  private static final long PATIENCE_MILLIS = 8_000;

  private final Vertx vertx;
  private final Database database;
  private final GoogleSignIn signIn;
  private final Grant grant;
  private final Sealer sealer;
  private final Clock clock;

  Withdrawing(
      Vertx vertx,
      Database database,
      GoogleSignIn signIn,
      Grant grant,
      Sealer sealer,
      Clock clock) {
    this.vertx = vertx;
    this.database = database;
    this.signIn = signIn;
    this.grant = grant;
    this.sealer = sealer;
    this.clock = clock;
  }

  Future<Void> carryOut(GoogleRequest request) {
    return request
        .consent()
        .map(consent -> carryOut(request, consent))
        .orElseGet(() -> close(request, "no-consent-named"));
  }

  private Future<Void> carryOut(GoogleRequest request, ConsentId consent) {
    CustomerId customer = request.customer();
    return database
        .inTransaction(customer, tx -> GoogleLinks.cut(tx, customer, consent))
        .compose(
            link ->
                empty(customer, consent)
                    .compose(emptied -> forgetBusy(customer, consent))
                    .map(emptied -> link))
        .compose(
            link ->
                link.map(cut -> end(cut).compose(outcome -> forget(request, cut, outcome)))
                    .orElseGet(() -> close(request, NOTHING_LINKED)));
  }

  private Future<String> end(GoogleLink link) {
    return grant
        .shared(link.key(), link.scopes())
        .compose(shared -> shared ? Future.succeededFuture("grant-shared") : revoke(link, TRIES));
  }

  private Future<Void> empty(CustomerId customer, ConsentId consent) {
    return database
        .inTransaction(customer, tx -> Mirror.empty(tx, customer, consent, CHUNK))
        .compose(removed -> removed == CHUNK ? empty(customer, consent) : Future.succeededFuture());
  }

  private Future<Void> forgetBusy(CustomerId customer, ConsentId consent) {
    return database
        .inTransaction(customer, tx -> BusyMirror.empty(tx, customer, consent, CHUNK))
        .compose(
            removed -> removed == CHUNK ? forgetBusy(customer, consent) : Future.succeededFuture());
  }

  private Future<String> revoke(GoogleLink link, int tries) {
    Optional<String> token =
        sealer.open(link.refreshToken().bytes(), GoogleLink.sealedFor(link.key()));
    if (token.isEmpty()) {
      return Future.succeededFuture("token-unreadable");
    }
    return signIn
        .revoke(token.get())
        .timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
        .otherwise(false)
        .compose(
            revoked -> {
              if (revoked) {
                return Future.succeededFuture("revoked");
              }
              return tries == 1
                  ? Future.succeededFuture("revocation-unconfirmed")
                  : vertx.timer(PAUSE_MILLIS).compose(paused -> revoke(link, tries - 1));
            });
  }

  private Future<Void> forget(GoogleRequest request, GoogleLink link, String outcome) {
    return database.inTransaction(
        link.customer(),
        tx ->
            GoogleLinks.delete(tx, link.customer(), link.consent())
                .compose(deleted -> SyncRuns.endAll(tx, link.key(), "stopped", clock.instant()))
                .compose(ended -> GoogleRequests.close(tx, request, outcome, clock.instant())));
  }

  private Future<Void> close(GoogleRequest request, String outcome) {
    return database.inTransaction(
        request.customer(), tx -> GoogleRequests.close(tx, request, outcome, clock.instant()));
  }
}
