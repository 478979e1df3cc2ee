package io.permanence.model.line;

import java.time.LocalDate;
import java.time.Month;

/**
 * The public holidays a line keeps (A2, A8). Computed, not looked up: eight fixed days and three
 * that follow Easter; Alsace and Moselle keep two more.
 */
public enum PublicHolidays {
  /** None: every day is what the week says. */
  NONE,
  /** The eleven of metropolitan France. */
  FRANCE,
  /** These and Good Friday and 26 December, as in Bas-Rhin, Haut-Rhin and Moselle. */
  ALSACE_MOSELLE;

  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2099;
  private static final long FIRST_DAY = LocalDate.of(FIRST_YEAR, 1, 1).toEpochDay();
  private static final long LAST_DAY = LocalDate.of(LAST_YEAR, 12, 31).toEpochDay();

  /** One bit a day of the years that calls are decided in. */
  private static final long[] FRENCH_DAYS = bits(FRANCE);

  private static final long[] ALSATIAN_DAYS = bits(ALSACE_MOSELLE);

  private static long[] bits(PublicHolidays kept) {
    long[] bits = new long[(int) ((LAST_DAY - FIRST_DAY) / Long.SIZE) + 1];
    for (long day = FIRST_DAY; day <= LAST_DAY; day++) {
      if (kept.computed(LocalDate.ofEpochDay(day))) {
        int nth = (int) (day - FIRST_DAY);
        bits[nth / Long.SIZE] |= 1L << (nth % Long.SIZE);
      }
    }
    return bits;
  }

  /** Whether the date is one of them. */
  public boolean on(LocalDate date) {
    return on(date.toEpochDay());
  }

  /** The same for a date counted in days since 1970. */
  boolean on(long epochDay) {
    if (epochDay < FIRST_DAY || epochDay > LAST_DAY) {
      return computed(LocalDate.ofEpochDay(epochDay));
    }
    int nth = (int) (epochDay - FIRST_DAY);
    return switch (this) {
      case NONE -> false;
      case FRANCE -> bit(FRENCH_DAYS, nth);
      case ALSACE_MOSELLE -> bit(ALSATIAN_DAYS, nth);
    };
  }

  private static boolean bit(long[] days, int nth) {
    return ((days[nth / Long.SIZE] >>> (nth % Long.SIZE)) & 1) == 1;
  }

  private boolean computed(LocalDate date) {
    return switch (this) {
      case NONE -> false;
      case FRANCE -> france(date);
      case ALSACE_MOSELLE ->
          france(date) || is(date, Month.DECEMBER, 26) || afterEaster(date) == -2;
    };
  }

  private static boolean france(LocalDate date) {
    return is(date, Month.JANUARY, 1)
        || is(date, Month.MAY, 1)
        || is(date, Month.MAY, 8)
        || is(date, Month.JULY, 14)
        || is(date, Month.AUGUST, 15)
        || is(date, Month.NOVEMBER, 1)
        || is(date, Month.NOVEMBER, 11)
        || is(date, Month.DECEMBER, 25)
        || switch ((int) afterEaster(date)) {
          case 1, 39, 50 -> true; // Easter Monday, Ascension, Whit Monday
          default -> false;
        };
  }

  private static boolean is(LocalDate date, Month month, int day) {
    return date.getMonth() == month && date.getDayOfMonth() == day;
  }

  private static long afterEaster(LocalDate date) {
    return date.toEpochDay() - easter(date.getYear()).toEpochDay();
  }

  /** Easter Sunday of the Gregorian calendar (the rule of Meeus, Jones and Butcher). */
  static LocalDate easter(int year) {
    int golden = year % 19;
    int century = year / 100;
    int moon = (19 * golden + century - century / 4 - (8 * century + 13) / 25 + 15) % 30;
    int full = moon - moon / 28 * (1 - 29 / (moon + 1) * ((21 - golden) / 11));
    int weekday = (year + year / 4 + full + 2 - century + century / 4) % 7;
    int sunday = full - weekday;
    int month = 3 + (sunday + 40) / 44;
    return LocalDate.of(year, month, sunday + 28 - 31 * (month / 4));
  }
}
