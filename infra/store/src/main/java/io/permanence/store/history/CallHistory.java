package io.permanence.store.history;

import io.permanence.model.PhoneNumber;
import io.permanence.model.Urgency;
import io.permanence.model.id.CallId;
import io.permanence.model.id.ContactId;
import io.permanence.model.id.InstructionId;
import io.permanence.model.id.LineId;
import io.permanence.model.id.NoteId;
import io.permanence.model.line.CallerMark;
import io.permanence.store.Row;
import io.permanence.store.SearchText;
import io.permanence.store.Tx;
import io.permanence.store.contact.ContactKey;
import io.permanence.store.customer.NamedLine;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The call history of the transaction's customer. */
public final class CallHistory {
  private static final int EXCERPT = 160;

  private static final String SELECT =
      """
      select c.id, c.arrived_at, c.line_id, l.number, l.name, c.caller, c.outcome, c.ended_at,
        k.source, k.source_id, k.display_name, k.mark,
        n.id, n.caller_name, left(n.request, 160), n.urgency, n.read_at, n.binned_at,
        n.version + n.touched, c.answered_at
      from call c
      join line l on l.customer_id = c.customer_id and l.id = c.line_id
      left join lateral (select m.*, s.read_at, s.binned_at, coalesce(s.version, 0) as touched
        from note m
        left join note_state s on s.customer_id = m.customer_id and s.note_id = m.id
        where m.customer_id = c.customer_id and m.call_id = c.id and m.state = 'SENT'
        order by (s.binned_at is null) = %s, s.read_at is not null, m.sent_at desc, m.id desc
        limit 1) n on true
      left join lateral (select * from known_caller
        where customer_id = c.customer_id and number = c.caller
        order by mark = 'NONE', source desc limit 1) k on true
      where true\
      """;

  /** Of several notes of a call the one still to be read counts, then the newest. */
  private static final String BESIDE_THE_BIN = SELECT.formatted("false");

  private static final String IN_THE_BIN = SELECT.formatted("true");

  private CallHistory() {}

  /** A page of calls, newest first. */
  public static Future<List<CallLine>> page(Tx tx, CallFilter filter, int most) {
    Condition condition = new Condition(filter.binned() ? IN_THE_BIN : BESIDE_THE_BIN);
    condition.add(filter.binned() ? " and n.binned_at is not null" : " and n.binned_at is null");
    if (filter.withNote() || filter.unread()) {
      condition.add(" and n.id is not null");
    }
    if (filter.unread()) {
      condition.add(" and n.read_at is null");
    }
    filter.line().ifPresent(line -> condition.add(" and c.line_id = ?", line.value()));
    filter.from().ifPresent(from -> condition.add(" and c.arrived_at >= ?", from));
    filter.to().ifPresent(to -> condition.add(" and c.arrived_at < ?", to));
    filter
        .outcome()
        .ifPresent(
            outcome ->
                condition.add(
                    outcome.equals("IN_PROGRESS")
                        ? " and c.outcome is null and ? <> ''"
                        : " and c.outcome = ?",
                    outcome));
    filter
        .text()
        .ifPresent(
            text -> {
              condition.add(
                  " and (plain(n.caller_name || ' ' || n.request) like plain(?)",
                  SearchText.containing(text));
              condition.add(" or plain(k.display_name) like plain(?)", SearchText.containing(text));
              condition.add(" or c.caller like ?", SearchText.number(text));
              condition.add(" or n.caller_number like ?)", SearchText.number(text));
            });
    filter
        .before()
        .ifPresent(
            before ->
                condition
                    .add(" and (c.arrived_at, c.id) < (?", before.arrivedAt())
                    .add(", ?)", before.id().value()));
    return tx.rows(
            condition.sql() + " order by c.arrived_at desc, c.id desc limit " + most,
            condition.parameters())
        .map(rows -> rows.stream().map(Row::new).map(CallHistory::line).toList());
  }

  /** SQL that grows with its parameters. */
  private static final class Condition {
    private final StringBuilder sql;
    private final List<Object> parameters = new ArrayList<>();

    Condition(String sql) {
      this.sql = new StringBuilder(sql);
    }

    void add(String text) {
      sql.append(text);
    }

    Condition add(String text, Object parameter) {
      parameters.add(parameter);
      sql.append(text.replace("?", "?" + parameters.size()));
      return this;
    }

    String sql() {
      return sql.toString();
    }

    Object[] parameters() {
      return parameters.toArray();
    }
  }

  /** One call. */
  public static Future<Optional<CallLine>> find(Tx tx, CallId id) {
    return tx.rows(BESIDE_THE_BIN + " and c.id = ?1", id.value())
        .map(rows -> rows.stream().findFirst().map(Row::new).map(CallHistory::line));
  }

  /** Why a call was treated as it was; fails when there is no such call. */
  public static Future<Decided> decided(Tx tx, CallId id) {
    return tx.rows(
            "select kind, at from call_event where call_id = ?1 order by seq limit 200", id.value())
        .map(
            rows ->
                rows.stream()
                    .map(Row::new)
                    .map(row -> new Decided.Event(row.text(0), row.instant(1)))
                    .toList())
        .compose(
            events ->
                tx.rows(
                        """
                        select reason, cast(reason_arguments as text), instruction_id,
                          instruction_version from call where id = ?1\
                        """,
                        id.value())
                    .map(rows -> new Row(rows.getFirst()))
                    .map(
                        row ->
                            new Decided(
                                row.text(0),
                                texts(row.text(1)),
                                row.maybe(2, row::uuid).map(InstructionId::new),
                                row.maybe(3, row::whole),
                                events)));
  }

  /** Unread notes outside the bin. */
  public static Future<Integer> unread(Tx tx) {
    return tx.rows(
            """
            select count(*) from note n
            left join note_state s on s.customer_id = n.customer_id and s.note_id = n.id
            where n.state = 'SENT' and s.read_at is null and s.binned_at is null\
            """)
        .map(rows -> new Row(rows.getFirst()).whole(0));
  }

  private static CallLine line(Row row) {
    return new CallLine(
        new CallId(row.uuid(0)),
        row.instant(1),
        new NamedLine(new LineId(row.uuid(2)), new PhoneNumber(row.text(3)), row.text(4)),
        row.maybe(5, row::text).map(PhoneNumber::new),
        row.maybe(8, row::text).map(source -> caller(row, source)),
        row.maybe(6, row::text),
        row.maybe(19, row::instant),
        row.maybe(7, row::instant),
        row.maybe(12, row::uuid).map(id -> note(row, new NoteId(id))));
  }

  private static CallLine.KnownCaller caller(Row row, String source) {
    return new CallLine.KnownCaller(
        source.equals("OWN")
            ? new ContactKey.Own(ContactId.of(row.text(9)))
            : new ContactKey.Google(row.text(9)),
        row.text(10),
        CallerMark.valueOf(row.text(11)));
  }

  private static CallLine.NoteLine note(Row row, NoteId id) {
    String excerpt = row.text(14);
    return new CallLine.NoteLine(
        id,
        row.text(13),
        excerpt.substring(0, Math.min(excerpt.length(), EXCERPT)),
        Urgency.valueOf(row.text(15)),
        row.maybe(16, row::instant),
        row.maybe(17, row::instant),
        row.whole(18));
  }

  private static Map<String, String> texts(String json) {
    Map<String, String> texts = new HashMap<>();
    new JsonObject(json).forEach(entry -> texts.put(entry.getKey(), entry.getValue().toString()));
    return texts;
  }
}
