package io.permanence.testing.standin.google.oauth;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.ext.web.codec.BodyCodec;
import java.net.URI;
import java.util.List;

/** The emulator as seen by the gate. */
final class Emulator {
  private final WebClient client;

  Emulator(Vertx vertx, int port) {
    this.client =
        WebClient.create(
            vertx,
            new WebClientOptions()
                .setDefaultHost("127.0.0.1")
                .setDefaultPort(port)
                .setFollowRedirects(false));
  }

  /** The user's yes; gives the code. */
  Future<String> consent(String email, List<String> scopes, AuthorizationRequest request) {
    MultiMap form =
        MultiMap.caseInsensitiveMultiMap()
            .add("email", email)
            .add("redirect_uri", request.redirectUri())
            .add("scope", String.join(" ", scopes))
            .add("state", "")
            .add("nonce", request.nonce())
            .add("client_id", request.clientId())
            .add("code_challenge", request.challenge())
            .add("code_challenge_method", request.challengeMethod());
    return client
        .post("/o/oauth2/v2/auth/callback")
        .sendForm(form)
        .map(answer -> code(answer.getHeader("Location")));
  }

  private static String code(String location) {
    for (String pair : URI.create(location).getQuery().split("&", -1)) {
      if (pair.startsWith("code=")) {
        return pair.substring("code=".length());
      }
    }
    throw new IllegalStateException("the emulator gave no code");
  }

  Future<HttpResponse<Buffer>> token(MultiMap form) {
    return client.post("/oauth2/token").sendForm(form);
  }

  Future<Void> revoke(String token) {
    return client
        .post("/oauth2/revoke")
        .as(BodyCodec.none())
        .sendForm(MultiMap.caseInsensitiveMultiMap().add("token", token))
        .mapEmpty();
  }

  /** Lets the emulator answer a GET. */
  void pass(RoutingContext context) {
    var request = client.get(context.request().uri());
    String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization != null) {
      request.putHeader("Authorization", authorization);
    }
    request.send().onSuccess(answer -> answer(context, answer)).onFailure(context::fail);
  }

  void answer(RoutingContext context, HttpResponse<Buffer> answer) {
    context
        .response()
        .setStatusCode(answer.statusCode())
        .putHeader("Content-Type", String.valueOf(answer.getHeader("Content-Type")))
        .end(answer.body() == null ? Buffer.buffer() : answer.body());
  }

  void close() {
    client.close();
  }
}
