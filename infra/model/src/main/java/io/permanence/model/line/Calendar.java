package io.permanence.model.line;

import java.time.LocalDate;
import java.time.ZoneId;

/** Whose clock and whose holidays the hours of a line are read by. */
public record Calendar(ZoneId zone, PublicHolidays holidays) {
  /** A calendar without holidays. */
  public static Calendar of(ZoneId zone) {
    return new Calendar(zone, PublicHolidays.NONE);
  }

  boolean holiday(LocalDate date) {
    return holidays.on(date);
  }
}
