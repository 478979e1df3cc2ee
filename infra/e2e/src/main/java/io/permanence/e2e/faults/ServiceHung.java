package io.permanence.e2e.faults;

import io.permanence.e2e.Until;
import io.permanence.e2e.faults.House.Frozen;
import io.permanence.testing.sip.agent.AgentCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** R2: the service hangs and comes back; nothing it decides late may be applied. */
public final class ServiceHung implements Fault {
  private static final Duration FALLBACK = Duration.ofMillis(2_500);
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration AFTERWARDS = Duration.ofSeconds(3);

  private final int calls;

  /**
   * The hang.
   *
   * @param calls that come while it hangs
   */
  public ServiceHung(int calls) {
    this.calls = calls;
  }

  @Override
  public String id() {
    return "R2";
  }

  @Override
  @SuppressWarnings("try") // the part is frozen as long as the block
  public void run(House house, Measures measures) {
    Ledger ledger = new Ledger(house);
    Exchange exchange = new Exchange(house);
    Instant began = Instant.now();
    try (Callers callers = new Callers(house);
        Secretary camille = Secretary.ready(house, 0)) {
      List<AgentCall> meanwhile = new ArrayList<>();
      try (Frozen ignored = house.freeze("service")) {
        // The last is still waiting for its answer when the service wakes.
        for (int i = 0; i < calls; i++) {
          AgentCall call = callers.call(Callers.DESK);
          meanwhile.add(call);
          call.awaitUp(LIMIT);
        }
      }
      List<Duration> answers =
          meanwhile.stream().flatMap(call -> call.answeredAfter().stream()).toList();
      measures.none("calls unanswered while it hangs", calls - answers.size(), calls);
      measures.within("INVITE to the fallback's answer", answers, FALLBACK);
      // A late decision would offer one of them: she is ready, and nobody else calls.
      long offers = 0;
      if (Until.within(AFTERWARDS, () -> camille.offer().isPresent())) {
        offers = 1;
      }
      measures.none("late decisions applied: offered at the desk", offers, calls);
      measures.none(
          "late decisions applied: away from the fallback",
          calls - Exchange.aside(exchange.legs()).size(),
          calls);
      measures.none("calls dropped", Callers.dropped(meanwhile), calls);
      ServiceKilled.firstDecision(callers, ledger, Instant.now(), measures);
      callers.hangUpAll();
      Rest.check(ledger, exchange, began, measures);
      measures.none(
          "fallback calls journalled as decided",
          ledger.since(began).stream()
              .filter(row -> !row.fallback())
              .filter(row -> callers.of(row.caller()).filter(meanwhile::contains).isPresent())
              .count(),
          calls);
    } finally {
      house.whole();
    }
  }
}
