package io.permanence.store.google;

import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.permanence.store.consent.Purpose;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a customer's link to Google stands for one purpose, for the customer to see.
 *
 * @param link LINKED or NEEDS_CONSENT; absent without a link
 * @param connecting a request to connect is under way
 * @param withdrawing a request to withdraw is under way
 */
public record LinkStatus(
    Purpose purpose,
    Optional<String> link,
    boolean connecting,
    boolean withdrawing,
    Optional<Run> lastRun) {
  private static final String READ =
      """
      select p.purpose, l.state,
        exists (select from google_request r
          join consent c on c.customer_id = r.customer_id and c.id = r.consent_id
          where r.done_at is null and r.kind = 'CONNECT' and c.purpose = p.purpose),
        exists (select from google_request r
          join consent c on c.customer_id = r.customer_id and c.id = r.consent_id
          where r.done_at is null and r.kind = 'WITHDRAW' and c.purpose = p.purpose),
        s.started_at, s.ended_at, s.added, s.changed, s.removed, s.outcome
      from (values (1, 'google-contacts', 'CONTACTS'), (2, 'google-calendar', 'CALENDAR'))
        as p (nth, purpose, kind)
      left join google_link l on l.purpose = p.purpose
      left join lateral (select * from sync_run r where r.kind = p.kind
        order by r.started_at desc, r.id desc limit 1) s on true
      order by p.nth""";

  /** The last synchronisation. */
  public record Run(
      Instant startedAt,
      Optional<Instant> endedAt,
      int added,
      int changed,
      int removed,
      Optional<String> outcome) {}

  /** Reads them for the transaction's customer, one for each purpose of Google's, linked or not. */
  public static Future<List<LinkStatus>> read(Tx tx) {
    return tx.rows(READ).map(rows -> rows.stream().map(Row::new).map(LinkStatus::status).toList());
  }

  private static LinkStatus status(Row row) {
    return new LinkStatus(
        Purpose.of(row.text(0)).orElseThrow(),
        row.maybe(1, row::text),
        row.flag(2),
        row.flag(3),
        row.maybe(4, row::instant)
            .map(
                started ->
                    new Run(
                        started,
                        row.maybe(5, row::instant),
                        row.whole(6),
                        row.whole(7),
                        row.whole(8),
                        row.maybe(9, row::text))));
  }
}
