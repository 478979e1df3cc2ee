package io.permanence.e2e.faults;

import io.permanence.e2e.Until;
import io.permanence.testing.sip.agent.AgentCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** R12: twice as many calls as are taken on. */
public final class Overload implements Fault {
  private static final Duration STAY = Duration.ofMillis(1_500);
  private static final Duration BACK = Duration.ofSeconds(10);
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final long HEARD_PACKETS = 25;

  private final int rate;
  private final Duration storm;

  /**
   * The overload.
   *
   * @param rate calls a second that are taken on; half of it is the usual load
   */
  public Overload(int rate, Duration storm) {
    this.rate = rate;
    this.storm = storm;
  }

  @Override
  public String id() {
    return "R12";
  }

  @Override
  public void run(House house, Measures measures) {
    house.withSettings(
        Map.of("PERMANENCE_CALLS_A_SECOND", Integer.toString(rate)), () -> storm(house, measures));
  }

  private void storm(House house, Measures measures) {
    Ledger ledger = new Ledger(house);
    Instant began = Instant.now();
    try (Callers callers = new Callers(house);
        ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      load(callers, people, rate / 2, Duration.ofSeconds(5)); // warm
      double usual = slowest(load(callers, people, rate / 2, storm));
      List<AgentCall> calls = load(callers, people, rate * 2, storm);
      Instant over = Instant.now();
      double normal = untilUsual(callers, ledger, over, usual);
      Until.within(LIMIT, () -> found(ledger, callers, began, calls).size() == calls.size());
      Set<String> refused = refused(ledger, began);
      List<AgentCall> accepted =
          calls.stream().filter(call -> !refused.contains(callers.numberOf(call))).toList();
      List<AgentCall> surplus =
          calls.stream().filter(call -> refused.contains(callers.numberOf(call))).toList();
      measures.least("calls taken on, of " + calls.size(), accepted.size(), "", rate, calls.size());
      measures.most(
          "set-up of those taken on (p95)",
          slowest(accepted),
          "ms",
          Math.ceil(2 * usual),
          accepted.size(),
          "usual p95 %.1f ms at %d/s".formatted(usual, rate / 2));
      measures.least(
          "surplus calls, told that all lines are busy", surplus.size(), "", 1, calls.size());
      measures.none(
          "surplus calls without the message",
          surplus.stream().filter(call -> call.heard() < HEARD_PACKETS).count(),
          surplus.size());
      measures.none(
          "calls without an answer",
          calls.stream().filter(call -> call.answeredAfter().isEmpty()).count(),
          calls.size());
      measures.most("back to the usual time after", normal, "ms", (double) BACK.toMillis(), 1);
      callers.hangUpAll();
      Rest.check(ledger, new Exchange(house), began, measures);
    }
  }

  /** Calls at that rate; each is answered, stays, and hangs up. */
  private static List<AgentCall> load(
      Callers callers, ExecutorService people, int rate, Duration time) {
    List<AgentCall> calls = new ArrayList<>();
    long pace = 1_000_000_000L / rate;
    long began = System.nanoTime();
    int count = (int) (time.toMillis() * rate / 1_000);
    for (int i = 0; i < count; i++) {
      AgentCall call = callers.call(Callers.DESK);
      calls.add(call);
      people.execute(
          () -> {
            call.awaitUp(LIMIT);
            call.awaitOver(STAY);
            call.hangUp();
          });
      Until.pause(Duration.ofNanos(Math.max(0, began + (i + 1) * pace - System.nanoTime())));
    }
    calls.forEach(call -> call.awaitOver(LIMIT));
    return calls;
  }

  /** The 95th percentile of the time to the answer, in milliseconds. */
  private static double slowest(List<AgentCall> calls) {
    double[] times =
        calls.stream()
            .flatMap(call -> call.answeredAfter().stream())
            .mapToDouble(took -> took.toNanos() / 1e6)
            .sorted()
            .toArray();
    return times.length == 0 ? Double.NaN : times[(int) (times.length * 0.95)];
  }

  private static double untilUsual(Callers callers, Ledger ledger, Instant over, double usual) {
    while (Instant.now().isBefore(over.plus(LIMIT))) {
      AgentCall call = callers.call(Callers.DESK);
      call.awaitUp(LIMIT);
      double took = call.answeredAfter().map(each -> each.toNanos() / 1e6).orElse(Double.MAX_VALUE);
      String number = callers.numberOf(call);
      Until.within(LIMIT, () -> ledger.from(number, over.minusSeconds(1)).isPresent());
      call.hangUp();
      if (took <= 2 * usual && !refused(ledger, over.minusSeconds(1)).contains(number)) {
        return (double) Duration.between(over, Instant.now()).toMillis();
      }
    }
    return Double.MAX_VALUE;
  }

  private static Set<String> refused(Ledger ledger, Instant since) {
    Set<String> numbers = new HashSet<>();
    ledger.since(since).stream()
        .filter(row -> row.reason().equals("overload"))
        .forEach(row -> numbers.add(row.caller()));
    return numbers;
  }

  private static List<AgentCall> found(
      Ledger ledger, Callers callers, Instant began, List<AgentCall> calls) {
    Set<String> numbers = new HashSet<>();
    ledger.since(began).forEach(row -> numbers.add(row.caller()));
    return calls.stream().filter(call -> numbers.contains(callers.numberOf(call))).toList();
  }
}
