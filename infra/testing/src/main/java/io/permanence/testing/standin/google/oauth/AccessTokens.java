package io.permanence.testing.standin.google.oauth;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import java.util.Optional;
import java.util.Set;

/** Tells what a bearer token allows; how a Google service learns whom it serves. */
@FunctionalInterface
public interface AccessTokens {
  /**
   * What the owner of an account allowed.
   *
   * @param email whose account
   */
  record Access(String email, Set<String> scopes) {
    public Access {
      scopes = Set.copyOf(scopes);
    }
  }

  /** Empty for a token that nobody issued, or that has expired or been revoked. */
  Future<Optional<Access>> check(String bearer);

  /** Asks the OAuth server at that address, which may be another process. */
  static AccessTokens askedAt(Vertx vertx, String oauthUrl) {
    WebClient client = WebClient.create(vertx);
    return bearer ->
        client
            .getAbs(oauthUrl + "/tokeninfo")
            .addQueryParam("access_token", bearer)
            .timeout(5_000)
            .send()
            .map(
                answer ->
                    answer.statusCode() == 200
                        ? Optional.of(access(answer.bodyAsJsonObject()))
                        : Optional.empty());
  }

  private static Access access(JsonObject info) {
    return new Access(info.getString("email"), Set.of(info.getString("scope").split(" ", -1)));
  }
}
