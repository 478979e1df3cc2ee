package io.permanence.model.line;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
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

  /**
   * Every week at these hours; never empty.
   *
   * @param closedOnHolidays whether no hours begin on a public holiday of the line
   * @param otherDays dates with hours of their own, in order, each once; they win over the week and
   *     over holidays
   */
  record Weekly(List<Hours> hours, boolean closedOnHolidays, List<OtherDay> otherDays)
      implements Window {
    public Weekly {
      hours = List.copyOf(hours);
      otherDays = otherDays.stream().sorted(Comparator.comparing(OtherDay::date)).toList();
      if (hours.isEmpty()) {
        throw new IllegalArgumentException("a weekly window has at least one row of hours");
      }
      if (otherDays.stream().map(OtherDay::date).distinct().count() < otherDays.size()) {
        throw new IllegalArgumentException("a date is an exception once");
      }
    }

    /** The same hours every week, holidays or not. */
    public Weekly(List<Hours> hours) {
      this(hours, false, List.of());
    }

    /** The exception of a date. */
    public Optional<OtherDay> on(LocalDate date) {
      return otherDays.stream().filter(each -> each.date().equals(date)).findFirst();
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

    /** The hours without their days. */
    public Times times() {
      return new Times(from, to);
    }
  }

  /** Hours that begin on one day; as in {@link Hours} they may run over midnight. */
  record Times(LocalTime from, LocalTime to) {}

  /**
   * A date with hours of its own, whatever the week says.
   *
   * @param times that begin on that date; none: closed. Hours of the evening before that run over
   *     midnight are not cut off
   */
  record OtherDay(LocalDate date, List<Times> times) {
    public OtherDay {
      times = List.copyOf(times);
    }
  }
}
