package io.permanence.e2e.faults;

import io.permanence.e2e.Until;
import io.permanence.testing.sip.agent.AgentCall;
import io.permanence.testing.sip.agent.Answering;
import io.permanence.testing.sip.agent.UserAgent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** R13: many short calls, and nothing grows. */
public final class Soak implements Fault {
  private static final Duration LIMIT = Duration.ofSeconds(40);
  private static final Duration SETTLE = Duration.ofSeconds(20);
  private static final double MEGA = 1 << 20;

  /** Ended calls are remembered for an hour, 4 kB each at most. */
  private static final double REMEMBERED_MEGA = 4.0 / 1024;

  private final int calls;
  private final int rate;

  /**
   * The soak.
   *
   * @param calls in two halves; the first warms, what the second adds is measured
   * @param rate calls a second
   */
  public Soak(int calls, int rate) {
    this.calls = calls;
    this.rate = rate;
  }

  @Override
  public String id() {
    return "R13";
  }

  @Override
  public void run(House house, Measures measures) {
    Ledger ledger = new Ledger(house);
    Exchange exchange = new Exchange(house);
    Instant began = Instant.now();
    try (UserAgent customers = house.customers();
        Callers callers = new Callers(house)) {
      customers.answering(call -> new Answering.After(Duration.ofMillis(50)));
      int half = calls / 2;
      long failed = some(callers, customers, half);
      Vitals before = vitals(house, "service");
      Vitals asterisk = vitals(house, "asterisk");
      failed += some(callers, customers, half);
      Vitals after = vitals(house, "service");
      Vitals asteriskAfter = vitals(house, "asterisk");
      measures.none("calls without an answer", failed, calls);
      heap(before, after, half, measures);
      measures.most(
          "descriptors of the service grew by",
          (double) (after.descriptors() - before.descriptors()),
          "",
          2,
          half);
      measures.most(
          "descriptors of Asterisk grew by",
          (double) (asteriskAfter.descriptors() - asterisk.descriptors()),
          "",
          2,
          half);
      measures.most(
          "channels grew by", (double) (after.channels() - before.channels()), "", 0, half);
      measures.most(
          "connections to PostgreSQL grew by",
          (double) (after.connections() - before.connections()),
          "",
          2,
          half);
      Rest.check(ledger, exchange, began, measures);
    }
  }

  private static void heap(Vitals before, Vitals after, int half, Measures measures) {
    double limit = Math.ceil(1 + half * REMEMBERED_MEGA);
    String what = "heap after collection grew by";
    if (before.heap() == 0 || after.heap() == 0) {
      measures.unmeasured(what, "<= %.0f".formatted(limit), "the JVM did not tell");
      return;
    }
    measures.most(
        what,
        (after.heap() - before.heap()) / MEGA,
        "MB",
        limit,
        half,
        "from %.1f MB; ended calls are remembered for an hour".formatted(before.heap() / MEGA));
  }

  private static Vitals vitals(House house, String part) {
    Until.within(SETTLE, () -> new Exchange(house).calls().isEmpty());
    Until.pause(Duration.ofSeconds(6)); // connections that nobody needs are closed meanwhile
    return Vitals.of(house, part);
  }

  private long some(Callers callers, UserAgent customers, int count) {
    Deque<AgentCall> up = new ArrayDeque<>();
    long failed = 0;
    long began = System.nanoTime();
    for (int i = 0; i < count; i++) {
      up.add(callers.call(i % 3 == 0 ? Callers.DIRECT : Callers.DESK));
      if (up.size() > rate) {
        failed += end(up.remove());
      }
      if (i % 100 == 99) {
        callers.carrier().forget();
        customers.forget();
      }
      Until.pause(
          Duration.ofNanos(
              Math.max(0, began + (i + 1) * 1_000_000_000L / rate - System.nanoTime())));
    }
    while (!up.isEmpty()) {
      failed += end(up.remove());
    }
    return failed;
  }

  private static long end(AgentCall call) {
    boolean answered = call.awaitUp(LIMIT);
    call.hangUp();
    return answered ? 0 : 1;
  }
}
