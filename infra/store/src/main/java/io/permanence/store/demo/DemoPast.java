package io.permanence.store.demo;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.CustomerId;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A customer's past: calls, events, notes, and what became of them. What is there already is left
 * as it is, so that a past that was broken off can be written again.
 */
public final class DemoPast {
  private DemoPast() {}

  /** Calls, events, notes and closed outbox entries; in the router's hands. */
  public static Future<Void> calls(Tx tx, CustomerId customer, List<DemoCall> past) {
    return insert(
            tx,
            customer,
            """
            insert into call (customer_id, id, line_id, caller, arrived_at, decision, reason,
              answered_by, answered_at, ended_at, outcome)
            select ?1, id, line, caller, arrived, decision, reason, by, answered, ended, outcome
            from jsonb_to_recordset(cast(cast(?2 as text) as jsonb)) as r (id uuid, line uuid,
              caller text, arrived timestamptz, decision text, reason text, by uuid,
              answered timestamptz, ended timestamptz, outcome text)
            on conflict do nothing\
            """,
            past,
            DemoPast::callRow)
        .compose(
            done ->
                insert(
                    tx,
                    customer,
                    """
                    insert into call_event (customer_id, call_id, seq, at, kind)
                    select ?1, call, seq, at, kind
                    from jsonb_to_recordset(cast(cast(?2 as text) as jsonb))
                      as r (call uuid, seq int, at timestamptz, kind text)
                    on conflict do nothing\
                    """,
                    past,
                    DemoPast::eventRows))
        .compose(
            done ->
                insert(
                    tx,
                    customer,
                    """
                    insert into note (customer_id, id, call_id, secretary_id, state, caller_name,
                      caller_number, number_confirmed, request, urgency, created_at, saved_at,
                      sent_at)
                    select ?1, id, call, secretary, 'SENT', name, number, number is not null,
                      request, urgency, sent, sent, sent
                    from jsonb_to_recordset(cast(cast(?2 as text) as jsonb)) as r (id uuid,
                      call uuid, secretary uuid, name text, number text, request text,
                      urgency text, sent timestamptz)
                    on conflict do nothing\
                    """,
                    past,
                    DemoPast::noteRow))
        .compose(
            done ->
                insert(
                    tx,
                    customer,
                    """
                    insert into outbox (customer_id, id, kind, subject_id, created_at, attempts,
                      done_at)
                    select ?1, outbox, 'NOTE', id, sent, 1, sent
                    from jsonb_to_recordset(cast(cast(?2 as text) as jsonb))
                      as r (outbox uuid, id uuid, sent timestamptz)
                    on conflict do nothing\
                    """,
                    past,
                    DemoPast::noteRow));
  }

  /** What the customer did with the notes; in the portal's hands. */
  public static Future<Void> noteStates(Tx tx, CustomerId customer, List<DemoCall> past) {
    return insert(
        tx,
        customer,
        """
        insert into note_state (customer_id, note_id, read_at, binned_at)
        select ?1, id, case when read then sent end, case when binned then sent end
        from jsonb_to_recordset(cast(cast(?2 as text) as jsonb))
          as r (id uuid, sent timestamptz, read boolean, binned boolean)
        where read or binned
        on conflict do nothing\
        """,
        past,
        DemoPast::noteRow);
  }

  /** How the notes were sent; in push's hands. */
  public static Future<Void> deliveries(Tx tx, CustomerId customer, List<DemoCall> past) {
    return insert(
        tx,
        customer,
        """
        insert into delivery (customer_id, id, outbox_id, subject_id, account_id, channel, address,
          state, attempts, due_at, created_at, updated_at)
        select ?1, id, outbox, note, account, channel, address, 'DELIVERED', 1, sent, sent,
          sent + interval '2 seconds'
        from jsonb_to_recordset(cast(cast(?2 as text) as jsonb)) as r (id uuid, outbox uuid,
          note uuid, account uuid, channel text, address text, sent timestamptz)
        on conflict do nothing\
        """,
        past,
        DemoPast::deliveryRows);
  }

  private static Future<Void> insert(
      Tx tx,
      CustomerId customer,
      String sql,
      List<DemoCall> past,
      BiConsumer<JsonArray, DemoCall> rows) {
    JsonArray all = new JsonArray();
    past.forEach(call -> rows.accept(all, call));
    return tx.execute(sql, customer.value(), all.encode()).mapEmpty();
  }

  private static void callRow(JsonArray all, DemoCall call) {
    all.add(
        new JsonObject()
            .put("id", call.id().toString())
            .put("line", call.line().toString())
            .put("caller", call.caller().map(PhoneNumber::e164).orElse(null))
            .put("arrived", call.arrivedAt().toString())
            .put("decision", call.decision())
            .put("reason", call.reason())
            .put("by", call.answeredBy().map(Object::toString).orElse(null))
            .put("answered", call.answeredAt().map(Object::toString).orElse(null))
            .put("ended", call.endedAt().toString())
            .put("outcome", call.outcome()));
  }

  private static void eventRows(JsonArray all, DemoCall call) {
    for (int i = 0; i < call.events().size(); i++) {
      all.add(
          new JsonObject()
              .put("call", call.id().toString())
              .put("seq", i)
              .put("at", call.events().get(i).at().toString())
              .put("kind", call.events().get(i).kind()));
    }
  }

  private static void noteRow(JsonArray all, DemoCall call) {
    call.note()
        .ifPresent(
            note ->
                all.add(
                    new JsonObject()
                        .put("id", note.id().toString())
                        .put("call", call.id().toString())
                        .put("secretary", note.secretary().toString())
                        .put("name", note.callerName())
                        .put("number", call.caller().map(PhoneNumber::e164).orElse(null))
                        .put("request", note.request())
                        .put("urgency", note.urgency().name())
                        .put("sent", note.sentAt().toString())
                        .put("read", note.read())
                        .put("binned", note.binned())
                        .put("outbox", note.outboxId().toString())));
  }

  private static void deliveryRows(JsonArray all, DemoCall call) {
    call.note()
        .ifPresent(
            note ->
                note.deliveries()
                    .forEach(
                        delivery ->
                            all.add(
                                new JsonObject()
                                    .put("id", delivery.id().toString())
                                    .put("outbox", note.outboxId().toString())
                                    .put("note", note.id().toString())
                                    .put("account", delivery.account().toString())
                                    .put("channel", delivery.channel())
                                    .put("address", delivery.address())
                                    .put("sent", note.sentAt().toString()))));
  }
}
