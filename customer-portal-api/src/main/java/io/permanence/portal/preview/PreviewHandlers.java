package io.permanence.portal.preview;

import io.permanence.model.Caller;
import io.permanence.model.NumberPlan;
import io.permanence.model.id.CallId;
import io.permanence.model.id.InstructionId;
import io.permanence.model.id.LineId;
import io.permanence.model.line.LineSnapshot;
import io.permanence.portal.http.Answer;
import io.permanence.portal.http.Operation;
import io.permanence.portal.http.Request;
import io.permanence.portal.instruction.Drafts;
import io.permanence.routing.Draft;
import io.permanence.routing.IncomingCall;
import io.permanence.runtime.http.Problem;
import io.permanence.store.Database;
import io.permanence.store.Tx;
import io.permanence.store.history.DecidedCalls;
import io.permanence.store.line.RoutingLines;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Decides calls for an answer only. */
public final class PreviewHandlers {
  /** How far back and ahead a call may be asked about. */
  private static final Duration BACK = Duration.ofDays(7);

  private static final Duration AHEAD = Duration.ofDays(366);

  /** Busy times around the instant asked about; a calendar's event may be that long. */
  private static final Duration AROUND = Duration.ofDays(1);

  /** What last week is. */
  private static final Duration WEEK = Duration.ofDays(7);

  private final Database database;
  private final NumberPlan numbers;

  /** Reads the customer's lines and calls. */
  public PreviewHandlers(Database database, NumberPlan numbers) {
    this.database = database;
    this.numbers = numbers;
  }

  /** The operations by their ids. */
  public Map<String, Operation> operations() {
    return Map.of("previewCall", this::preview, "replayLastWeek", this::replay);
  }

  private Future<Answer> preview(Request request) {
    LineId line = new LineId(request.body().id("lineId"));
    Instant at = within(request.body().instant("at"), request.now());
    Caller caller =
        request.body().optional("number").map(this::known).orElseGet(Caller.Withheld::new);
    IncomingCall call = IncomingCall.from(CallId.random(), caller, at);
    return database
        .inTransaction(
            request.customer(),
            tx -> snapshot(tx, line, at.minus(AROUND), at.plus(AROUND), request.now()))
        .map(snapshot -> Answer.ok(PreviewView.of(call, snapshot)));
  }

  private static Instant within(Instant at, Instant now) {
    if (at.isBefore(now.minus(BACK)) || at.isAfter(now.plus(AHEAD))) {
      throw Problem.invalid("at", "out-of-range").exception();
    }
    return at;
  }

  private Caller known(String number) {
    return numbers
        .parse(number)
        .map(Caller.Known::new)
        .orElseThrow(() -> Problem.invalid("number", "not-a-number").exception());
  }

  private static Future<LineSnapshot> snapshot(
      Tx tx, LineId line, Instant busyFrom, Instant busyTo, Instant now) {
    return RoutingLines.own(tx, line, busyFrom, busyTo, now)
        .map(found -> found.orElseThrow(() -> Problem.invalid("lineId", "unknown").exception()));
  }

  private Future<Answer> replay(Request request) {
    Instant now = request.now();
    Optional<InstructionId> id = request.body().optionalId("instructionId").map(InstructionId::new);
    return database
        .inTransaction(
            request.customer(),
            tx ->
                Drafts.tried(tx, request.body(), id, now)
                    .compose(
                        tried ->
                            snapshot(tx, tried.line(), now.minus(WEEK), now, now)
                                .map(stored -> Draft.over(stored, tried.instruction()))
                                .compose(
                                    draft ->
                                        DecidedCalls.since(
                                                tx, tried.line(), now.minus(WEEK), Replay.MOST + 1)
                                            .map(calls -> Replay.of(calls, draft)))))
        .map(replay -> Answer.ok(ReplayView.of(replay, now.minus(WEEK), now)));
  }
}
