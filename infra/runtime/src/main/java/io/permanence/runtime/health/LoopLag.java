package io.permanence.runtime.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long an event loop kept others waiting (R5): every loop is asked to run something at short
 * intervals; what it is late is the time that something else held it, or that the machine gave it
 * no processor. The figure is the longest since it was read last, so it is meant for one reader.
 */
public final class LoopLag {
  private static final long EVERY_MILLIS = 10;

  private final AtomicLong longest = new AtomicLong();

  private LoopLag() {}

  /** Watches every event loop of this process from now on. */
  public static LoopLag watch(Vertx vertx, MeterRegistry metrics) {
    LoopLag lag = new LoopLag();
    for (EventExecutor loop : ((VertxInternal) vertx).getEventLoopGroup()) {
      lag.expect(loop, System.nanoTime());
    }
    Gauge.builder("permanence.event.loop.lag.max", lag, LoopLag::seconds)
        .baseUnit("seconds")
        .description("longest an event loop was late since this was read last")
        .register(metrics);
    return lag;
  }

  private void expect(EventExecutor loop, long now) {
    long due = now + TimeUnit.MILLISECONDS.toNanos(EVERY_MILLIS);
    if (!loop.isShuttingDown()) {
      var unused = loop.schedule(() -> ran(loop, due), EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void ran(EventExecutor loop, long due) {
    long now = System.nanoTime();
    longest.accumulateAndGet(now - due, Math::max);
    expect(loop, now);
  }

  private double seconds() {
    return longest.getAndSet(0) / 1e9;
  }
}
