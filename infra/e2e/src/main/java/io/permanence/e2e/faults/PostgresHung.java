package io.permanence.e2e.faults;

import io.permanence.e2e.Until;
import io.permanence.e2e.faults.House.Frozen;
import io.permanence.model.id.Id;
import io.permanence.testing.sip.agent.AgentCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** R5: PostgreSQL hangs with every connection open. */
public final class PostgresHung implements Fault {
  private static final String LAG = "permanence_event_loop_lag_max_seconds";
  private static final Duration PACE = Duration.ofMillis(500);
  private static final Duration LIMIT = Duration.ofSeconds(40);
  private static final double BLOCKED_MILLIS = 100;
  private static final double REFUSED_MILLIS = 5_000;

  private final Duration hung;

  public PostgresHung(Duration hung) {
    this.hung = hung;
  }

  @Override
  public String id() {
    return "R5";
  }

  @Override
  @SuppressWarnings("try") // the part is frozen as long as the block
  public void run(House house, Measures measures) {
    Ledger ledger = new Ledger(house);
    Exchange exchange = new Exchange(house);
    Instant began = Instant.now();
    try (Callers callers = new Callers(house);
        Secretary camille = Secretary.ready(house, 0);
        ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
      callers.call(Callers.DESK);
      Until.within(LIMIT, () -> camille.phase().equals("talking"));
      String herCall = camille.call().path("callId").asText();
      house.metric(LAG);
      double before = calm(house, hung.dividedBy(2));
      List<AgentCall> meanwhile = new ArrayList<>();
      List<CompletableFuture<Double>> waits = new ArrayList<>();
      double backlog = 0;
      double during = 0;
      Instant stopped = Instant.now();
      try (Frozen ignored = house.freeze("postgres")) {
        while (Instant.now().isBefore(stopped.plus(hung))) {
          meanwhile.add(callers.call(Callers.DESK));
          waits.add(CompletableFuture.supplyAsync(() -> write(camille, herCall), writers));
          Until.pause(PACE);
          List<String> metrics = house.metrics();
          backlog = Math.max(backlog, House.sum(metrics, "permanence_journal_backlog"));
          during = Math.max(during, House.sum(metrics, LAG) * 1e3);
        }
      }
      blocked(before, during, measures);
      measures.none(
          "calls unanswered while it hangs",
          meanwhile.size() - Callers.answered(meanwhile),
          meanwhile.size());
      double longest = waits.stream().mapToDouble(CompletableFuture::join).max().orElse(Double.NaN);
      measures.most(
          "a request waits for the database at most", longest, "ms", REFUSED_MILLIS, waits.size());
      measures.most("entries waiting for the database at most", backlog, "", 200_000, 1);
      Until.within(LIMIT, house::ready);
      List<String> numbers = meanwhile.stream().map(callers::numberOf).toList();
      Until.within(LIMIT, () -> found(ledger, began, numbers) == numbers.size());
      measures.none(
          "calls not in the journal afterwards",
          numbers.size() - found(ledger, began, numbers),
          numbers.size());
      measures.none(
          "calls left to the fallback",
          ledger.since(began).stream()
              .filter(row -> numbers.contains(row.caller()) && row.fallback())
              .count(),
          numbers.size());
      callers.hangUpAll();
      Rest.check(ledger, exchange, began, measures);
    } finally {
      house.whole();
    }
  }

  private static double calm(House house, Duration time) {
    Until.pause(time);
    return house.metric(LAG) * 1e3;
  }

  private static void blocked(double before, double during, Measures measures) {
    if (Double.isNaN(during)) {
      measures.unmeasured("an event loop blocked at most", "<= 100", "no metric " + LAG);
    } else {
      measures.most(
          "an event loop blocked at most",
          during,
          "ms",
          BLOCKED_MILLIS,
          1,
          "%.1f ms in the calm before".formatted(before));
    }
  }

  private static double write(Secretary secretary, String call) {
    long began = System.nanoTime();
    secretary.note(Id.next().toString(), call, "Pendant que la base ne répond pas.");
    return (System.nanoTime() - began) / 1e6;
  }

  private static long found(Ledger ledger, Instant began, List<String> numbers) {
    return ledger.since(began).stream().filter(row -> numbers.contains(row.caller())).count();
  }
}
