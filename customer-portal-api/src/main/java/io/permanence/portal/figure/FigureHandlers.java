package io.permanence.portal.figure;

import io.permanence.model.figure.CountedCall;
import io.permanence.model.figure.FigureRules;
import io.permanence.model.figure.Figures;
import io.permanence.model.id.LineId;
import io.permanence.portal.figure.FigurePlan.DayRow;
import io.permanence.portal.figure.FigurePlan.HalfHourRow;
import io.permanence.portal.http.Answer;
import io.permanence.portal.http.Operation;
import io.permanence.portal.http.Request;
import io.permanence.portal.line.OwnLines;
import io.permanence.runtime.http.Problem;
import io.permanence.store.Database;
import io.permanence.store.Tx;
import io.permanence.store.call.CountedCalls;
import io.permanence.store.customer.Customers;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures of the customer's own lines: by day for 30 days, by half hour for one of them. */
public final class FigureHandlers {
  private final Database database;
  private final FigureRules rules;

  /** Counts by those rules. */
  public FigureHandlers(Database database, FigureRules rules) {
    this.database = database;
    this.rules = rules;
  }

  /** The operations by their ids. */
  public Map<String, Operation> operations() {
    return Map.of("getFigures", this::days, "getDayFigures", this::day);
  }

  private record Days(
      String timeZone,
      int withinSeconds,
      int shortAbandonSeconds,
      FigureView total,
      List<DayRow> days) {}

  private record Day(
      String day,
      String timeZone,
      int withinSeconds,
      int shortAbandonSeconds,
      FigureView total,
      List<HalfHourRow> halfHours) {}

  private Future<Answer> days(Request request) {
    return database.inTransaction(
        request.customer(),
        tx ->
            zone(tx)
                .compose(
                    zone -> {
                      LocalDate today = request.now().atZone(zone).toLocalDate();
                      return calls(tx, request, zone, FigurePlan.first(today), today)
                          .map(calls -> Answer.ok(days(calls, today, zone)));
                    }));
  }

  private Days days(List<CountedCall> calls, LocalDate today, ZoneId zone) {
    return new Days(
        zone.getId(),
        (int) rules.inTime().toSeconds(),
        (int) rules.shortAbandon().toSeconds(),
        FigureView.of(Figures.of(calls, rules)),
        FigurePlan.days(calls, today, zone, rules));
  }

  private Future<Answer> day(Request request) {
    LocalDate day = date(request.text("day"));
    return database.inTransaction(
        request.customer(),
        tx ->
            zone(tx)
                .compose(
                    zone -> {
                      LocalDate today = request.now().atZone(zone).toLocalDate();
                      if (day.isAfter(today) || day.isBefore(FigurePlan.first(today))) {
                        return Future.failedFuture(Problem.notFound().exception());
                      }
                      return calls(tx, request, zone, day, day)
                          .map(calls -> Answer.ok(day(calls, day, zone)));
                    }));
  }

  private Day day(List<CountedCall> calls, LocalDate day, ZoneId zone) {
    return new Day(
        day.toString(),
        zone.getId(),
        (int) rules.inTime().toSeconds(),
        (int) rules.shortAbandon().toSeconds(),
        FigureView.of(Figures.of(calls, rules)),
        FigurePlan.halfHours(calls, zone, rules));
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw Problem.notFound().exception();
    }
  }

  private static Future<ZoneId> zone(Tx tx) {
    return Customers.current(tx).map(customer -> customer.zone());
  }

  /** Of the days from first to last, whole; of one line when it is named. */
  private static Future<List<CountedCall>> calls(
      Tx tx, Request request, ZoneId zone, LocalDate first, LocalDate last) {
    Instant from = FigurePlan.start(first, zone);
    Instant to = FigurePlan.start(last.plusDays(1), zone);
    Optional<LineId> line = OwnLines.asked(request);
    return OwnLines.mustBeOwn(tx, line)
        .compose(own -> CountedCalls.between(tx, from, to))
        .map(
            calls ->
                calls.stream()
                    .filter(call -> line.isEmpty() || call.line().equals(line.get()))
                    .toList());
  }
}
