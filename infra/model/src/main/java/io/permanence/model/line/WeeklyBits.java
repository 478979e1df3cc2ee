package io.permanence.model.line;

import static io.permanence.model.line.LineBytes.intAt;
import static io.permanence.model.line.LineBytes.longAt;
import static io.permanence.model.line.LineBytes.shortAt;

import io.permanence.model.line.Window.Hours;
import io.permanence.model.line.Window.OtherDay;
import io.permanence.model.line.Window.Times;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Weekly hours in a packed line, and how they are read on a day without a clock change: by
 * arithmetic alone. On the day of a clock change {@link Windows} reads them off with care; both say
 * the same where both may be asked.
 *
 * <pre>
 *   2 bytes rows, 2 bytes exceptions, 4 bytes holidays kept or not
 *   rows         8 bytes each: days, from, to
 *   exceptions   8 bytes each: date, place and count of its rows
 *   their rows   8 bytes each
 * </pre>
 */
final class WeeklyBits {
  private static final int HEAD = 8;
  private static final int ENTRY = 8;
  private static final int DAYS_BITS = 7;
  private static final int TIME_BITS = 17;
  private static final int TO = DAYS_BITS + TIME_BITS;
  private static final int TIME_MASK = (1 << TIME_BITS) - 1;
  private static final int EVERY_DAY = (1 << DAYS_BITS) - 1;
  private static final int DAY_SECONDS = 86_400;
  private static final int THURSDAY = 3; // the first day of 1970

  private WeeklyBits() {}

  /** Appends the hours; where they begin is returned. */
  static int pack(LinePacking into, Window.Weekly weekly) {
    int at = into.size();
    into.addShort(weekly.hours().size());
    into.addShort(weekly.otherDays().size());
    into.addInt(weekly.closedOnHolidays() ? 1 : 0);
    weekly.hours().forEach(each -> into.addLong(row(days(each.days()), each.times())));
    int row = 0;
    for (OtherDay each : weekly.otherDays()) {
      into.addInt(Math.toIntExact(each.date().toEpochDay()));
      into.addShort(row);
      into.addShort(each.times().size());
      row += each.times().size();
    }
    for (OtherDay each : weekly.otherDays()) {
      each.times().forEach(times -> into.addLong(row(EVERY_DAY, times)));
    }
    return at;
  }

  private static int days(Set<DayOfWeek> days) {
    return days.stream().mapToInt(day -> 1 << (day.getValue() - 1)).sum();
  }

  private static long row(int days, Times times) {
    return days
        | ((long) times.from().toSecondOfDay() << DAYS_BITS)
        | ((long) times.to().toSecondOfDay() << TO);
  }

  /**
   * Whether the hours are open.
   *
   * @param wall seconds since 1970 by the clock on the wall, on a day on which it is not changed
   */
  static boolean open(byte[] line, int at, PublicHolidays holidays, long wall) {
    long day = Math.floorDiv(wall, DAY_SECONDS);
    int second = Math.floorMod(wall, DAY_SECONDS);
    return covers(line, at, holidays, day, second, false)
        || covers(line, at, holidays, day - 1, second, true);
  }

  /** Whether hours that begin on a day cover a second of it, or of the day after. */
  private static boolean covers(
      byte[] line, int at, PublicHolidays holidays, long day, int second, boolean dayAfter) {
    int rows = shortAt(line, at);
    int exceptions = shortAt(line, at + 2);
    int exception = exceptions == 0 ? -1 : exception(line, at, rows, exceptions, (int) day);
    if (exception >= 0) {
      int first = at + HEAD + (rows + exceptions + shortAt(line, exception + 4)) * ENTRY;
      return covers(line, first, shortAt(line, exception + 6), EVERY_DAY, second, dayAfter);
    }
    if (intAt(line, at + 4) == 1 && holidays.on(day)) {
      return false;
    }
    int weekday = 1 << Math.floorMod(day + THURSDAY, DAYS_BITS);
    return covers(line, at + HEAD, rows, weekday, second, dayAfter);
  }

  private static boolean covers(
      byte[] line, int first, int rows, int days, int second, boolean dayAfter) {
    for (int at = first; at < first + rows * ENTRY; at += ENTRY) {
      long row = longAt(line, at);
      if ((row & days) != 0 && covers(row, second, dayAfter)) {
        return true;
      }
    }
    return false;
  }

  private static boolean covers(long row, int second, boolean dayAfter) {
    int from = (int) (row >>> DAYS_BITS) & TIME_MASK;
    int to = (int) (row >>> TO) & TIME_MASK;
    boolean overnight = to <= from;
    return dayAfter ? overnight && second < to : (from <= second && (overnight || second < to));
  }

  /** Where the exception of a date is; -1 when there is none. */
  private static int exception(byte[] line, int at, int rows, int exceptions, int day) {
    int first = at + HEAD + rows * ENTRY;
    int low = 0;
    int high = exceptions - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int date = intAt(line, first + middle * ENTRY);
      if (date == day) {
        return first + middle * ENTRY;
      }
      if (date < day) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** The hours as they were packed. */
  static Window.Weekly unpack(byte[] line, int at) {
    int rows = shortAt(line, at);
    int exceptions = shortAt(line, at + 2);
    List<Hours> hours = new ArrayList<>(rows);
    for (int i = 0; i < rows; i++) {
      long row = longAt(line, at + HEAD + i * ENTRY);
      Times times = times(row);
      hours.add(new Hours(days(row), times.from(), times.to()));
    }
    List<OtherDay> others = new ArrayList<>(exceptions);
    int their = at + HEAD + (rows + exceptions) * ENTRY;
    for (int i = 0; i < exceptions; i++) {
      int entry = at + HEAD + (rows + i) * ENTRY;
      List<Times> times = new ArrayList<>();
      for (int n = 0; n < shortAt(line, entry + 6); n++) {
        times.add(times(longAt(line, their + (shortAt(line, entry + 4) + n) * ENTRY)));
      }
      others.add(new OtherDay(LocalDate.ofEpochDay(intAt(line, entry)), times));
    }
    return new Window.Weekly(hours, intAt(line, at + 4) == 1, others);
  }

  private static Set<DayOfWeek> days(long row) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if ((row & (1L << (day.getValue() - 1))) != 0) {
        days.add(day);
      }
    }
    return days;
  }

  private static Times times(long row) {
    return new Times(
        LocalTime.ofSecondOfDay((row >>> DAYS_BITS) & TIME_MASK),
        LocalTime.ofSecondOfDay((row >>> TO) & TIME_MASK));
  }
}
