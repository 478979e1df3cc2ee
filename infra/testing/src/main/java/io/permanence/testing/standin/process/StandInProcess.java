package io.permanence.testing.standin.process;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Runs something until the process is told to stop. */
public final class StandInProcess {
  private static final long START_MINUTES = 5;
  private static final long STOP_SECONDS = 8;

  private StandInProcess() {}

  /**
   * Starts it and prints where it listens on standard output, the log going to standard error. When
   * it does not start, says why and ends the process with 1.
   *
   * @param start what to start; may throw when its settings are wrong
   */
  public static <T> void run(
      Function<Vertx, Future<T>> start,
      Function<T, JsonObject> addresses,
      Function<T, Future<Void>> close) {
    System.setProperty(
        "logback.configurationFile", "io/permanence/testing/standin/process-logback.xml");
    Vertx vertx = Vertx.vertx();
    try {
      T running = await(start.apply(vertx), START_MINUTES, TimeUnit.MINUTES);
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> stop(vertx, close.apply(running)), "stop"));
      new PrintStream(System.out, true, StandardCharsets.UTF_8)
          .println(addresses.apply(running).encode());
    } catch (ExecutionException failed) {
      giveUp(vertx, Objects.requireNonNullElse(failed.getCause(), failed));
    } catch (InterruptedException | TimeoutException | RuntimeException failed) {
      giveUp(vertx, failed);
    }
  }

  private static void stop(Vertx vertx, Future<Void> closing) {
    try {
      await(closing.transform(closed -> vertx.close()), STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException late) {
      System.err.println("stopped in a hurry: " + late.getMessage());
    }
  }

  private static void giveUp(Vertx vertx, Throwable why) {
    System.err.println("error: " + why.getMessage());
    vertx.close();
    System.exit(1);
  }

  private static <T> T await(Future<T> future, long time, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    return future.toCompletionStage().toCompletableFuture().get(time, unit);
  }
}
