package io.permanence.store.instruction;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.ForwardingNumberId;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** The numbers the transaction's customer may put callers through to. */
public final class ForwardingNumbers {
  private ForwardingNumbers() {}

  /** All of them, oldest first. */
  public static Future<List<ForwardingNumber>> all(Tx tx) {
    return tx.rows(
            "select id, number, label, proven_at from forwarding_number order by created_at, id")
        .map(rows -> rows.stream().map(Row::new).map(ForwardingNumbers::number).toList());
  }

  /**
   * Adds a number.
   *
   * @return false when its id or the number is there already, of a request in the same moment
   */
  public static Future<Boolean> add(
      Tx tx, CustomerId customer, ForwardingNumber added, Instant now) {
    return tx.execute(
            """
            insert into forwarding_number (customer_id, id, number, label, proven_at, created_at)
            values (?1, ?2, ?3, ?4, ?5, ?6) on conflict do nothing\
            """,
            customer.value(),
            added.id().value(),
            added.number().e164(),
            added.label(),
            added.provenAt().orElse(null),
            now)
        .map(rows -> rows == 1);
  }

  /** Whether an instruction rings this number, alone or together with others. */
  public static Future<Boolean> inUse(Tx tx, ForwardingNumberId id) {
    return tx.rows(
            """
            select (select count(*) from ladder_step where forwarding_number_id = ?1)
              + (select count(*) from ladder_also where forwarding_number_id = ?1)\
            """,
            id.value())
        .map(rows -> new Row(rows.getFirst()).number(0) > 0);
  }

  /** Whether any customer's line has this number. */
  public static Future<Boolean> ownLine(Tx tx, PhoneNumber number) {
    return tx.rows("select count(*) from directory_line where number = ?1", number.e164())
        .map(rows -> new Row(rows.getFirst()).number(0) > 0);
  }

  /** Removes a number; false when there is none of this id. */
  public static Future<Boolean> remove(Tx tx, ForwardingNumberId id) {
    return tx.execute("delete from forwarding_number where id = ?1", id.value())
        .map(rows -> rows == 1);
  }

  private static ForwardingNumber number(Row row) {
    return new ForwardingNumber(
        new ForwardingNumberId(row.uuid(0)),
        new PhoneNumber(row.text(1)),
        row.text(2),
        row.maybe(3, row::instant));
  }
}
