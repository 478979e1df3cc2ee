package io.permanence.store.line;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.LineId;
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
import java.util.function.Consumer;
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

  /**
   * Customers read at once: far below what a statement may take, and enough that a table read whole
   * for each page, as it is before PostgreSQL has counted its rows, is not read too often.
   */
  private static final int PAGE = 500;

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
   * Some customers, read together.
   *
   * @param customers whose data was read, those without any line left among them; in order
   * @param lines all lines of these customers
   * @param unreadable numbers of lines that are there and make no sense
   */
  public record Page(List<CustomerId> customers, List<LineSnapshot> lines, Set<String> unreadable) {
    /** Whether no customer comes after these. */
    public boolean last() {
      return customers.size() < PAGE;
    }
  }

  /**
   * Reads what changed since a horizon; everything when there is none. To be called in a
   * transaction across customers.
   *
   * @param now becomes the snapshots' {@code takenAt}
   * @param taker gets each page as soon as it is read
   * @return where the next reading begins
   */
  public static Future<String> since(
      Tx tx, Optional<String> horizon, Instant now, Consumer<Page> taker) {
    return tx.rows("select cast(routing_horizon() as text)")
        .compose(next -> pages(tx, horizon, now, FIRST, taker).map(all -> text(next.getFirst())));
  }

  /** Reads the next customers anew, changed or not. In a transaction across customers. */
  public static Future<Page> after(Tx tx, Optional<CustomerId> last, Instant now) {
    return page(tx, Optional.empty(), now, last.map(CustomerId::toString).orElse(FIRST));
  }

  /**
   * Reads the customer who has that number; a page of nobody when none has. In a transaction across
   * customers.
   */
  public static Future<Page> of(Tx tx, PhoneNumber number, Instant now) {
    return tx.rows(
            "select cast(customer_id as text) from directory_line where number = ?1", number.e164())
        .map(found -> found.stream().map(RoutingLines::text).toList())
        .compose(customers -> pageOf(tx, customers, now));
  }

  /** A page of customers after the other, each with its lines. */
  private static Future<Void> pages(
      Tx tx, Optional<String> horizon, Instant now, String after, Consumer<Page> taker) {
    return page(tx, horizon, now, after)
        .compose(
            page -> {
              taker.accept(page);
              return page.last()
                  ? Future.succeededFuture()
                  : pages(tx, horizon, now, page.customers().getLast().toString(), taker);
            });
  }

  private static Future<Page> page(Tx tx, Optional<String> horizon, Instant now, String after) {
    return changed(tx, horizon, after).compose(customers -> pageOf(tx, customers, now));
  }

  private static Future<Page> pageOf(Tx tx, List<String> customers, Instant now) {
    return customers.isEmpty()
        ? Future.succeededFuture(new Page(List.of(), List.of(), Set.of()))
        : rows(tx, customers, now).map(rows -> page(customers, rows, now));
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
   * A line of the transaction's customer, as the router would read it; absent when the customer has
   * no such line. To be called in a transaction for that customer (A11).
   *
   * @param busyFrom from when on busy times matter, as far as the mirror still has them
   * @param now becomes the snapshot's {@code takenAt}
   */
  public static Future<Optional<LineSnapshot>> own(
      Tx tx, LineId line, Instant busyFrom, Instant busyTo, Instant now) {
    return tx.rows(
            COLUMNS
                + " from routing_rows(array[current_customer()], ?1, ?2)"
                + " where line_id = cast(?3 as uuid)",
            busyFrom,
            busyTo,
            line.toString())
        .map(rows -> rows.stream().findFirst().map(row -> SnapshotRow.read(row, now)));
  }

  private static Page page(List<String> customers, List<Object[]> rows, Instant now) {
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
    return new Page(customers.stream().map(CustomerId::of).toList(), lines, unreadable);
  }
}
