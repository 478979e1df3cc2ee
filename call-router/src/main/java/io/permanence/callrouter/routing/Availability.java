package io.permanence.callrouter.routing;

import io.permanence.model.line.Line;
import io.permanence.model.line.Windows;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether secretaries answer a line at an instant (A12). A line without hours is answered at every
 * hour.
 */
public sealed interface Availability {
  /** Secretaries answer. */
  record Open() implements Availability {}

  /**
   * No secretary answers.
   *
   * @param opens when they do again; absent when not within eight days
   */
  record Closed(Optional<Instant> opens) implements Availability {}

  /** The line's availability at the instant. */
  static Availability of(Line line, Instant at) {
    if (line.openHours().isEmpty()) {
      return new Open();
    }
    var hours = line.openHours().get();
    return Windows.valid(hours, line.zone(), at)
        ? new Open()
        : new Closed(Windows.opensAfter(hours, line.zone(), at));
  }
}
