package io.permanence.testing.standin.google.people;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** How many full syncs an account may begin in a minute. Safe to use from every thread. */
final class FirstPageQuota {
  private static final int USUAL = 60;

  private final Map<String, Long> begun = new HashMap<>();
  private int perMinute = USUAL;

  synchronized void allow(int perMinute) {
    this.perMinute = perMinute;
    begun.clear();
  }

  synchronized boolean begin(String account, Instant now) {
    String minute = account + " " + now.getEpochSecond() / 60;
    if (!begun.containsKey(minute)) {
      begun.keySet().removeIf(earlier -> earlier.startsWith(account + " "));
    }
    return begun.merge(minute, 1L, Long::sum) <= perMinute;
  }
}
