package io.permanence.store.history;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.CallId;
import io.permanence.model.id.LineId;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a line's calls were decided, for whoever decides them again (A11). */
public final class DecidedCalls {
  private DecidedCalls() {}

  /**
   * A call and its decision as the journal keeps them.
   *
   * @param caller absent when the number was withheld
   * @param name of the contact with that number, as the address book has it today
   * @param decision the decision's name
   * @param reason the code's wire name
   */
  public record DecidedCall(
      CallId id,
      Instant arrivedAt,
      Optional<PhoneNumber> caller,
      Optional<String> name,
      String decision,
      String reason) {}

  /** The line's calls since an instant, newest first, so many at most. */
  public static Future<List<DecidedCall>> since(Tx tx, LineId line, Instant from, int most) {
    return tx.rows(
            """
            select c.id, c.arrived_at, c.caller, k.display_name, c.decision, c.reason
            from call c
            left join lateral (select display_name from known_caller
              where customer_id = c.customer_id and number = c.caller
              order by mark = 'NONE', source desc limit 1) k on true
            where c.line_id = ?1 and c.arrived_at >= ?2
            order by c.arrived_at desc, c.id desc limit\
            """
                + " "
                + most,
            line.value(),
            from)
        .map(rows -> rows.stream().map(Row::new).map(DecidedCalls::call).toList());
  }

  private static DecidedCall call(Row row) {
    return new DecidedCall(
        new CallId(row.uuid(0)),
        row.instant(1),
        row.maybe(2, row::text).map(PhoneNumber::new),
        row.maybe(3, row::text),
        row.text(4),
        row.text(5));
  }
}
