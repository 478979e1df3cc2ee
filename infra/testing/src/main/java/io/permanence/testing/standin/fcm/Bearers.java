package io.permanence.testing.standin.fcm;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The access tokens that may send. */
final class Bearers {
  static final Duration LIFETIME = Duration.ofHours(1);
  private static final String SCHEME = "Bearer ";

  private final Map<String, Instant> expiries = new ConcurrentHashMap<>();

  String issue(Instant now) {
    String bearer = "ya29." + UUID.randomUUID();
    expiries.put(bearer, now.plus(LIFETIME));
    return bearer;
  }

  void allow(String bearer) {
    expiries.put(bearer, Instant.MAX);
  }

  boolean admit(@Nullable String authorization, Instant now) {
    if (authorization == null || !authorization.startsWith(SCHEME)) {
      return false;
    }
    Instant expiry = expiries.get(authorization.substring(SCHEME.length()));
    return expiry != null && expiry.isAfter(now);
  }
}
