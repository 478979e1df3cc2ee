package io.permanence.callrouter.journal;

import io.permanence.model.Caller;
import io.permanence.model.call.CallEvent;
import io.permanence.model.call.ReasonCode;
import io.permanence.model.id.CallId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.line.LineSnapshot;
import io.permanence.routing.Basis.Governing;
import io.permanence.routing.IncomingCall;
import io.permanence.routing.Restoration;
import io.permanence.routing.RoutingPolicy;
import io.permanence.routing.Stored;
import io.permanence.store.Database;
import io.permanence.store.call.CallRecord;
import io.permanence.store.call.Calls;
import io.permanence.store.call.Calls.OpenCall;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes up calls from the store that this process does not know: all that were open when it
 * started, and single ones the spool speaks of. What they were decided from is gone; decision,
 * reason and edition of the instruction are those of their row, whatever the line says today (A10).
 */
public final class JournalRecovery {
  private final Database database;
  private final Snapshots snapshots;
  private final CallJournal journal;

  public JournalRecovery(Database database, Snapshots snapshots, CallJournal journal) {
    this.database = database;
    this.snapshots = snapshots;
    this.journal = journal;
  }

  /**
   * Takes up every call without an end; after the snapshots are loaded.
   *
   * @return those taken up, for whoever compares them with Asterisk: a call that Asterisk does not
   *     have is {@link CallJournal#broken}
   */
  public Future<List<LiveCall>> resumeAll() {
    return database.acrossCustomers(Calls::open).compose(this::resumeEach);
  }

  private Future<List<LiveCall>> resumeEach(List<OpenCall> open) {
    Future<List<LiveCall>> resumed = Future.succeededFuture(new ArrayList<>());
    for (OpenCall each : open) {
      resumed =
          resumed.compose(
              calls ->
                  resume(each.customer(), each.call())
                      .map(
                          call -> {
                            call.ifPresent(calls::add);
                            return calls;
                          }));
    }
    return resumed;
  }

  /**
   * Takes up one call.
   *
   * @return empty when the store does not have it, or its line is gone
   */
  public Future<Optional<LiveCall>> resume(CustomerId customer, CallId call) {
    Optional<LiveCall> known = journal.find(call);
    if (known.isPresent()) {
      return Future.succeededFuture(known);
    }
    return database
        .inTransaction(
            customer,
            tx ->
                Calls.find(tx, call)
                    .compose(row -> Calls.events(tx, call).map(events -> new Found(row, events))))
        .map(found -> found.row().flatMap(row -> takeUp(row, found.events())));
  }

  private record Found(Optional<CallRecord> row, List<CallEvent> events) {}

  private Optional<LiveCall> takeUp(CallRecord row, List<CallEvent> events) {
    Optional<LiveCall> call = snapshots.byLine(row.line()).map(line -> call(row, line));
    call.ifPresent(each -> journal.resume(each, events));
    return call;
  }

  private static LiveCall call(CallRecord row, LineSnapshot line) {
    Caller caller = row.caller().<Caller>map(Caller.Known::new).orElseGet(Caller.Withheld::new);
    boolean fallback = row.reason().code() == ReasonCode.FALLBACK;
    return new LiveCall(
        row.id(),
        caller,
        row.arrivedAt(),
        line,
        fallback
            ? RoutingPolicy.fallback()
            : Restoration.of(
                IncomingCall.from(row.id(), caller, row.arrivedAt()), line, stored(row)),
        row.snapshotAt().orElse(row.arrivedAt()));
  }

  private static Stored stored(CallRecord row) {
    return new Stored(
        row.decision(),
        row.reason(),
        row.instruction().map(each -> new Governing(each.id(), each.version())));
  }
}
