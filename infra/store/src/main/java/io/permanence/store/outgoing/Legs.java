package io.permanence.store.outgoing;

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

  /** Writes the leg's present state; a leg never loses its answer or its end again. */
  public static Future<Void> put(Tx tx, OutgoingLeg leg, Instant now) {
    return tx.execute(
            """
            insert into outgoing_leg (customer_id, id, subject_id, purpose, day, rate,
              reserved_seconds, started_at, answered_at, ended_at, changed_at)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            on conflict (customer_id, id) do update set
              answered_at = coalesce(outgoing_leg.answered_at, excluded.answered_at),
              ended_at = coalesce(outgoing_leg.ended_at, excluded.ended_at),
              changed_at = excluded.changed_at\
            """,
            leg.customer().value(),
            leg.id(),
            leg.subject(),
            leg.purpose().name(),
            leg.day(),
            leg.rate().name(),
            leg.reservedSeconds(),
            leg.startedAt(),
            leg.answeredAt().orElse(null),
            leg.endedAt().orElse(null),
            now)
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
