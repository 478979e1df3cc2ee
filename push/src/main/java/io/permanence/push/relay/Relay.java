package io.permanence.push.relay;

import io.permanence.model.delivery.Delivery;
import io.permanence.model.delivery.OutboxEntry;
import io.permanence.store.Database;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The whole way from the outbox to the providers: one pump that fans out, one for each channel, so
 * that a slow channel slows no other. Woken by {@link #wake}; also looks by itself, in case a hint
 * was missed.
 */
public final class Relay {
  /** How long a worker may keep what it claimed; a dead one's work is taken over after it. */
  static final Duration LEASE = Duration.ofSeconds(12);

  private static final int FAN_OUT_AT_ONCE = 8;

  private final Vertx vertx;
  private final Pump<OutboxEntry> fanOut;
  private final List<Pump<Delivery>> channels = new ArrayList<>();
  private final List<Carrier> carriers;
  private long timer;

  /** A relay at rest, on the context of the caller. */
  public Relay(
      Vertx vertx,
      Database database,
      Clock clock,
      RandomGenerator random,
      Tally tally,
      List<Carrier> carriers) {
    this.vertx = vertx;
    this.carriers = List.copyOf(carriers);
    Context context = vertx.getOrCreateContext();
    FanOutQueue entries = new FanOutQueue(database, clock);
    for (Carrier carrier : carriers) {
      ChannelQueue queue = new ChannelQueue(database, clock, random, carrier, tally);
      channels.add(
          new Pump<>(carrier.channel().name(), context, queue::atOnce, queue::claim, queue::work));
    }
    this.fanOut =
        new Pump<>(
            "outbox",
            context,
            () -> FAN_OUT_AT_ONCE,
            entries::claim,
            entry -> entries.work(entry).onSuccess(ignored -> channels.forEach(Pump::wake)));
  }

  /** Starts looking by itself, so often, and at once. */
  public void start(Duration every) {
    timer = vertx.setPeriodic(every.toMillis(), ignored -> wake());
    wake();
  }

  /** There may be something to do. */
  public void wake() {
    fanOut.wake();
    channels.forEach(Pump::wake);
  }

  /** Claims nothing more, waits for what is under way, closes the carriers. */
  public Future<Void> stop() {
    vertx.cancelTimer(timer);
    List<Future<?>> idle = new ArrayList<>();
    idle.add(fanOut.stop());
    channels.forEach(channel -> idle.add(channel.stop()));
    return Future.join(idle)
        .eventually(() -> Future.join(carriers.stream().map(Carrier::close).toList()))
        .mapEmpty();
  }
}
