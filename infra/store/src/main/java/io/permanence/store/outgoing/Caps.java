package io.permanence.store.outgoing;

import io.permanence.model.id.CustomerId;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The caps that differ from the company's. */
public final class Caps {
  private Caps() {}

  /** What differs for one customer; the company's cap holds where nothing is said. */
  public record Different(
      Optional<Integer> legs, Optional<Integer> minutes, Optional<Integer> cents) {}

  /** Every customer for whom something differs. */
  public static Future<Map<CustomerId, Different>> all(Tx tx) {
    return tx.rows("select customer_id, legs, minutes, cents from outgoing_caps()")
        .map(
            rows -> {
              Map<CustomerId, Different> all = new HashMap<>();
              for (Object[] cells : rows) {
                Row row = new Row(cells);
                all.put(new CustomerId(row.uuid(0)), different(row));
              }
              return all;
            });
  }

  /** What differs for the transaction's customer. */
  public static Future<Optional<Different>> own(Tx tx) {
    return tx.rows("select customer_id, legs, minutes, cents from outgoing_cap")
        .map(rows -> rows.stream().findFirst().map(cells -> different(new Row(cells))));
  }

  private static Different different(Row row) {
    return new Different(
        row.maybe(1, row::whole), row.maybe(2, row::whole), row.maybe(3, row::whole));
  }
}
