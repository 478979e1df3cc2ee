package io.permanence.routing;

import io.permanence.model.line.Calendar;
import io.permanence.model.line.Instruction;
import io.permanence.model.line.PublicHolidays;
import io.permanence.model.line.Window;
import io.permanence.model.line.Window.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A second opinion on windows that knows nothing of offsets and transitions: it looks at the clock
 * on the wall minute by minute, eight days long. Its holidays are written down, not computed.
 */
final class NaiveWindows {
  private static final Duration LOOKED_AT = Duration.ofDays(4);

  /** Easter Sundays as the almanac has them. */
  private static final List<LocalDate> EASTER =
      List.of(
          LocalDate.of(2024, 3, 31),
          LocalDate.of(2025, 4, 20),
          LocalDate.of(2026, 4, 5),
          LocalDate.of(2027, 3, 28),
          LocalDate.of(2028, 4, 16),
          LocalDate.of(2029, 4, 1),
          LocalDate.of(2030, 4, 21),
          LocalDate.of(2031, 4, 13));

  private static final Set<String> FIXED =
      Set.of("01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25");

  /** What the clock showed, and when first and last. */
  private final NavigableMap<LocalDateTime, Instant> first = new TreeMap<>();

  private final NavigableMap<LocalDateTime, Instant> last = new TreeMap<>();
  private final Calendar calendar;
  private final Instant at;

  private NaiveWindows(Calendar calendar, Instant at) {
    this.calendar = calendar;
    this.at = at;
    ZoneId zone = calendar.zone();
    Instant end = at.plus(LOOKED_AT);
    Instant minute = at.minus(LOOKED_AT).truncatedTo(ChronoUnit.MINUTES);
    for (; minute.isBefore(end); minute = minute.plusSeconds(60)) {
      LocalDateTime wall = LocalDateTime.ofInstant(minute, zone);
      first.putIfAbsent(wall, minute);
      last.put(wall, minute);
    }
  }

  static boolean open(Window.Weekly weekly, Calendar calendar, Instant at) {
    return new NaiveWindows(calendar, at).open(weekly);
  }

  private boolean open(Window.Weekly weekly) {
    LocalDate today = LocalDateTime.ofInstant(at, calendar.zone()).toLocalDate();
    for (int day = -2; day <= 1; day++) {
      LocalDate date = today.plusDays(day);
      for (Times times : beginning(weekly, date)) {
        boolean overnight = times.to().compareTo(times.from()) <= 0;
        LocalDate end = overnight ? date.plusDays(1) : date;
        Instant from = first.ceilingEntry(date.atTime(times.from())).getValue();
        Instant to = shown(end.atTime(times.to()));
        if (from.compareTo(at) <= 0 && at.compareTo(to) < 0) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * When the clock last showed a reading; when it jumped over it, when it first showed a later one.
   */
  private Instant shown(LocalDateTime reading) {
    return last.containsKey(reading) ? last.get(reading) : first.ceilingEntry(reading).getValue();
  }

  private List<Times> beginning(Window.Weekly weekly, LocalDate date) {
    for (Window.OtherDay other : weekly.otherDays()) {
      if (other.date().equals(date)) {
        return other.times();
      }
    }
    List<Times> times = new ArrayList<>();
    if (!(weekly.closedOnHolidays() && holiday(date))) {
      for (Window.Hours hours : weekly.hours()) {
        if (hours.days().contains(date.getDayOfWeek())) {
          times.add(new Times(hours.from(), hours.to()));
        }
      }
    }
    return times;
  }

  private boolean holiday(LocalDate date) {
    if (calendar.holidays() == PublicHolidays.NONE) {
      return false;
    }
    boolean alsatian = calendar.holidays() == PublicHolidays.ALSACE_MOSELLE;
    String day = date.toString().substring(5);
    if (FIXED.contains(day) || (alsatian && day.equals("12-26"))) {
      return true;
    }
    for (LocalDate easter : EASTER) {
      if (date.equals(easter.plusDays(1))
          || date.equals(easter.plusDays(39))
          || date.equals(easter.plusDays(50))
          || (alsatian && date.equals(easter.minusDays(2)))) {
        return true;
      }
    }
    return false;
  }

  static Optional<Instruction> governing(List<Instruction> all, Calendar calendar, Instant at) {
    NaiveWindows windows = new NaiveWindows(calendar, at);
    List<Instruction> valid = new ArrayList<>();
    for (Instruction each : all) {
      boolean open =
          switch (each.window()) {
            case Window.OneOff once -> !at.isBefore(once.from()) && at.isBefore(once.to());
            case Window.Weekly weekly -> windows.open(weekly);
            case Window.OpenEnded ended ->
                ended.from().isEmpty() || !at.isBefore(ended.from().get());
          };
      if (open) {
        valid.add(each);
      }
    }
    return valid.stream()
        .sorted(
            Comparator.<Instruction>comparingInt(NaiveWindows::kind)
                .thenComparingLong(NaiveWindows::seconds)
                .thenComparing(Instruction::createdAt, Comparator.reverseOrder())
                .thenComparing(each -> each.id().value(), Comparator.reverseOrder()))
        .findFirst();
  }

  private static int kind(Instruction each) {
    return each.window() instanceof Window.OneOff
        ? 0
        : each.window() instanceof Window.Weekly ? 1 : 2;
  }

  private static long seconds(Instruction each) {
    return each.window() instanceof Window.OneOff once
        ? Duration.between(once.from(), once.to()).toSeconds()
        : 0;
  }
}
