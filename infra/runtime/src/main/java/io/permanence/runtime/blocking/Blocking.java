package io.permanence.runtime.blocking;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs calls into a blocking library on virtual threads: at most so many at once, at most so many
 * waiting. The result arrives on the caller's Vert.x context.
 */
public final class Blocking implements AutoCloseable {
  private final Vertx vertx;
  private final ExecutorService threads;
  private final Semaphore running;
  private final AtomicInteger room;
  private final String name;

  /** Too many calls are waiting; later there may be room. */
  public static final class Busy extends IllegalStateException {
    private static final long serialVersionUID = 1;

    Busy(String name) {
      super(name + ": too many calls are waiting");
    }
  }

  /**
   * Prepares the threads; none is started before the first call.
   *
   * @param name of the library, for thread names and errors
   * @param atOnce calls running at the same time
   * @param waiting calls that may wait for their turn before new ones are refused
   */
  public Blocking(Vertx vertx, String name, int atOnce, int waiting) {
    this.vertx = vertx;
    this.name = name;
    this.running = new Semaphore(atOnce, true);
    this.room = new AtomicInteger(atOnce + waiting);
    this.threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(name, 0).factory());
  }

  /** Runs the call; fails with what it throws, or at once when too many wait. */
  public <T> Future<T> call(Callable<T> call) {
    Promise<T> promise = Promise.promise();
    Future<T> onContext = onCallersContext(promise.future());
    if (room.getAndDecrement() <= 0) {
      room.incrementAndGet();
      promise.fail(new Busy(name));
      return onContext;
    }
    threads.execute(() -> run(call, promise));
    return onContext;
  }

  private <T> void run(Callable<T> call, Promise<T> promise) {
    try {
      running.acquire();
      try {
        promise.complete(call.call());
      } finally {
        running.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      promise.tryFail(e);
    } catch (Exception | LinkageError e) {
      promise.tryFail(e);
    } finally {
      room.incrementAndGet();
    }
  }

  private <T> Future<T> onCallersContext(Future<T> future) {
    Promise<T> here = ((io.vertx.core.impl.VertxInternal) vertx).getOrCreateContext().promise();
    future.onComplete(here);
    return here.future();
  }

  /** Interrupts what runs and refuses what comes. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
