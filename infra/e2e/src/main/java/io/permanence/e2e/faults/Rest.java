package io.permanence.e2e.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What has to be true when everybody has hung up. */
final class Rest {
  private static final Duration SETTLE = Duration.ofSeconds(40);

  private Rest() {}

  /** No caller's channel is left, no call is open, each has exactly one end. */
  static void check(Ledger ledger, Exchange exchange, Instant since, Measures measures) {
    Until.holds(SETTLE, () -> exchange.calls().isEmpty() && ledger.open().isEmpty());
    List<Ledger.Row> rows = ledger.since(since);
    measures.none("channels left over", left(exchange), rows.size());
    measures.none("calls left open", ledger.open().size(), rows.size());
    measures.none(
        "calls without exactly one end",
        rows.stream().filter(row -> row.ends() != 1).count(),
        rows.size());
  }

  /** Legs of calls; telephones that rest are no legs of a call. */
  static long left(Exchange exchange) {
    return exchange.legs().stream().filter(leg -> !leg.call().isEmpty()).count();
  }
}
