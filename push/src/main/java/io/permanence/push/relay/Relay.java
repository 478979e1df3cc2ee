package io.permanence.push.relay;

import io.permanence.model.delivery.Channel;
import io.permanence.model.delivery.Delivery;
import io.permanence.model.delivery.OutboxEntry;
import io.permanence.store.Database;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The whole way from the outbox to the providers: one pump that fans out, one for each channel, so
 * that a slow channel slows no other. Woken by {@link #appended}, and each channel by what is
 * queued for it; also looks by itself, in case a hint was missed.
 */
public final class Relay {
  /** How long a worker may keep what it claimed; a dead one's work is taken over after it. */
  static final Duration LEASE = Duration.ofSeconds(12);

  private static final int FAN_OUT_AT_ONCE = 8;

  private final Vertx vertx;
  private final Pump<OutboxEntry> fanOut;
  private final Map<Channel, Pump<Delivery>> channels = new EnumMap<>(Channel.class);
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
    Closings closings = new Closings(database, clock, context);
    for (Carrier carrier : carriers) {
      ChannelQueue queue = new ChannelQueue(database, clock, random, carrier, tally, closings);
      channels.put(
          carrier.channel(),
          new Pump<>(carrier.channel().name(), context, queue::atOnce, queue::claim, queue::work));
    }
    FanOutQueue entries = new FanOutQueue(database, clock, this::wake);
    this.fanOut =
        new Pump<>("outbox", context, () -> FAN_OUT_AT_ONCE, entries::claim, entries::work);
  }

  /** Starts looking by itself, so often, and at once. */
  public void start(Duration every) {
    timer = vertx.setPeriodic(every.toMillis(), ignored -> wake());
    wake();
  }

  /** There may be something to do: looks everywhere. */
  public void wake() {
    fanOut.wake();
    channels.values().forEach(Pump::wake);
  }

  /** There is something in the outbox. */
  public void appended() {
    fanOut.wake();
  }

  private void wake(Set<Channel> queued) {
    queued.stream().map(channels::get).filter(Objects::nonNull).forEach(Pump::wake);
  }

  /** Claims nothing more, waits for what is under way, closes the carriers. */
  public Future<Void> stop() {
    vertx.cancelTimer(timer);
    List<Future<?>> idle = new ArrayList<>();
    idle.add(fanOut.stop());
    channels.values().forEach(channel -> idle.add(channel.stop()));
    return Future.join(idle)
        .eventually(() -> Future.join(carriers.stream().map(Carrier::close).toList()))
        .mapEmpty();
  }
}
