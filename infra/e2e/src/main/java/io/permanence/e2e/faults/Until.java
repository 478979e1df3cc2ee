package io.permanence.e2e.faults;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition. */
final class Until {
  private static final Duration STEP = Duration.ofMillis(20);

  private Until() {}

  /** How long it took until the condition held; the limit and more when it did not. */
  static Duration took(Duration limit, BooleanSupplier condition) {
    long began = System.nanoTime();
    while (!condition.getAsBoolean() && System.nanoTime() - began < limit.toNanos()) {
      pause(STEP);
    }
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /** Whether the condition came to hold in time; once it did it is not asked again. */
  static boolean holds(Duration limit, BooleanSupplier condition) {
    long began = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - began >= limit.toNanos()) {
        return false;
      }
      pause(STEP);
    }
    return true;
  }

  /** Part of what is done, never a guess how long something takes: the pace of a load. */
  static void pause(Duration duration) {
    LockSupport.parkNanos(duration.toNanos());
  }
}
