package io.permanence.portal.google;

import io.permanence.model.id.Id;
import io.permanence.portal.http.Answer;
import io.permanence.portal.http.Operation;
import io.permanence.portal.http.Request;
import io.permanence.runtime.http.Problem;
import io.permanence.runtime.secret.Sealer;
import io.permanence.store.Database;
import io.permanence.store.Tx;
import io.permanence.store.consent.Consents;
import io.permanence.store.consent.Purpose;
import io.permanence.store.google.GoogleAuthorizations;
import io.permanence.store.google.GoogleAuthorizations.Authorization;
import io.permanence.store.google.LinkStatus;
import io.permanence.store.google.Sealed;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The links to Google, one a purpose: how they stand, and the way there. */
public final class GoogleHandlers {
  private static final Duration VALID = Duration.ofMinutes(10);
  private static final int RANDOM_BYTES = 32;

  private final Database database;
  private final Sealer sealer;
  private final GoogleSettings settings;
  private final SecureRandom random = new SecureRandom();

  /** Works on the customer's link. */
  public GoogleHandlers(Database database, Sealer sealer, GoogleSettings settings) {
    this.database = database;
    this.sealer = sealer;
    this.settings = settings;
  }

  /** The operations by their ids. */
  public Map<String, Operation> operations() {
    return Map.of("getGoogleLink", this::status, "startGoogleAuthorization", this::start);
  }

  private record Started(String authorizationUrl, Instant expiresAt) {}

  private Future<Answer> status(Request request) {
    return database
        .inTransaction(request.customer(), LinkStatus::read)
        .map(all -> Answer.ok(new LinkView.All(all.stream().map(LinkView::of).toList())));
  }

  private Future<Answer> start(Request request) {
    Purpose purpose = Purpose.of(request.body().text("purpose")).orElseThrow();
    Optional<String> client = settings.clientId();
    if (client.isEmpty()) {
      return Future.failedFuture(
          Problem.conflict("google-not-set-up", "No client at Google is set up.").exception());
    }
    String state = secret();
    String verifier = secret();
    Instant expiresAt = request.now().plus(VALID);
    Authorization begun = begun(request, purpose, verifier, expiresAt);
    return database
        .inTransaction(
            request.customer(),
            tx ->
                consented(tx, request, purpose)
                    .compose(
                        given ->
                            GoogleAuthorizations.begin(
                                tx,
                                request.customer(),
                                begun,
                                AuthorizationUrl.sha256(state),
                                request.now())))
        .map(
            done ->
                Answer.created(
                    true,
                    new Started(
                        AuthorizationUrl.of(settings, client.get(), purpose, state, verifier),
                        expiresAt)));
  }

  private Authorization begun(
      Request request, Purpose purpose, String verifier, Instant expiresAt) {
    UUID id = Id.next();
    return new Authorization(
        id,
        request.account(),
        request.session().principal().sessionId(),
        new Sealed(sealer.seal(verifier, sealedFor(id))),
        List.of(purpose),
        expiresAt);
  }

  static String sealedFor(UUID authorization) {
    return "google-authorization/" + authorization;
  }

  private static Future<Void> consented(Tx tx, Request request, Purpose purpose) {
    return Consents.inForce(tx, request.account(), purpose)
        .compose(
            consent ->
                consent.isPresent()
                    ? Future.succeededFuture()
                    : Future.failedFuture(
                        Problem.conflict("consent-required", "Google needs a consent in force.")
                            .exception()));
  }

  private String secret() {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return AuthorizationUrl.base64(bytes);
  }
}
