package io.permanence.store.call;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.permanence.model.call.CallEvent;
import io.permanence.model.call.CallOutcome;
import io.permanence.model.call.ReasonCode;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.Id;
import io.permanence.model.id.TeamId;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What happened to many calls of many customers, written in one statement: at hundreds of calls a
 * second a transaction for each customer would cost more than the calls themselves. The tasks that
 * lost and broken calls owe, and callers who are to be called back, are written in the same
 * transaction. May be repeated: a call is known by its id, an event by call and sequence, and what
 * is there stays. Refused as a whole when one entry is.
 */
public final class JournalBatch {
  private final ArrayNode entries = JsonNodeFactory.instance.arrayNode();
  private final ArrayNode owed = JsonNodeFactory.instance.arrayNode();

  /** The call; nothing when it is there. */
  public void open(CallRecord call) {
    ObjectNode entry = entry("opened", call.id()).put("customer", call.customer().toString());
    entry.put("line", call.line().toString());
    call.caller().ifPresent(caller -> entry.put("caller", caller.e164()));
    entry.put("at", call.arrivedAt().toString());
    entry.put("decision", call.decision());
    entry.put("reason", call.reason().code().wireName());
    entry.set("arguments", texts(call.reason().arguments()));
    call.instruction()
        .ifPresent(
            each -> entry.put("instruction", each.id().toString()).put("version", each.version()));
    call.snapshotAt().ifPresent(at -> entry.put("snapshot", at.toString()));
  }

  /** An event of a call that is there or in this batch; nothing when the event is there. */
  public void append(CustomerId customer, CallEvent event) {
    entry("happened", event.call())
        .put("customer", customer.toString())
        .put("sequence", event.sequence())
        .put("at", event.at().toString())
        .put("event", event.kind().wireName())
        .set("detail", texts(event.details()));
  }

  /** Who answered first, and when. */
  public void answered(CustomerId customer, CallId call, Optional<AccountId> by, Instant at) {
    ObjectNode entry = entry("answered", call).put("customer", customer.toString());
    entry.put("at", at.toString());
    by.ifPresent(account -> entry.put("by", account.toString()));
  }

  /**
   * Ends the call, or betters the outcome of one that has ended. A call that was lost or broke owes
   * that team a task, once (B9, R6), and the customer a word of a lost one (C2): made with the end,
   * so that neither is without the other.
   */
  public void ended(
      CustomerId customer, CallId call, Instant at, CallOutcome outcome, TeamId team) {
    entry("closed", call)
        .put("customer", customer.toString())
        .put("at", at.toString())
        .put("outcome", outcome.name());
    if (outcome == CallOutcome.LOST) {
      owe(customer, call, at, "LOST", team).put("message", Id.next().toString());
    } else if (outcome == CallOutcome.BROKEN) {
      owe(customer, call, at, "DROPPED", team);
    }
  }

  /**
   * The caller was torn away from whoever they spoke with, and ended without anybody: owes that
   * team a task, once (B9). No word to the customer, whose secretary did answer.
   */
  public void tornAway(CustomerId customer, CallId call, Instant at, TeamId team) {
    owe(customer, call, at, "DROPPED", team);
  }

  /**
   * The caller was promised to be called back: owes that team a task, once (B9), made with the
   * event that tells of the promise.
   */
  public void promised(CustomerId customer, CallEvent event, TeamId team) {
    append(customer, event);
    owe(customer, event.call(), event.at(), "CALLBACK", team);
  }

  private ObjectNode owe(CustomerId customer, CallId call, Instant at, String kind, TeamId team) {
    return owed.addObject()
        .put("customer", customer.toString())
        .put("call", call.toString())
        .put("at", at.toString())
        .put("kind", kind)
        .put("team", team.toString())
        .put("task", Id.next().toString());
  }

  /** A call to a number that is nobody's; no personal data. */
  public void unrouted(CallId call, Instant at, ReasonCode reason) {
    entry("unrouted", call).put("at", at.toString()).put("reason", reason.wireName());
  }

  /** Writes everything, in a transaction across customers. */
  public Future<Void> write(Tx tx) {
    return tx.rows(
            "select cast(write_journal(cast(cast(?1 as text) as jsonb)) as text)",
            entries.toString())
        .compose(written -> owed.isEmpty() ? Future.succeededFuture() : writeOwed(tx));
  }

  private Future<Void> writeOwed(Tx tx) {
    return tx.rows(
            "select cast(owe_tasks(cast(cast(?1 as text) as jsonb)) as text)", owed.toString())
        .mapEmpty();
  }

  private ObjectNode entry(String kind, CallId call) {
    return entries.addObject().put("kind", kind).put("call", call.toString());
  }

  private static ObjectNode texts(Map<String, String> texts) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    texts.forEach(node::put);
    return node;
  }
}
