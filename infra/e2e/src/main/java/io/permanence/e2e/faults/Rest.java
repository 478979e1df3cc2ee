package io.permanence.e2e.faults;

import io.permanence.e2e.Until;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What has to be true when everybody has hung up. */
final class Rest {
  private static final Duration SETTLE = Duration.ofSeconds(40);

  private Rest() {}

  /** What is left at one moment. */
  private record Remains(List<Exchange.Leg> legs, Set<String> open, List<Ledger.Row> rows) {
    static Remains of(Ledger ledger, Exchange exchange, Instant since) {
      return new Remains(left(exchange), ledger.open(), ledger.since(since));
    }

    boolean nothing() {
      return legs.isEmpty() && open.isEmpty();
    }
  }

  /**
   * No caller's channel is left, no call is open, each has exactly one end. An INVITE that nobody
   * answered is repeated for half a minute and may arrive late, so all is looked at together.
   */
  static void check(Ledger ledger, Exchange exchange, Instant since, Measures measures) {
    Deque<Remains> seen = new ArrayDeque<>();
    Until.within(
        SETTLE,
        () -> {
          seen.clear();
          seen.add(Remains.of(ledger, exchange, since));
          return seen.getLast().nothing();
        });
    Remains left = seen.getLast();
    int calls = left.rows().size();
    measures.none("channels left over", left.legs().size(), calls, named(left.legs()));
    measures.none("calls left open", left.open().size(), calls, named(left.open()));
    measures.none(
        "calls without exactly one end",
        left.rows().stream().filter(row -> row.ends() != 1).count(),
        calls);
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
    Until.within(SETTLE, () -> ledger.forgotten(since).isEmpty());
    List<String> forgotten = ledger.forgotten(since);
    measures.none(
        "calls neither answered, recorded, refused, nor a task",
        forgotten.size(),
        ledger.since(since).size(),
        named(forgotten));
  }
}
