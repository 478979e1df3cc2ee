package io.permanence.store.line;

import io.permanence.model.id.CustomerId;
import io.permanence.model.line.LineSnapshot;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the lines whose routing data changed. What is asked for is everything at or after a
 * <em>horizon</em>, the oldest transaction that was still open at the last reading: a change that
 * commits late is found by the next reading, and never missed.
 */
public final class RoutingLines {
  private static final Logger log = LoggerFactory.getLogger(RoutingLines.class);

  /**
   * How far ahead a customer's busy times are read. Whoever keeps lines in memory reads all of them
   * anew more often than that.
   */
  public static final Duration BUSY_AHEAD = Duration.ofDays(8);

  private RoutingLines() {}

  /**
   * One reading.
   *
   * @param horizon where the next reading begins
   * @param customers whose data changed, those without any line left among them
   * @param lines all lines of these customers
   * @param unreadable numbers of lines that are there and make no sense
   */
  public record Reading(
      String horizon,
      Set<CustomerId> customers,
      List<LineSnapshot> lines,
      Set<String> unreadable) {}

  /**
   * Reads what changed since a horizon; everything when there is none. To be called in a
   * transaction across customers.
   *
   * @param now becomes the snapshots' {@code takenAt}
   */
  public static Future<Reading> since(Tx tx, Optional<String> horizon, Instant now) {
    String from = horizon.orElse("");
    return tx.rows("select cast(routing_horizon() as text)")
        .compose(
            next ->
                changed(tx, from)
                    .compose(
                        customers ->
                            rows(tx, from, now)
                                .map(rows -> read(text(next.getFirst()), customers, rows, now))));
  }

  private static String text(Object[] row) {
    return (String) row[0];
  }

  private static Future<Set<CustomerId>> changed(Tx tx, String from) {
    return tx.rows(
            """
            select cast(customer_id as text) from directory_routing_version
            where ?1 = '' or changed >= cast(nullif(?1, '') as xid8)
            """,
            from)
        .map(
            rows -> {
              Set<CustomerId> customers = new HashSet<>();
              rows.forEach(row -> customers.add(CustomerId.of(text(row))));
              return customers;
            });
  }

  private static Future<List<Object[]>> rows(Tx tx, String from, Instant now) {
    return tx.rows(
        """
        select number, cast(line_id as text), cast(customer_id as text), zone, version,
          cast(home_team as text), cast(open_hours as text), out_of_hours, blocked_callers,
          withheld_callers, when_busy, holidays, demo, cast(instructions as text),
          cast(marks as text), cast(busy as text)
        from routing_lines(cast(nullif(?1, '') as xid8), ?2, ?3)
        """,
        from,
        now,
        now.plus(BUSY_AHEAD));
  }

  private static Reading read(
      String horizon, Set<CustomerId> customers, List<Object[]> rows, Instant now) {
    List<LineSnapshot> lines = new ArrayList<>(rows.size());
    Set<String> unreadable = new HashSet<>();
    for (Object[] row : rows) {
      try {
        lines.add(SnapshotRow.read(row, now));
      } catch (RuntimeException e) {
        // one line that cannot be read must not keep the others from being decided
        log.error("line {} cannot be read: {}", row[1], e.getMessage());
        unreadable.add(text(row));
      }
    }
    return new Reading(horizon, customers, lines, unreadable);
  }
}
