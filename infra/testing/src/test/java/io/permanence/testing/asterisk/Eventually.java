package io.permanence.testing.asterisk;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/** Waits in a test for something to become true. */
final class Eventually {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private Eventually() {}

  /** Returns when it holds; fails when it does not within half a minute. */
  static void holds(String what, Callable<Boolean> condition) throws Exception {
    Instant end = Instant.now().plus(LIMIT);
    while (!condition.call()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("not within " + LIMIT + ": " + what);
      }
      Thread.sleep(Duration.ofMillis(20));
    }
  }
}
