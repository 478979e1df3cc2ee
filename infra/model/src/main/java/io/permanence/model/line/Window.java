package io.permanence.model.line;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** When an instruction is valid (A2). Weekly hours are read in the customer's time zone. */
public sealed interface Window {
  /** Once, from an instant to a later one: {@code [from, to)}. */
  record OneOff(Instant from, Instant to) implements Window {
    public OneOff {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("a one-off window ends after it begins");
      }
    }
  }

  /** Every week at these hours; never empty. */
  record Weekly(List<Hours> hours) implements Window {
    public Weekly {
      hours = List.copyOf(hours);
      if (hours.isEmpty()) {
        throw new IllegalArgumentException("a weekly window has at least one row of hours");
      }
    }
  }

  /** From an instant on (or always), until changed. */
  record OpenEnded(Optional<Instant> from) implements Window {}

  /**
   * Hours on some days of the week, {@code [from, to)} by the clock on the wall. When {@code to} is
   * not after {@code from} the hours run over midnight into the next day; {@code 00:00–00:00} is
   * the whole day.
   */
  record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    public Hours {
      days = Set.copyOf(days);
      if (days.isEmpty()) {
        throw new IllegalArgumentException("hours name at least one day");
      }
    }
  }
}
