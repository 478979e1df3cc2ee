package io.permanence.model.line;

import io.permanence.model.line.Window.OtherDay;
import io.permanence.model.line.Window.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which instruction is valid at an instant, and until when (A2, A3).
 *
 * <p>The most specific window wins:
 *
 * <ol>
 *   <li>the shortest one-off,
 *   <li>then any weekly,
 *   <li>then any open-ended;
 *   <li>between equals the newest; between equally new ones the greater id, so that the answer
 *       never depends on the order of a list.
 * </ol>
 *
 * <p>Weekly hours are read from the clock on the customer's wall. They open when that clock first
 * shows {@code from} and close when it last shows {@code to}. A reading that the clock skips in
 * spring counts as the moment after the gap: 02:30–03:30 opens at 03:00 on that night, 02:10–02:50
 * does not open at all. A reading that the clock shows twice in autumn lies in the hours both
 * times: 01:30–02:30 lasts two hours that night, and 22:00–02:00 with 02:00–06:00 leaves no hole
 * between them. Hours whose end is not after their start run into the next day.
 *
 * <p>Which hours begin on a date: those of the exception made for that date, if there is one; else
 * none on a public holiday that the window keeps; else those of the day of the week.
 */
public final class Windows {
  /** Hours of the days around a date can reach it: over midnight, and over a clock set back. */
  private static final int DAYS_BEFORE = 2;

  private static final int DAYS_AFTER = 1;
  private static final int DAYS_LOOKED_AHEAD = 370;

  /** The order of the table above. */
  public static final Comparator<Instruction> MOST_SPECIFIC_FIRST =
      Comparator.<Instruction>comparingInt(each -> rank(each.window()))
          .thenComparing(each -> length(each.window()))
          .thenComparing(Instruction::createdAt, Comparator.reverseOrder())
          .thenComparing(each -> each.id().value(), Comparator.reverseOrder());

  private Windows() {}

  /** A stretch of time, {@code [from, to)}; empty when both are the same. */
  public record Span(Instant from, Instant to) {
    /** Whether the instant lies in it. */
    public boolean contains(Instant at) {
      return !at.isBefore(from) && at.isBefore(to);
    }
  }

  /**
   * The instruction that governs at an instant.
   *
   * @return empty when none is valid: the line's standing default governs
   */
  public static Optional<Instruction> governing(
      List<Instruction> instructions, Calendar calendar, Instant at) {
    return instructions.stream()
        .sorted(MOST_SPECIFIC_FIRST)
        .filter(each -> valid(each.window(), calendar, at))
        .findFirst();
  }

  private static int rank(Window window) {
    return switch (window) {
      case Window.OneOff oneOff -> 0;
      case Window.Weekly weekly -> 1;
      case Window.OpenEnded openEnded -> 2;
    };
  }

  private static Duration length(Window window) {
    return window instanceof Window.OneOff(Instant from, Instant to)
        ? Duration.between(from, to)
        : Duration.ZERO;
  }

  /** Whether the window is open at the instant. */
  public static boolean valid(Window window, Calendar calendar, Instant at) {
    return switch (window) {
      case Window.OneOff(Instant from, Instant to) -> !at.isBefore(from) && at.isBefore(to);
      case Window.Weekly weekly -> spanAround(weekly, calendar, at).isPresent();
      case Window.OpenEnded(Optional<Instant> from) -> from.map(f -> !at.isBefore(f)).orElse(true);
    };
  }

  /** When a window that is open now closes; empty for open-ended ones. */
  public static Optional<Instant> closes(Window window, Calendar calendar, Instant at) {
    return switch (window) {
      case Window.OneOff(Instant from, Instant to) -> Optional.of(to);
      case Window.Weekly weekly -> spanAround(weekly, calendar, at).map(Span::to);
      case Window.OpenEnded openEnded -> Optional.empty();
    };
  }

  /** The hours that begin on a date. */
  static List<Times> beginningOn(Window.Weekly weekly, Calendar calendar, LocalDate date) {
    Optional<OtherDay> exception = weekly.on(date);
    if (exception.isPresent()) {
      return exception.get().times();
    }
    if (weekly.closedOnHolidays() && calendar.holiday(date)) {
      return List.of();
    }
    return weekly.hours().stream()
        .filter(hours -> hours.days().contains(date.getDayOfWeek()))
        .map(Window.Hours::times)
        .toList();
  }

  /** The stretch of weekly hours that contains the instant; of several the one that ends last. */
  static Optional<Span> spanAround(Window.Weekly weekly, Calendar calendar, Instant at) {
    ZoneRules rules = calendar.zone().getRules();
    LocalDate today = today(rules, at);
    Span last = null;
    for (int day = -DAYS_BEFORE; day <= DAYS_AFTER; day++) {
      LocalDate date = today.plusDays(day);
      for (Times times : beginningOn(weekly, calendar, date)) {
        Span span = span(times, date, rules);
        if (span.contains(at) && (last == null || span.to().isAfter(last.to()))) {
          last = span;
        }
      }
    }
    return Optional.ofNullable(last);
  }

  /** When the weekly hours next open after the instant; empty when not within a year. */
  public static Optional<Instant> opensAfter(Window.Weekly weekly, Calendar calendar, Instant at) {
    ZoneRules rules = calendar.zone().getRules();
    LocalDate today = today(rules, at);
    for (int day = 0; day <= DAYS_LOOKED_AHEAD; day++) {
      LocalDate date = today.plusDays(day);
      Optional<Instant> first =
          beginningOn(weekly, calendar, date).stream()
              .map(times -> span(times, date, rules))
              .filter(span -> span.from().isAfter(at) && span.from().isBefore(span.to()))
              .map(Span::from)
              .min(Comparator.naturalOrder());
      if (first.isPresent()) {
        return first;
      }
    }
    return Optional.empty();
  }

  private static LocalDate today(ZoneRules rules, Instant at) {
    return LocalDateTime.ofInstant(at, rules.getOffset(at)).toLocalDate();
  }

  /** The stretch of the hours that begin on a date; empty when the clock skips all of it. */
  static Span span(Times times, LocalDate date, ZoneRules rules) {
    LocalDate lastDate = times.to().isAfter(times.from()) ? date : date.plusDays(1);
    Instant from = firstShown(date.atTime(times.from()), rules);
    Instant to = lastShown(lastDate.atTime(times.to()), rules);
    return new Span(from, to.isBefore(from) ? from : to);
  }

  private static Instant firstShown(LocalDateTime reading, ZoneRules rules) {
    return shown(reading, rules, 0);
  }

  private static Instant lastShown(LocalDateTime reading, ZoneRules rules) {
    return shown(reading, rules, 1);
  }

  /** The instant the wall clock shows a reading; {@code which} of the two when it does so twice. */
  private static Instant shown(LocalDateTime reading, ZoneRules rules, int which) {
    List<ZoneOffset> offsets = rules.getValidOffsets(reading);
    if (offsets.isEmpty()) {
      ZoneOffsetTransition gap = rules.getTransition(reading);
      return gap.getInstant();
    }
    return reading.toInstant(offsets.get(Math.min(which, offsets.size() - 1)));
  }
}
