package io.permanence.store.line;

import io.permanence.model.id.LineId;
import io.permanence.model.line.LineChoices;
import io.permanence.model.line.LineChoices.BlockedCallers;
import io.permanence.model.line.OutOfHours;
import io.permanence.model.line.PublicHolidays;
import io.permanence.model.line.WhenBusy;
import io.permanence.model.line.Window;
import io.permanence.model.line.WithheldCallers;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the transaction's customer chose once for each of their lines. */
public final class LineSettings {
  private LineSettings() {}

  /**
   * A line's settings.
   *
   * @param openHours when secretaries answer; absent means at every hour
   */
  public record Settings(LineChoices choices, Optional<Window.Weekly> openHours, boolean demo) {}

  /** The settings of every line of the customer. */
  public static Future<Map<LineId, Settings>> all(Tx tx) {
    return tx.rows(
            """
            select id, out_of_hours, blocked_callers, withheld_callers, when_busy, holidays,
              cast(open_hours as text), demo from line order by number\
            """)
        .map(
            rows -> {
              Map<LineId, Settings> all = new LinkedHashMap<>();
              rows.stream()
                  .map(Row::new)
                  .forEach(row -> all.put(new LineId(row.uuid(0)), settings(row)));
              return all;
            });
  }

  private static Settings settings(Row row) {
    return new Settings(
        new LineChoices(
            OutOfHours.valueOf(row.text(1)),
            BlockedCallers.valueOf(row.text(2)),
            WithheldCallers.valueOf(row.text(3)),
            WhenBusy.valueOf(row.text(4)),
            PublicHolidays.valueOf(row.text(5))),
        row.maybe(6, row::text).map(WeeklyHours::fromJson),
        row.flag(7));
  }

  /**
   * Writes a line's choices.
   *
   * @param before what they were when the wish was made
   * @return false when they are others by now, or the customer has no such line
   */
  public static Future<Boolean> choose(
      Tx tx, LineId line, LineChoices before, LineChoices choices) {
    return tx.execute(
            """
            update line set out_of_hours = ?2, blocked_callers = ?3, withheld_callers = ?4,
              when_busy = ?5, holidays = ?6
            where id = ?1 and out_of_hours = ?7 and blocked_callers = ?8 and withheld_callers = ?9
              and when_busy = ?10 and holidays = ?11\
            """,
            line.value(),
            choices.outOfHours().name(),
            choices.blockedCallers().name(),
            choices.withheldCallers().name(),
            choices.whenBusy().name(),
            choices.holidays().name(),
            before.outOfHours().name(),
            before.blockedCallers().name(),
            before.withheldCallers().name(),
            before.whenBusy().name(),
            before.holidays().name())
        .map(rows -> rows == 1);
  }
}
