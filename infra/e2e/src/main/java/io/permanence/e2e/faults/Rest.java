package io.permanence.e2e.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What has to be true when everybody has hung up. */
final class Rest {
  private static final Duration SETTLE = Duration.ofSeconds(40);

  private Rest() {}

  /** No caller's channel is left, no call is open, each has exactly one end. */
  static void check(Ledger ledger, Exchange exchange, Instant since, Measures measures) {
    Until.holds(SETTLE, () -> exchange.calls().isEmpty() && ledger.open().isEmpty());
    List<Ledger.Row> rows = ledger.since(since);
    List<Exchange.Leg> left = left(exchange);
    measures.none("channels left over", left.size(), rows.size(), named(left));
    Set<String> open = ledger.open();
    measures.none("calls left open", open.size(), rows.size(), named(open));
    measures.none(
        "calls without exactly one end",
        rows.stream().filter(row -> row.ends() != 1).count(),
        rows.size());
  }

  /** Legs of calls; telephones that rest are no legs of a call. */
  static List<Exchange.Leg> left(Exchange exchange) {
    return exchange.legs().stream().filter(leg -> !leg.call().isEmpty()).toList();
  }

  /** Which ones, when there are any. */
  static String named(Collection<?> left) {
    return left.stream().map(String::valueOf).collect(Collectors.joining("; "));
  }

  /**
   * Nobody is forgotten: each call was answered, or recorded, or ended by its decision, or somebody
   * has the task to call back (B9). A recording comes a moment after its call.
   */
  static void nobodyForgotten(Ledger ledger, Instant since, Measures measures) {
    Until.holds(SETTLE, () -> ledger.forgotten(since).isEmpty());
    List<String> forgotten = ledger.forgotten(since);
    measures.none(
        "calls neither answered, recorded, refused, nor a task",
        forgotten.size(),
        ledger.since(since).size(),
        named(forgotten));
  }
}
