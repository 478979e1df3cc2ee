package io.permanence.portal.figure;

import io.permanence.model.figure.CountedCall;
import io.permanence.model.figure.FigureRules;
import io.permanence.model.figure.Figures;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which days and half hours a customer sees, by the customer's own clock. Pure. */
final class FigurePlan {
  /** Today and the days before it. */
  static final int DAYS = 30;

  private static final long HALF_AN_HOUR = 1800;

  private FigurePlan() {}

  /** The first of the days that are shown. */
  static LocalDate first(LocalDate today) {
    return today.minusDays(DAYS - 1L);
  }

  static Instant start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** One row for each day, the newest first, also for days without a call. */
  static List<DayRow> days(
      List<CountedCall> calls, LocalDate today, ZoneId zone, FigureRules rules) {
    Map<String, Figures> byDay =
        Figures.by(call -> call.arrivedAt().atZone(zone).toLocalDate().toString(), calls, rules);
    Figures none = Figures.of(List.of(), rules);
    return first(today)
        .datesUntil(today.plusDays(1))
        .map(LocalDate::toString)
        .map(day -> new DayRow(day, FigureView.of(byDay.getOrDefault(day, none))))
        .toList()
        .reversed();
  }

  /** The half hours from the first with a call to the last with one. */
  static List<HalfHourRow> halfHours(List<CountedCall> calls, ZoneId zone, FigureRules rules) {
    var byHalfHour = Figures.by(call -> Figures.halfHour(call.arrivedAt(), zone), calls, rules);
    List<HalfHourRow> rows = new ArrayList<>();
    if (byHalfHour.isEmpty()) {
      return rows;
    }
    Figures none = Figures.of(List.of(), rules);
    Instant from = byHalfHour.firstKey();
    while (!from.isAfter(byHalfHour.lastKey())) {
      rows.add(new HalfHourRow(from, FigureView.of(byHalfHour.getOrDefault(from, none))));
      from = from.plusSeconds(HALF_AN_HOUR);
    }
    return rows;
  }

  /** A day by the customer's calendar, as {@code 2026-11-22}. */
  record DayRow(String day, FigureView figures) {}

  /** The calls whose first ring fell into it. */
  record HalfHourRow(Instant from, FigureView figures) {}
}
