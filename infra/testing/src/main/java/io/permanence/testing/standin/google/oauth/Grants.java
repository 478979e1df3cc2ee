package io.permanence.testing.standin.google.oauth;

import io.permanence.testing.standin.google.oauth.AccessTokens.Access;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who has granted what, and the tokens that say so. One application, so a grant is an account's.
 * Used from one event loop, or under this object's monitor.
 */
final class Grants {
  static final Duration CODE_LIFETIME = Duration.ofMinutes(10);
  static final Duration ACCESS_LIFETIME = Duration.ofHours(1);

  /** A code that waits for its exchange. */
  record Code(String email, List<String> scopes, AuthorizationRequest request, Instant until) {}

  /**
   * A live access token.
   *
   * @param offline whether its grant has a refresh token
   */
  record Live(String email, List<String> scopes, Instant until, boolean offline) {
    Access access() {
      return new Access(email, Set.copyOf(scopes));
    }
  }

  private record Refresh(String email, List<String> scopes) {}

  private final Map<String, Code> codes = new HashMap<>();
  private final Map<String, Live> accessTokens = new HashMap<>();
  private final Map<String, Refresh> refreshTokens = new HashMap<>();

  synchronized void codeIssued(
      String code, String email, List<String> scopes, AuthorizationRequest request, Instant now) {
    codes.put(code, new Code(email, scopes, request, now.plus(CODE_LIFETIME)));
  }

  /** The code, once. */
  synchronized Optional<Code> takeCode(String code, Instant now) {
    return Optional.ofNullable(codes.remove(code)).filter(taken -> taken.until().isAfter(now));
  }

  /** The scopes asked for, with those granted earlier when the request wants them included. */
  synchronized List<String> withEarlier(
      List<String> granted, String email, AuthorizationRequest request) {
    var all = new LinkedHashSet<>(granted);
    if (request.incremental()) {
      refreshTokens.values().stream()
          .filter(refresh -> refresh.email().equals(email))
          .forEach(refresh -> all.addAll(refresh.scopes()));
    }
    return List.copyOf(all);
  }

  /** Whether this exchange hands out a refresh token. */
  synchronized boolean handsOutRefreshToken(Code code) {
    return code.request().offline() && (code.request().insists() || !hasRefreshToken(code.email()));
  }

  private boolean hasRefreshToken(String email) {
    return refreshTokens.values().stream().anyMatch(refresh -> refresh.email().equals(email));
  }

  synchronized void refreshTokenIssued(String token, Code code) {
    refreshTokens.put(token, new Refresh(code.email(), code.scopes()));
  }

  synchronized void accessTokenIssued(
      String token, String email, List<String> scopes, Instant now) {
    Instant until = now.plus(ACCESS_LIFETIME);
    accessTokens.put(token, new Live(email, scopes, until, hasRefreshToken(email)));
  }

  /** Another access token for a refresh token that still counts. */
  synchronized boolean refreshed(String refreshToken, String accessToken, Instant now) {
    Refresh refresh = refreshTokens.get(refreshToken);
    if (refresh != null) {
      accessTokenIssued(accessToken, refresh.email(), refresh.scopes(), now);
    }
    return refresh != null;
  }

  synchronized boolean refreshable(String refreshToken) {
    return refreshTokens.containsKey(refreshToken);
  }

  synchronized Optional<Live> live(String accessToken, Instant now) {
    return Optional.ofNullable(accessTokens.get(accessToken))
        .filter(live -> live.until().isAfter(now));
  }

  /** Whose token it is, of either kind, expired or not. */
  synchronized Optional<String> owner(String token) {
    return Optional.ofNullable(refreshTokens.get(token))
        .map(Refresh::email)
        .or(() -> Optional.ofNullable(accessTokens.get(token)).map(Live::email));
  }

  synchronized boolean isGranted(String email, Instant now) {
    return hasRefreshToken(email)
        || accessTokens.values().stream()
            .anyMatch(live -> live.email().equals(email) && live.until().isAfter(now));
  }

  /** Ends the account's grant; returns the tokens that counted until now. */
  synchronized List<String> revoke(String email) {
    var ended = new ArrayList<String>();
    accessTokens.forEach((token, live) -> addIf(live.email().equals(email), token, ended));
    refreshTokens.forEach((token, refresh) -> addIf(refresh.email().equals(email), token, ended));
    ended.forEach(accessTokens::remove);
    ended.forEach(refreshTokens::remove);
    codes.values().removeIf(code -> code.email().equals(email));
    return ended;
  }

  private static void addIf(boolean wanted, String token, List<String> tokens) {
    if (wanted) {
      tokens.add(token);
    }
  }

  synchronized void expireAccessTokens() {
    accessTokens.clear();
  }
}
