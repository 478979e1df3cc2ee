package io.permanence.push.plan;

import java.time.Duration;
import java.util.Optional;

/**
 * When to try again: 1 s after the first attempt, doubling up to 30 s, a quarter more or less so
 * that many do not come back at once. A provider that names a time gets at least that, up to an
 * hour.
 */
public final class RetrySchedule {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration LONGEST_ASKED = Duration.ofHours(1);

  private RetrySchedule() {}

  /**
   * The time to wait.
   *
   * @param attempts how often it was tried, at least 1
   * @param asked what the provider asked for
   * @param jitter at least 0, less than 1
   */
  public static Duration delay(int attempts, Optional<Duration> asked, double jitter) {
    int doublings = Math.min(attempts - 1, 10);
    Duration usual = FIRST.multipliedBy(1L << doublings);
    Duration bounded = usual.compareTo(LONGEST) > 0 ? LONGEST : usual;
    Duration spread = Duration.ofMillis(Math.round(bounded.toMillis() * (0.75 + jitter / 2)));
    Duration least = asked.filter(wish -> !wish.isNegative()).orElse(Duration.ZERO);
    Duration most = least.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : least;
    return most.compareTo(spread) > 0 ? most : spread;
  }
}
