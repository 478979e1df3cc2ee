package io.permanence.e2e;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition. */
public final class Until {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration STEP = Duration.ofMillis(20);

  private Until() {}

  /** Fails unless the condition comes to hold within half a minute. */
  public static void holds(String what, BooleanSupplier condition) {
    holds(what, PATIENCE, condition);
  }

  /** Fails unless the condition comes to hold in time. */
  public static void holds(String what, Duration patience, BooleanSupplier condition) {
    if (!within(patience, condition)) {
      throw new AssertionError("not within " + patience.toSeconds() + " s: " + what);
    }
  }

  /** Whether the condition came to hold in time; once it did it is not asked again. */
  public static boolean within(Duration limit, BooleanSupplier condition) {
    long began = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - began >= limit.toNanos()) {
        return false;
      }
      pause(STEP);
    }
    return true;
  }

  /** How long it took until the condition held; the limit and more when it did not. */
  public static Duration took(Duration limit, BooleanSupplier condition) {
    long began = System.nanoTime();
    within(limit, condition);
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /** Part of what is done, never a guess how long something takes: the pace of a load. */
  public static void pause(Duration duration) {
    LockSupport.parkNanos(duration.toNanos());
  }
}
