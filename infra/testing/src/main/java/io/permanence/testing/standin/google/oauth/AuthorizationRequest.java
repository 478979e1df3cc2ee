package io.permanence.testing.standin.google.oauth;

import io.permanence.testing.standin.google.oauth.OAuthSeed.Client;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an application asks of a user.
 *
 * @param offline whether it wants a refresh token
 * @param insists whether it asks for consent even if the user gave it before
 * @param incremental whether scopes granted earlier are to be included
 */
record AuthorizationRequest(
    String clientId,
    String redirectUri,
    List<String> scopes,
    String state,
    String nonce,
    String challenge,
    String challengeMethod,
    boolean offline,
    boolean insists,
    boolean incremental) {

  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9._~-]{43,128}");
  private static final Pattern SCOPE =
      Pattern.compile(
          "openid|email|profile|https://www\\.googleapis\\.com/auth/"
              + "(userinfo\\.(email|profile)|contacts(\\.readonly|\\.other\\.readonly)?"
              + "|calendar(\\.[a-z.]+)?)");

  AuthorizationRequest {
    scopes = List.copyOf(scopes);
  }

  /** Either the request, or why Google shows an error page instead of asking the user. */
  sealed interface Reading {
    record Sound(AuthorizationRequest request) implements Reading {}

    record Wrong(String error, String detail) implements Reading {}
  }

  static Reading read(MultiMap query, Client client) {
    Reading.Wrong wrong = wrong(query, client);
    if (wrong != null) {
      return wrong;
    }
    return new Reading.Sound(
        new AuthorizationRequest(
            client.id(),
            of(query, "redirect_uri", ""),
            List.of(of(query, "scope", "").trim().split("\\s+", -1)),
            of(query, "state", ""),
            of(query, "nonce", ""),
            of(query, "code_challenge", ""),
            of(query, "code_challenge_method", ""),
            of(query, "access_type", "online").equals("offline"),
            List.of(of(query, "prompt", "").split(" ", -1)).contains("consent"),
            of(query, "include_granted_scopes", "false").equals("true")));
  }

  private static Reading.@Nullable Wrong wrong(MultiMap query, Client client) {
    if (!of(query, "client_id", "").equals(client.id())) {
      return new Reading.Wrong("invalid_client", "The OAuth client was not found.");
    }
    if (!client.redirectUris().contains(of(query, "redirect_uri", ""))) {
      return new Reading.Wrong(
          "redirect_uri_mismatch",
          "The redirect URI in the request does not match a registered redirect URI.");
    }
    if (!of(query, "response_type", "").equals("code")) {
      return new Reading.Wrong("unsupported_response_type", "response_type must be code");
    }
    for (String scope : of(query, "scope", "").trim().split("\\s+", -1)) {
      if (!SCOPE.matcher(scope).matches()) {
        return new Reading.Wrong(
            scope.isEmpty() ? "invalid_request" : "invalid_scope", "Missing or unknown scope");
      }
    }
    return manners(query);
  }

  private static Reading.@Nullable Wrong manners(MultiMap query) {
    String challenge = of(query, "code_challenge", "");
    boolean sound =
        Set.of("online", "offline").contains(of(query, "access_type", "online"))
            && Set.of("none", "consent", "select_account", "consent select_account", "")
                .contains(of(query, "prompt", ""))
            && (challenge.isEmpty() || CHALLENGE.matcher(challenge).matches())
            && Set.of("S256", "plain").contains(of(query, "code_challenge_method", "plain"));
    return sound
        ? null
        : new Reading.Wrong(
            "invalid_request", "access_type, prompt or code_challenge is not well formed");
  }

  private static String of(MultiMap query, String name, String otherwise) {
    return Objects.requireNonNullElse(query.get(name), otherwise);
  }
}
