package io.permanence.e2e.faults;

import io.permanence.e2e.Until;
import io.permanence.testing.sip.agent.AgentCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** R6: Asterisk is killed with calls up, and started again. */
public final class AsteriskKilled implements Fault {
  private static final Duration NEW_CALL = Duration.ofSeconds(5);
  private static final Duration TASK = Duration.ofSeconds(10);
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final int calls;

  public AsteriskKilled(int calls) {
    this.calls = calls;
  }

  @Override
  public String id() {
    return "R6";
  }

  @Override
  public void run(House house, Measures measures) throws InterruptedException {
    Ledger ledger = new Ledger(house);
    Exchange exchange = new Exchange(house);
    Instant began = Instant.now();
    try (Callers callers = new Callers(house);
        Secretary camille = Secretary.ready(house, 0)) {
      List<AgentCall> up =
          new ArrayList<>(callers.call(Callers.DESK, calls, Duration.ofMillis(50)));
      Callers.answered(up);
      Until.within(LIMIT, () -> camille.phase().equals("talking"));
      // A call that is three seconds old may not be in the picture yet; that is not what is asked.
      Until.pause(Duration.ofSeconds(3));
      Set<String> numbers = new HashSet<>();
      up.forEach(call -> numbers.add(callers.numberOf(call)));
      house.kill("asterisk");
      Instant started = Instant.now();
      Thread starting = house.starting("asterisk");
      boolean answered =
          Until.within(LIMIT, () -> callers.call(Callers.DESK).awaitUp(Duration.ofMillis(700)));
      Duration took = Duration.between(started, Instant.now());
      starting.join();
      if (answered) {
        measures.within("start of Asterisk to the first call answered", List.of(took), NEW_CALL);
      } else {
        measures.unmeasured("start of Asterisk to the first call answered", "<= 5000", "none was");
      }
      Instant back = Instant.now();
      Until.within(LIMIT, () -> tasks(ledger, began) >= calls);
      measures.within(
          "each lost call a task, after Asterisk was back",
          List.of(Duration.between(back, Instant.now())),
          TASK);
      measures.none(
          "lost calls without a task", calls - Math.min(calls, tasks(ledger, began)), calls);
      measures.none(
          "ghost calls",
          ledger.since(began).stream()
              .filter(row -> numbers.contains(row.caller()) && row.open())
              .count(),
          calls);
      up.forEach(AgentCall::hangUp);
      callers.hangUpAll();
      Rest.check(ledger, exchange, began, measures);
    } finally {
      house.whole();
    }
  }

  private static long tasks(Ledger ledger, Instant began) {
    Set<String> calls = new HashSet<>();
    ledger.since(began).forEach(row -> calls.add(row.id()));
    return ledger
        .texts("select distinct call_id::text from task where kind in ('LOST', 'DROPPED')")
        .stream()
        .filter(calls::contains)
        .count();
  }
}
