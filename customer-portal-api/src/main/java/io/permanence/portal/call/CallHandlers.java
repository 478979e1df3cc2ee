package io.permanence.portal.call;

import io.permanence.model.id.CallId;
import io.permanence.portal.http.Answer;
import io.permanence.portal.http.Cursor;
import io.permanence.portal.http.Fields;
import io.permanence.portal.http.Operation;
import io.permanence.portal.http.Request;
import io.permanence.portal.line.OwnLines;
import io.permanence.runtime.http.Problem;
import io.permanence.store.Database;
import io.permanence.store.Tx;
import io.permanence.store.history.CallFilter;
import io.permanence.store.history.CallHistory;
import io.permanence.store.history.CallLine;
import io.permanence.store.history.Notes;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The call history. */
public final class CallHandlers {
  private final Database database;

  /** Reads the customer's calls. */
  public CallHandlers(Database database) {
    this.database = database;
  }

  /** The operations by their ids. */
  public Map<String, Operation> operations() {
    return Map.of("listCalls", this::list, "getCall", this::get);
  }

  private Future<Answer> list(Request request) {
    CallFilter filter = filter(request);
    int limit = request.limit();
    return database
        .inTransaction(
            request.customer(),
            tx ->
                OwnLines.mustBeOwn(tx, filter.line())
                    .compose(own -> CallHistory.page(tx, filter, limit + 1))
                    .compose(
                        calls ->
                            CallHistory.unread(tx)
                                .map(unread -> page(calls, limit, unread, request.now()))))
        .map(Answer::ok);
  }

  private static CallFilter filter(Request request) {
    return new CallFilter(
        request.query("text").map(String::strip).filter(text -> !text.isEmpty()),
        request.flag("unread"),
        request.flag("withNote"),
        request.flag("binned"),
        OwnLines.asked(request),
        request.query("from").map(text -> Fields.moment("from", text)),
        request.query("to").map(text -> Fields.moment("to", text)),
        request.query("outcome"),
        request.query("cursor").map(CallHandlers::position));
  }

  private static CallFilter.Position position(String cursor) {
    List<String> parts = Cursor.parts(cursor, 2);
    return new CallFilter.Position(
        Fields.moment("cursor", parts.get(0)), new CallId(Fields.uuid("cursor", parts.get(1))));
  }

  private static CallView.Page page(List<CallLine> found, int limit, int unread, Instant now) {
    List<CallLine> calls = found.subList(0, Math.min(limit, found.size()));
    Optional<String> next =
        found.size() > limit
            ? Optional.of(
                Cursor.of(calls.getLast().arrivedAt().toString(), calls.getLast().id().toString()))
            : Optional.empty();
    return new CallView.Page(
        calls.stream().map(call -> CallView.shortly(call, now)).toList(), next, unread);
  }

  private Future<Answer> get(Request request) {
    CallId id = new CallId(request.id("callId"));
    return database
        .inTransaction(
            request.customer(),
            tx ->
                CallHistory.find(tx, id)
                    .map(found -> found.orElseThrow(() -> Problem.notFound().exception()))
                    .compose(call -> inFull(tx, call, request.now())))
        .map(Answer::ok);
  }

  private static Future<CallView.CallInFull> inFull(Tx tx, CallLine call, Instant now) {
    return Notes.ofCall(tx, call.id())
        .compose(
            notes ->
                CallHistory.decided(tx, call.id())
                    .map(decided -> CallView.inFull(call, decided, notes, now)));
  }
}
