package io.permanence.store.outgoing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.permanence.model.id.CustomerId;
import io.permanence.model.line.DialTarget.Rate;
import io.permanence.model.outgoing.OutgoingLeg;
import io.permanence.model.outgoing.OutgoingLeg.Purpose;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Writes legs as they are now, and reads those that changed. */
public final class Legs {
  private Legs() {}

  /**
   * Writes the present state of legs of any customers, in a transaction across customers; a leg
   * never loses its answer or its end again. Refused as a whole when one of them is.
   */
  public static Future<Void> put(Tx tx, List<OutgoingLeg> legs, Instant now) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    for (OutgoingLeg leg : legs) {
      ObjectNode row = rows.addObject();
      row.put("customer", leg.customer().toString());
      row.put("id", leg.id().toString());
      row.put("subject", leg.subject().toString());
      row.put("purpose", leg.purpose().name());
      row.put("day", leg.day().toString());
      row.put("rate", leg.rate().name());
      row.put("seconds", leg.reservedSeconds());
      row.put("started", leg.startedAt().toString());
      leg.answeredAt().ifPresent(at -> row.put("answered", at.toString()));
      leg.endedAt().ifPresent(at -> row.put("ended", at.toString()));
      row.put("changed", now.toString());
    }
    return tx.rows(
            "select cast(write_outgoing_legs(cast(cast(?1 as text) as jsonb)) as text)",
            rows.toString())
        .mapEmpty();
  }

  /** Every leg written at or after that moment, of all customers. */
  public static Future<List<OutgoingLeg>> since(Tx tx, Instant changed) {
    return tx.rows(
            """
            select customer_id, id, subject_id, purpose, cast(day as text), rate, reserved_seconds,
              started_at, answered_at, ended_at
            from outgoing_legs_since(?1)\
            """,
            changed)
        .map(rows -> rows.stream().map(cells -> leg(new Row(cells))).toList());
  }

  /** The legs of the transaction's customer that were written at or after that moment. */
  public static Future<List<OutgoingLeg>> own(Tx tx, Instant changed) {
    return tx.rows(
            """
            select customer_id, id, subject_id, purpose, cast(day as text), rate, reserved_seconds,
              started_at, answered_at, ended_at
            from outgoing_leg where changed_at >= ?1\
            """,
            changed)
        .map(rows -> rows.stream().map(cells -> leg(new Row(cells))).toList());
  }

  private static OutgoingLeg leg(Row row) {
    return new OutgoingLeg(
        new CustomerId(row.uuid(0)),
        row.uuid(1),
        row.uuid(2),
        Purpose.valueOf(row.text(3)),
        LocalDate.parse(row.text(4)),
        Rate.valueOf(row.text(5)),
        row.whole(6),
        row.instant(7),
        row.maybe(8, row::instant),
        row.maybe(9, row::instant));
  }
}
