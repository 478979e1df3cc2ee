package io.permanence.store.desk;

import io.permanence.model.call.CallEvent;
import io.permanence.model.call.CallEventKind;
import io.permanence.model.id.CallId;
import io.permanence.model.id.LineId;
import io.permanence.model.id.TeamId;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The events figures are counted from (B11): teams, lines and times. Across customers. */
public final class DeskEvents {
  private DeskEvents() {}

  /** An event and whose call it was. */
  public record OfCall(LineId line, TeamId team, CallEvent event) {}

  /** The events at or after an instant, in no particular order. */
  public static Future<List<OfCall>> since(Tx tx, Instant since) {
    return tx.rows(
            "select call_id, line_id, team, seq, kind, at, secretary from desk_events(?1)", since)
        .map(rows -> rows.stream().map(Row::new).map(DeskEvents::event).toList());
  }

  private static OfCall event(Row row) {
    Optional<String> secretary = row.maybe(6, row::text);
    return new OfCall(
        new LineId(row.uuid(1)),
        new TeamId(row.uuid(2)),
        new CallEvent(
            new CallId(row.uuid(0)),
            row.whole(3),
            CallEventKind.of(row.text(4)),
            row.instant(5),
            secretary.map(who -> Map.of("secretary", who)).orElse(Map.of())));
  }
}
