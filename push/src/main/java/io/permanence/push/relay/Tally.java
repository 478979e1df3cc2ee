package io.permanence.push.relay;

import io.micrometer.core.instrument.MeterRegistry;
import io.permanence.model.delivery.Channel;
import java.util.Locale;

/** How many deliveries ended how, by channel. */
public final class Tally {
  private final MeterRegistry meters;

  /** Counts into these meters, as {@code permanence_deliveries}. */
  public Tally(MeterRegistry meters) {
    this.meters = meters;
  }

  void count(Channel channel, String end) {
    meters
        .counter(
            "permanence.deliveries",
            "channel",
            channel.name().toLowerCase(Locale.ROOT),
            "end",
            end.toLowerCase(Locale.ROOT))
        .increment();
  }
}
