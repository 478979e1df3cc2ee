package io.permanence.testing.standin;

import io.vertx.core.Future;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits in a test's own thread for what happens elsewhere. */
public final class Waiting {
  private static final long LIMIT_SECONDS = 30;

  private Waiting() {}

  /** The future's value, or an assertion error when it fails or takes too long. */
  public static <T> T on(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException failed) {
      throw new AssertionError(failed);
    }
  }
}
