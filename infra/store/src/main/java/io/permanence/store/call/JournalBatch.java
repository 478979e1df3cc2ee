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
import io.permanence.store.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What happened to many calls of many customers, written in one statement: at hundreds of calls a
 * second a transaction for each customer would cost more than the calls themselves. Means the same
 * as the operations of {@link Calls} one after the other, and may be repeated like them; refused as
 * a whole when one entry is.
 */
public final class JournalBatch {
  private final ArrayNode entries = JsonNodeFactory.instance.arrayNode();

  /** See {@link Calls#open(Tx, CallRecord)}. */
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

  /** See {@link Calls#append}. */
  public void append(CustomerId customer, CallEvent event) {
    entry("happened", event.call())
        .put("customer", customer.toString())
        .put("sequence", event.sequence())
        .put("at", event.at().toString())
        .put("event", event.kind().wireName())
        .set("detail", texts(event.details()));
  }

  /** See {@link Calls#answered}. */
  public void answered(CustomerId customer, CallId call, Optional<AccountId> by, Instant at) {
    ObjectNode entry = entry("answered", call).put("customer", customer.toString());
    entry.put("at", at.toString());
    by.ifPresent(account -> entry.put("by", account.toString()));
  }

  /** See {@link Calls#ended}. */
  public void ended(CustomerId customer, CallId call, Instant at, CallOutcome outcome) {
    entry("closed", call)
        .put("customer", customer.toString())
        .put("at", at.toString())
        .put("outcome", outcome.name());
  }

  /** See {@link Calls#unrouted}. */
  public void unrouted(CallId call, Instant at, ReasonCode reason) {
    entry("unrouted", call).put("at", at.toString()).put("reason", reason.wireName());
  }

  /** Writes everything, in a transaction across customers. */
  public Future<Void> write(Tx tx) {
    return tx.rows(
            "select cast(write_journal(cast(cast(?1 as text) as jsonb)) as text)",
            entries.toString())
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
