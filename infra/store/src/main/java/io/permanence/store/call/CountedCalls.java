package io.permanence.store.call;

import io.permanence.model.call.CallEvent;
import io.permanence.model.call.CallEventKind;
import io.permanence.model.figure.CountedCall;
import io.permanence.model.id.CallId;
import io.permanence.model.id.LineId;
import io.permanence.model.id.TeamId;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls of one customer as figures see them, gathered from their events (B11). */
public final class CountedCalls {
  private record Whose(LineId line, TeamId team, List<CallEvent> events) {}

  private CountedCalls() {}

  /** The calls that arrived in {@code [from, to)}. */
  public static Future<List<CountedCall>> between(Tx tx, Instant from, Instant to) {
    return tx.rows(
            "select e.call_id, c.line_id, l.home_team, e.seq, e.kind, e.at,"
                + " e.detail ->> 'secretary' from call c"
                + " join call_event e on e.customer_id = c.customer_id and e.call_id = c.id"
                + " join line l on l.customer_id = c.customer_id and l.id = c.line_id"
                + " where c.arrived_at >= ?1 and c.arrived_at < ?2 and e.kind in ('arrived',"
                + " 'waiting', 'offered', 'answered', 'picked-up', 'put-through', 'lost', 'ended')"
                + " order by e.call_id, e.seq",
            from,
            to)
        .map(CountedCalls::gathered);
  }

  private static List<CountedCall> gathered(List<Object[]> rows) {
    Map<CallId, Whose> calls = new LinkedHashMap<>();
    for (Object[] each : rows) {
      Row row = new Row(each);
      CallId call = new CallId(row.uuid(0));
      calls
          .computeIfAbsent(
              call,
              id -> new Whose(new LineId(row.uuid(1)), new TeamId(row.uuid(2)), new ArrayList<>()))
          .events()
          .add(event(call, row));
    }
    List<CountedCall> counted = new ArrayList<>();
    calls.forEach(
        (call, whose) ->
            CountedCall.of(call, whose.line(), whose.team(), whose.events())
                .ifPresent(counted::add));
    return counted;
  }

  private static CallEvent event(CallId call, Row row) {
    Optional<String> secretary = row.maybe(6, row::text);
    return new CallEvent(
        call,
        row.whole(3),
        CallEventKind.of(row.text(4)),
        row.instant(5),
        secretary.map(who -> Map.of("secretary", who)).orElse(Map.of()));
  }
}
