package io.permanence.store.desk;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.CallId;
import io.permanence.model.id.ForwardingNumberId;
import io.permanence.model.id.LineId;
import io.permanence.model.id.TeamId;
import io.permanence.model.intake.IntakeScript;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.permanence.store.intake.IntakeScripts;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a card shows besides the snapshot the call was decided from (B2).
 *
 * @param labels of the customer's forwarding numbers
 * @param contact who the caller is, when the customer knows the number
 * @param earlier calls of the same number to the same customer, newest first
 * @param script what the customer wants callers to be asked
 */
public record CardFacts(
    String customerName,
    String trade,
    String language,
    String knowledge,
    String lineName,
    List<TeamId> overflowTeams,
    Map<ForwardingNumberId, String> labels,
    Optional<Contact> contact,
    List<EarlierCall> earlier,
    IntakeScript script) {
  private static final int MOST_EARLIER = 10;

  /** A known caller. */
  public record Contact(String name, String company, Optional<String> remark) {}

  /** A call before this one. */
  public record EarlierCall(
      CallId call,
      Instant at,
      Optional<String> outcome,
      Optional<String> secretary,
      Optional<String> note) {}

  /** Reads the facts of a call of the transaction's customer; empty when the line is gone. */
  public static Future<Optional<CardFacts>> read(
      Tx tx, LineId line, CallId call, Optional<PhoneNumber> caller) {
    return tx.rows(
            """
            select c.name, c.trade, c.language, c.knowledge, l.name,
              array_to_string(l.overflow_teams, ' ')
            from line l join customer c on c.customer_id = l.customer_id where l.id = ?1\
            """,
            line.value())
        .compose(
            rows ->
                rows.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : rest(tx, new Row(rows.getFirst()), call, caller).map(Optional::of));
  }

  private static Future<CardFacts> rest(
      Tx tx, Row line, CallId call, Optional<PhoneNumber> caller) {
    return labels(tx)
        .compose(
            labels ->
                contact(tx, caller)
                    .compose(
                        contact ->
                            earlier(tx, call, caller)
                                .compose(
                                    earlier ->
                                        IntakeScripts.of(tx)
                                            .map(
                                                kept ->
                                                    facts(
                                                        line,
                                                        labels,
                                                        contact,
                                                        earlier,
                                                        kept.script())))));
  }

  private static CardFacts facts(
      Row line,
      Map<ForwardingNumberId, String> labels,
      Optional<Contact> contact,
      List<EarlierCall> earlier,
      IntakeScript script) {
    return new CardFacts(
        line.text(0),
        line.text(1),
        line.text(2),
        line.text(3),
        line.text(4),
        teams(line, 5),
        labels,
        contact,
        earlier,
        script);
  }

  private static List<TeamId> teams(Row row, int column) {
    return row.text(column).isEmpty()
        ? List.of()
        : Stream.of(row.text(column).split(" ")).map(TeamId::of).toList();
  }

  private static Future<Map<ForwardingNumberId, String>> labels(Tx tx) {
    return tx.rows("select id, label from forwarding_number where label <> ''")
        .map(
            rows -> {
              Map<ForwardingNumberId, String> labels = new HashMap<>();
              for (Object[] row : rows) {
                labels.put(new ForwardingNumberId((UUID) row[0]), (String) row[1]);
              }
              return labels;
            });
  }

  /** The customer's own entry before the mirrored one. */
  private static Future<Optional<Contact>> contact(Tx tx, Optional<PhoneNumber> caller) {
    if (caller.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    return tx.rows(
            """
            select k.display_name, k.company, nullif(o.note, '') from known_caller k
            left join contact o on k.source = 'OWN' and cast(o.id as text) = k.source_id
            where k.number = ?1 order by k.source desc limit 1\
            """,
            caller.get().e164())
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(Row::new)
                    .map(row -> new Contact(row.text(0), row.text(1), row.maybe(2, row::text))));
  }

  private static Future<List<EarlierCall>> earlier(
      Tx tx, CallId call, Optional<PhoneNumber> caller) {
    if (caller.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    return tx.rows(
            """
            select c.id, c.arrived_at, c.outcome, s.display_name,
              (select nullif(left(n.request, 500), '') from note n
               where n.call_id = c.id and n.state = 'SENT' order by n.sent_at desc limit 1)
            from call c left join secretary s on s.account_id = c.answered_by
            where c.caller = ?1 and c.id <> ?2
            order by c.arrived_at desc, c.id desc limit ?3\
            """,
            caller.get().e164(),
            call.value(),
            MOST_EARLIER)
        .map(
            rows ->
                rows.stream()
                    .map(Row::new)
                    .map(
                        row ->
                            new EarlierCall(
                                new CallId(row.uuid(0)),
                                row.instant(1),
                                row.maybe(2, row::text),
                                row.maybe(3, row::text),
                                row.maybe(4, row::text)))
                    .toList());
  }
}
