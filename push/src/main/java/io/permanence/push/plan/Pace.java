package io.permanence.push.plan;

import java.time.Duration;

/**
 * How hard a channel presses its provider. After eight answers in a row that say "not now", or none
 * at all, one delivery at a time probes it, so that an outage costs the waiting thousands no
 * attempts; the first real answer opens the channel again.
 *
 * @param failuresInARow answers since the last real one
 */
public record Pace(int failuresInARow) {
  /** The least time between two probes of a provider that does not answer. */
  public static final Duration BETWEEN_PROBES = Duration.ofMillis(900);

  private static final int PATIENCE = 8;

  /** Nothing went wrong yet. */
  public static final Pace FULL = new Pace(0);

  /** The pace after this outcome. */
  public Pace after(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted accepted -> FULL;
      case Outcome.Gone gone -> FULL;
      case Outcome.Failed failed -> FULL;
      case Outcome.Retry retry -> new Pace(failuresInARow + 1);
      case Outcome.Unsure unsure -> new Pace(failuresInARow + 1);
    };
  }

  /** Whether the provider is only probed, once a look round. */
  public boolean probing() {
    return failuresInARow >= PATIENCE;
  }

  /** How many deliveries may be under way at once. */
  public int atOnce(int most) {
    return probing() ? 1 : most;
  }
}
