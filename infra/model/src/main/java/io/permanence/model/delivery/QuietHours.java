package io.permanence.model.delivery;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When a person does not want to be told, in the customer's zone, every day; may span midnight. The
 * same time twice is no quiet at all.
 *
 * @param from first quiet minute
 * @param to first minute that is no longer quiet
 */
public record QuietHours(LocalTime from, LocalTime to) {
  /** The instant from which a person may be told, {@code now} when it is not quiet. */
  public Instant until(Instant now, ZoneId zone) {
    ZonedDateTime local = now.atZone(zone);
    if (!covers(local.toLocalTime())) {
      return now;
    }
    ZonedDateTime end = local.toLocalDate().atTime(to).atZone(zone);
    return end.isAfter(local)
        ? end.toInstant()
        : local.toLocalDate().plusDays(1).atTime(to).atZone(zone).toInstant();
  }

  private boolean covers(LocalTime time) {
    boolean afterFrom = !time.isBefore(from);
    boolean beforeTo = time.isBefore(to);
    return from.isAfter(to) ? afterFrom || beforeTo : afterFrom && beforeTo;
  }
}
