package io.permanence.testing.standin.fcm;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Which devices FCM knows. */
final class PushTokens {
  private static final Pattern DEMO =
      Pattern.compile("demo-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Set<String> registered = ConcurrentHashMap.newKeySet();
  private final Set<String> removed = ConcurrentHashMap.newKeySet();

  void register(String token) {
    removed.remove(token);
    registered.add(token);
  }

  void remove(String token) {
    registered.remove(token);
    removed.add(token);
  }

  boolean knows(String token) {
    return registered.contains(token)
        || (DEMO.matcher(token).matches() && !removed.contains(token));
  }
}
