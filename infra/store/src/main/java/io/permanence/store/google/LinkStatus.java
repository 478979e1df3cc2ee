package io.permanence.store.google;

import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the customer's link to Google stands, for the customer to see.
 *
 * @param link LINKED or NEEDS_CONSENT; absent without a link
 * @param scopes what Google granted
 * @param connecting a request to connect is under way
 * @param withdrawing a request to withdraw is under way
 */
public record LinkStatus(
    Optional<String> link,
    List<String> scopes,
    boolean connecting,
    boolean withdrawing,
    Optional<Run> lastRun) {
  /** The last synchronisation. */
  public record Run(
      Instant startedAt,
      Optional<Instant> endedAt,
      int added,
      int changed,
      int removed,
      Optional<String> outcome) {}

  public LinkStatus {
    scopes = List.copyOf(scopes);
  }

  /** Reads it for the transaction's customer. */
  public static Future<LinkStatus> read(Tx tx) {
    return lastRun(tx)
        .compose(
            run ->
                tx.rows(
                        """
                        select
                          (select state from google_link),
                          (select to_jsonb(scopes) from google_link),
                          exists (select from google_request
                            where done_at is null and kind = 'CONNECT'),
                          exists (select from google_request
                            where done_at is null and kind = 'WITHDRAW')\
                        """)
                    .map(rows -> new Row(rows.getFirst()))
                    .map(
                        row ->
                            new LinkStatus(
                                row.maybe(0, row::text),
                                row.maybe(1, row::text)
                                    .map(
                                        json ->
                                            new JsonArray(json)
                                                .stream().map(String::valueOf).toList())
                                    .orElse(List.of()),
                                row.flag(2),
                                row.flag(3),
                                run)));
  }

  private static Future<Optional<Run>> lastRun(Tx tx) {
    return tx.rows(
            """
            select started_at, ended_at, added, changed, removed, outcome from sync_run
            order by started_at desc limit 1\
            """)
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(Row::new)
                    .map(
                        row ->
                            new Run(
                                row.instant(0),
                                row.maybe(1, row::instant),
                                row.whole(2),
                                row.whole(3),
                                row.whole(4),
                                row.maybe(5, row::text))));
  }
}
