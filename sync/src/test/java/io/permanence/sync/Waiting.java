package io.permanence.sync;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits in a test's own thread for what happens elsewhere. */
public final class Waiting {
  private static final long SECONDS = 12;

  private Waiting() {}

  /** The future's value. */
  public static <T> T on(Future<T> future) {
    return future
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(SECONDS, TimeUnit.SECONDS)
        .join();
  }

  /** Until it is so; an assertion error says what was seen last. */
  public static void until(String wish, BooleanSupplier so, Supplier<?> seen) {
    long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain until " + wish + "; seen: " + seen.get());
      }
      pause();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(10);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }
}
