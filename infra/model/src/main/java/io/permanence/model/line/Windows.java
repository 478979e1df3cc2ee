package io.permanence.model.line;

import io.permanence.model.line.Window.Hours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
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
 */
public final class Windows {
  /** Hours of the days around a date can reach it: over midnight, and over a clock set back. */
  private static final int DAYS_BEFORE = 2;

  private static final int DAYS_AFTER = 1;

  private static final Comparator<Instruction> BY_AGE =
      Comparator.comparing(Instruction::createdAt).thenComparing(each -> each.id().value());

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
      List<Instruction> instructions, ZoneId zone, Instant at) {
    Instruction best = null;
    for (Instruction each : instructions) {
      if ((best == null || moreSpecific(each, best)) && valid(each.window(), zone, at)) {
        best = each;
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean moreSpecific(Instruction one, Instruction other) {
    int byKind = Integer.compare(rank(one.window()), rank(other.window()));
    if (byKind != 0) {
      return byKind < 0;
    }
    int byLength = length(one.window()).compareTo(length(other.window()));
    return byLength != 0 ? byLength < 0 : BY_AGE.compare(one, other) > 0;
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
  public static boolean valid(Window window, ZoneId zone, Instant at) {
    return switch (window) {
      case Window.OneOff(Instant from, Instant to) -> !at.isBefore(from) && at.isBefore(to);
      case Window.Weekly weekly -> spanAround(weekly, zone, at).isPresent();
      case Window.OpenEnded(Optional<Instant> from) -> from.map(f -> !at.isBefore(f)).orElse(true);
    };
  }

  /** When a window that is open now closes; empty for open-ended ones. */
  public static Optional<Instant> closes(Window window, ZoneId zone, Instant at) {
    return switch (window) {
      case Window.OneOff(Instant from, Instant to) -> Optional.of(to);
      case Window.Weekly weekly -> spanAround(weekly, zone, at).map(Span::to);
      case Window.OpenEnded openEnded -> Optional.empty();
    };
  }

  /** The stretch of weekly hours that contains the instant; of several the one that ends last. */
  static Optional<Span> spanAround(Window.Weekly weekly, ZoneId zone, Instant at) {
    ZoneRules rules = zone.getRules();
    LocalDate today = LocalDateTime.ofInstant(at, rules.getOffset(at)).toLocalDate();
    Span last = null;
    for (Hours hours : weekly.hours()) {
      for (int day = -DAYS_BEFORE; day <= DAYS_AFTER; day++) {
        LocalDate date = today.plusDays(day);
        if (hours.days().contains(date.getDayOfWeek())) {
          Span span = span(hours, date, rules);
          if (span.contains(at) && (last == null || span.to().isAfter(last.to()))) {
            last = span;
          }
        }
      }
    }
    return Optional.ofNullable(last);
  }

  /** When the weekly hours next open after the instant; empty when not within eight days. */
  public static Optional<Instant> opensAfter(Window.Weekly weekly, ZoneId zone, Instant at) {
    ZoneRules rules = zone.getRules();
    LocalDate today = LocalDateTime.ofInstant(at, rules.getOffset(at)).toLocalDate();
    Instant next = null;
    for (Hours hours : weekly.hours()) {
      for (int day = 0; day <= 8; day++) {
        LocalDate date = today.plusDays(day);
        if (hours.days().contains(date.getDayOfWeek())) {
          Span span = span(hours, date, rules);
          boolean opensLater = span.from().isAfter(at) && span.from().isBefore(span.to());
          if (opensLater && (next == null || span.from().isBefore(next))) {
            next = span.from();
          }
        }
      }
    }
    return Optional.ofNullable(next);
  }

  /** The stretch of the hours that begin on a date; empty when the clock skips all of it. */
  static Span span(Hours hours, LocalDate date, ZoneRules rules) {
    LocalDate lastDate = hours.to().isAfter(hours.from()) ? date : date.plusDays(1);
    Instant from = firstShown(date.atTime(hours.from()), rules);
    Instant to = lastShown(lastDate.atTime(hours.to()), rules);
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
