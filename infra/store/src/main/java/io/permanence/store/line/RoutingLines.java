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

  /** Customers read at once: far below what a statement may take. */
  private static final int PAGE = 250;

  private static final String FIRST = "00000000-0000-0000-0000-000000000000";

  private static final String COLUMNS =
      """
      select number, cast(line_id as text), cast(customer_id as text), zone, version,
        cast(home_team as text), cast(open_hours as text), out_of_hours, blocked_callers,
        withheld_callers, when_busy, holidays, demo, cast(instructions as text),
        cast(marks as text), cast(busy as text)\
      """;

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
    return tx.rows("select cast(routing_horizon() as text)")
        .compose(
            next -> {
              Reading reading =
                  new Reading(
                      text(next.getFirst()), new HashSet<>(), new ArrayList<>(), new HashSet<>());
              return pages(tx, horizon, now, FIRST, reading);
            });
  }

  /** A page of customers after the other, each with its lines. */
  private static Future<Reading> pages(
      Tx tx, Optional<String> horizon, Instant now, String after, Reading reading) {
    return changed(tx, horizon, after)
        .compose(
            customers ->
                customers.isEmpty()
                    ? Future.succeededFuture(reading)
                    : rows(tx, customers, now)
                        .compose(
                            rows -> {
                              customers.forEach(
                                  each -> reading.customers().add(CustomerId.of(each)));
                              read(rows, now, reading);
                              return customers.size() < PAGE
                                  ? Future.succeededFuture(reading)
                                  : pages(tx, horizon, now, customers.getLast(), reading);
                            }));
  }

  private static String text(Object[] row) {
    return (String) row[0];
  }

  /** The next customers whose data changed, in order. */
  private static Future<List<String>> changed(Tx tx, Optional<String> horizon, String after) {
    Future<List<Object[]>> rows =
        horizon
            .map(
                since ->
                    tx.rows(
                        """
                        select cast(customer_id as text) from directory_routing_version
                        where changed >= cast(?1 as xid8) and customer_id > cast(?2 as uuid)
                        order by customer_id limit ?3
                        """,
                        since,
                        after,
                        PAGE))
            .orElseGet(
                () ->
                    tx.rows(
                        """
                        select cast(customer_id as text) from directory_routing_version
                        where customer_id > cast(?1 as uuid) order by customer_id limit ?2
                        """,
                        after,
                        PAGE));
    return rows.map(found -> found.stream().map(RoutingLines::text).toList());
  }

  private static Future<List<Object[]>> rows(Tx tx, List<String> customers, Instant now) {
    return tx.rows(
        COLUMNS + " from routing_lines(cast(string_to_array(?1, ',') as uuid[]), ?2, ?3)",
        String.join(",", customers),
        now,
        now.plus(BUSY_AHEAD));
  }

  /**
   * The lines of the transaction's customer, as the router would read them; to be called in a
   * transaction for that customer (A11).
   *
   * @param busyFrom from when on busy times matter, as far as the mirror still has them
   * @param now becomes the snapshots' {@code takenAt}
   */
  public static Future<List<LineSnapshot>> own(
      Tx tx, Instant busyFrom, Instant busyTo, Instant now) {
    return tx.rows(
            COLUMNS + " from routing_rows(array[current_customer()], ?1, ?2)", busyFrom, busyTo)
        .map(rows -> rows.stream().map(row -> SnapshotRow.read(row, now)).toList());
  }

  private static void read(List<Object[]> rows, Instant now, Reading reading) {
    for (Object[] row : rows) {
      try {
        reading.lines().add(SnapshotRow.read(row, now));
      } catch (RuntimeException e) {
        // one line that cannot be read must not keep the others from being decided
        log.error("line {} cannot be read: {}", row[1], e.getMessage());
        reading.unreadable().add(text(row));
      }
    }
  }
}
