package io.permanence.portal.google;

import io.permanence.identity.ActiveSession;
import io.permanence.identity.SessionHandler;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.Id;
import io.permanence.runtime.secret.Sealer;
import io.permanence.store.Database;
import io.permanence.store.Tx;
import io.permanence.store.consent.Consent;
import io.permanence.store.consent.Consents;
import io.permanence.store.google.GoogleAuthorizations;
import io.permanence.store.google.GoogleAuthorizations.Authorization;
import io.permanence.store.google.GoogleRequest;
import io.permanence.store.google.GoogleRequests;
import io.permanence.store.google.OfferedCode;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way back from Google. The browser arrives from another site, so its SameSite=Strict cookie
 * stays behind; a page that loads the same address once more from here brings it along. Only the
 * session that started the authorization can finish it, once and in time. The code is handed to
 * sync, sealed; nothing is exchanged here.
 */
public final class GoogleCallback implements Handler<RoutingContext> {
  private static final Logger log = LoggerFactory.getLogger(GoogleCallback.class);
  private static final String AGAIN = "again";
  private static final int LONGEST = 2000;

  private final Database database;
  private final Sealer sealer;
  private final GoogleSettings settings;
  private final Clock clock;

  /** Appends requests for sync. */
  public GoogleCallback(Database database, Sealer sealer, GoogleSettings settings, Clock clock) {
    this.database = database;
    this.sealer = sealer;
    this.settings = settings;
    this.clock = clock;
  }

  private enum Result {
    LINKED,
    REFUSED,
    FAILED;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  @Override
  public void handle(RoutingContext context) {
    Optional<ActiveSession> session = SessionHandler.session(context);
    if (session.isEmpty() && parameter(context, AGAIN).isEmpty()) {
      onceMore(context);
      return;
    }
    Instant now = clock.instant();
    session
        .filter(it -> it.principal().customer().isPresent())
        .map(it -> outcome(context, it, now))
        .orElse(Future.succeededFuture(Result.FAILED))
        .otherwise(
            failure -> {
              log.error("a return from Google was not taken", failure);
              return Result.FAILED;
            })
        .onSuccess(result -> redirect(context, result));
  }

  private static void onceMore(RoutingContext context) {
    String query = context.request().query();
    String address =
        context.request().path() + "?" + (query == null ? "" : query + "&") + AGAIN + "=1";
    context
        .response()
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end(
            "<!doctype html><meta charset=\"utf-8\"><title>…</title>"
                + "<meta http-equiv=\"refresh\" content=\"0;url="
                + escaped(address)
                + "\">");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }

  private Future<Result> outcome(RoutingContext context, ActiveSession session, Instant now) {
    Optional<String> state = parameter(context, "state");
    Optional<String> code = parameter(context, "code");
    CustomerId customer = session.principal().customer().orElseThrow();
    if (state.isEmpty()) {
      return Future.succeededFuture(Result.FAILED);
    }
    return database.inTransaction(
        customer,
        tx ->
            GoogleAuthorizations.take(
                    tx, AuthorizationUrl.sha256(state.get()), session.principal().sessionId())
                .compose(
                    taken -> {
                      if (taken.isEmpty() || !now.isBefore(taken.get().expiresAt())) {
                        return Future.succeededFuture(Result.FAILED);
                      }
                      return code.isEmpty()
                          ? Future.succeededFuture(Result.REFUSED)
                          : handOver(tx, customer, taken.get(), code.get(), now);
                    }));
  }

  /** Appends the request while the consent holds (E6). */
  private Future<Result> handOver(
      Tx tx, CustomerId customer, Authorization authorization, String code, Instant now) {
    Optional<String> verifier =
        sealer.open(authorization.verifier().bytes(), GoogleHandlers.sealedFor(authorization.id()));
    return Consents.inForce(tx, authorization.account(), authorization.purposes().getFirst())
        .compose(
            consent ->
                consent.isEmpty() || verifier.isEmpty()
                    ? Future.succeededFuture(Result.FAILED)
                    : append(tx, customer, consent.get(), code, verifier.get(), now)
                        .map(Result.LINKED));
  }

  private Future<Void> append(
      Tx tx, CustomerId customer, Consent consent, String code, String verifier, Instant now) {
    UUID id = Id.next();
    OfferedCode offered = new OfferedCode(code, verifier, settings.redirectUri());
    return GoogleRequests.append(
        tx,
        GoogleRequest.connect(
            customer,
            id,
            consent.account(),
            consent.id(),
            sealer.seal(offered.text(), OfferedCode.sealedFor(customer, id)),
            now));
  }

  private static Optional<String> parameter(RoutingContext context, String name) {
    return context.queryParam(name).stream()
        .findFirst()
        .filter(text -> !text.isEmpty() && text.length() <= LONGEST);
  }

  private static void redirect(RoutingContext context, Result result) {
    context
        .response()
        .setStatusCode(303)
        .putHeader("Cache-Control", "no-store")
        .putHeader("Location", "/settings/google?result=" + result.word())
        .end();
  }
}
