package io.permanence.testing.standin.google.oauth;

import io.permanence.testing.standin.google.oauth.Grants.Code;
import io.permanence.testing.standin.google.oauth.Grants.Live;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** The application's part: tokens for codes, and what becomes of tokens. */
final class TokenRoutes {
  private final String clientId;
  private final Clock clock;
  private final Grants grants;
  private final Emulator emulator;

  TokenRoutes(String clientId, Clock clock, Grants grants, Emulator emulator) {
    this.clientId = clientId;
    this.clock = clock;
    this.grants = grants;
    this.emulator = emulator;
  }

  void addTo(Router router) {
    router.post("/oauth2/token").handler(this::token);
    router.post("/oauth2/revoke").handler(this::revoke);
    router.get("/tokeninfo").handler(this::tokenInfo);
    router.get("/oauth2/v2/userinfo").handler(this::userInfo);
    router.get("/oauth2/v3/certs").handler(emulator::pass);
    router.get("/.well-known/openid-configuration").handler(emulator::pass);
    router.get("/control/accounts/:email").handler(this::granted);
    router.post("/control/accounts/:email/revoke").handler(this::withdrawn);
    router.post("/control/expire-access-tokens").handler(this::expire);
  }

  private void granted(RoutingContext context) {
    boolean granted = grants.isGranted(context.pathParam("email"), clock.instant());
    context
        .response()
        .putHeader("Content-Type", "application/json")
        .end(new JsonObject().put("granted", granted).encode());
  }

  private void token(RoutingContext context) {
    MultiMap form = context.request().formAttributes();
    if (of(form, "grant_type").equals("refresh_token")) {
      refresh(context, form);
    } else {
      exchange(context, form);
    }
  }

  private void exchange(RoutingContext context, MultiMap form) {
    Optional<Code> code = grants.takeCode(of(form, "code"), clock.instant());
    if (of(form, "grant_type").equals("authorization_code") && code.isEmpty()) {
      error(context, 400, "invalid_grant", "Malformed auth code.");
      return;
    }
    String redirectUri = code.map(Code::request).map(AuthorizationRequest::redirectUri).orElse("");
    if (code.isPresent() && !redirectUri.equals(of(form, "redirect_uri"))) {
      error(context, 400, "redirect_uri_mismatch", "Bad Request");
      return;
    }
    emulator
        .token(form)
        .onSuccess(
            answer -> {
              if (answer.statusCode() == 200 && code.isPresent()) {
                context.json(handedOut(answer.bodyAsJsonObject(), code.get()));
              } else {
                emulator.answer(context, answer);
              }
            })
        .onFailure(context::fail);
  }

  private JsonObject handedOut(JsonObject tokens, Code code) {
    if (grants.handsOutRefreshToken(code)) {
      grants.refreshTokenIssued(tokens.getString("refresh_token"), code);
    } else {
      tokens.remove("refresh_token");
    }
    String accessToken = tokens.getString("access_token");
    grants.accessTokenIssued(accessToken, code.email(), code.scopes(), clock.instant());
    return tokens.put("expires_in", Grants.ACCESS_LIFETIME.toSeconds() - 1);
  }

  private void refresh(RoutingContext context, MultiMap form) {
    String refreshToken = of(form, "refresh_token");
    if (!grants.refreshable(refreshToken)) {
      error(context, 400, "invalid_grant", "Token has been expired or revoked.");
      return;
    }
    emulator
        .token(form)
        .onSuccess(
            answer -> {
              if (answer.statusCode() == 200) {
                String token = answer.bodyAsJsonObject().getString("access_token");
                if (!grants.refreshed(refreshToken, token, clock.instant())) {
                  error(context, 400, "invalid_grant", "Token has been expired or revoked.");
                  return;
                }
              }
              emulator.answer(context, answer);
            })
        .onFailure(context::fail);
  }

  private void revoke(RoutingContext context) {
    String token =
        Objects.requireNonNullElse(
            context.request().getFormAttribute("token"), context.request().getParam("token", ""));
    Optional<String> email = grants.owner(token);
    if (email.isEmpty()) {
      error(context, 400, "invalid_token", "Token expired or revoked");
      return;
    }
    revokeAll(email.get())
        .onSuccess(done -> context.json(new JsonObject()))
        .onFailure(context::fail);
  }

  /** Ends every token of the account, here and at the emulator. */
  Future<Void> revokeAll(String email) {
    return Future.all(grants.revoke(email).stream().map(emulator::revoke).toList()).mapEmpty();
  }

  private void withdrawn(RoutingContext context) {
    revokeAll(context.pathParam("email"))
        .onSuccess(done -> context.response().setStatusCode(204).end())
        .onFailure(context::fail);
  }

  private void expire(RoutingContext context) {
    grants.expireAccessTokens();
    context.response().setStatusCode(204).end();
  }

  private void tokenInfo(RoutingContext context) {
    Instant now = clock.instant();
    Optional<Live> live = grants.live(context.request().getParam("access_token", ""), now);
    if (live.isEmpty()) {
      error(context, 400, "invalid_token", "Invalid Value");
      return;
    }
    Live token = live.get();
    context.json(
        new JsonObject()
            .put("azp", clientId)
            .put("aud", clientId)
            .put("scope", String.join(" ", token.scopes()))
            .put("exp", "" + token.until().getEpochSecond())
            .put("expires_in", "" + Duration.between(now, token.until()).toSeconds())
            .put("email", token.email())
            .put("access_type", token.offline() ? "offline" : "online"));
  }

  private void userInfo(RoutingContext context) {
    String authorization =
        Objects.requireNonNullElse(context.request().getHeader(HttpHeaders.AUTHORIZATION), "");
    String bearer = authorization.replaceFirst("^Bearer ", "");
    if (grants.live(bearer, clock.instant()).isEmpty()) {
      error(context, 401, "invalid_request", "Invalid Credentials");
      return;
    }
    emulator.pass(context);
  }

  private static String of(MultiMap form, String name) {
    return Objects.requireNonNullElse(form.get(name), "");
  }

  private static void error(RoutingContext context, int status, String error, String detail) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .end(new JsonObject().put("error", error).put("error_description", detail).encode());
  }
}
