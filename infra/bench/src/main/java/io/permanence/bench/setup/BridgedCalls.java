package io.permanence.bench.setup;

import io.permanence.bench.Conditions;
import io.permanence.bench.Figure;
import io.permanence.bench.Row;
import io.permanence.bench.Spread;
import io.permanence.bench.setup.Wanted.Outcome;
import io.permanence.e2e.faults.House;
import io.permanence.testing.local.LocalSystem;
import io.permanence.testing.sip.agent.AgentCall;
import io.permanence.testing.sip.agent.Answering;
import io.permanence.testing.sip.agent.Invitation;
import io.permanence.testing.sip.agent.UserAgent;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * P5: a hundred calls put through, both sides speaking fifty packets a second, while thirty
 * consoles are open, each asks for something every second, and four secretaries take calls.
 */
public final class BridgedCalls implements Figure {
  private static final int CALLS = 100;
  private static final int LINES = 1_000;
  private static final long BETWEEN_CALLS = Duration.ofMillis(50).toNanos();
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final double LOSS = 1;
  private static final double GOAL = 300;

  @Override
  public List<String> ids() {
    return List.of("P5");
  }

  @Override
  public List<Row> measure(Conditions conditions) throws SQLException, InterruptedException {
    Duration talk = Duration.ofSeconds(conditions.quick() ? 10 : 60);
    Company company = new Company(LINES);
    LocalSystem system =
        LocalSystem.in(conditions.project(), conditions.run(), text -> System.err.println(text));
    try {
      system.forget(); // what another benchmark filled in has the same numbers
      system.up();
      company.fill(
          "jdbc:postgresql://127.0.0.1:%d/permanence?user=postgres"
              .formatted(system.port("postgres")));
      system.down("service");
      system.up("service");
      House house = House.of(system);
      try (UserAgent customers = house.customers();
          UserAgent carrier = house.carrier();
          Desk desk = Desk.open(house)) {
        customers.answering(call -> new Answering.After(Duration.ofMillis(20)));
        return measure(talk, company, carrier, customers, desk);
      }
    } finally {
      system.down();
    }
  }

  private static List<Row> measure(
      Duration talk, Company company, UserAgent carrier, UserAgent customers, Desk desk)
      throws InterruptedException {
    List<AgentCall> calls = place(company, carrier);
    long up = calls.stream().filter(each -> each.awaitUp(SOON)).count();
    List<AgentCall> answered = customers.calls().stream().filter(AgentCall::up).toList();
    Sound there = Sound.from(calls, answered);
    Sound back = Sound.from(answered, calls);
    CompletableFuture<Void> speaking = CompletableFuture.runAsync(() -> carrier.speak(talk));
    CompletableFuture<Void> answering = CompletableFuture.runAsync(() -> customers.speak(talk));
    desk.work(carrier, talk);
    CompletableFuture.allOf(speaking, answering).join();
    LockSupport.parkNanos(Duration.ofSeconds(1).toNanos()); // the last packets are on their way
    long failed = CALLS - up + calls.stream().filter(AgentCall::over).count() + desk.failed();
    Sound both = there.since(calls, answered).plus(back.since(answered, calls));
    calls.forEach(AgentCall::hangUp);
    String how =
        "%d calls bridged for %d s, %d consoles, %d calls taken by secretaries meanwhile"
            .formatted(up, talk.toSeconds(), desk.consoles(), desk.taken());
    return List.of(
        Row.of("P5", "calls that failed", (double) failed, "calls", "0", failed == 0).under(how),
        Row.of("P5", "packets lost of " + both.said(), both.loss(), "%", "< 1", both.loss() < LOSS)
            .under(how),
        console("a console's question to its answer, p99", desk.answers()).under(how),
        console("caller's INVITE to card at the console, p99", desk.cards()).under(how));
  }

  private static Row console(String what, Spread times) {
    double millis = times.millis(99);
    return Row.of("P5", what, millis, "ms", "<= 300", millis <= GOAL);
  }

  private static List<AgentCall> place(Company company, UserAgent carrier) {
    List<AgentCall> calls = new ArrayList<>();
    IntStream.iterate(0, n -> n + 1)
        .mapToObj(company::call)
        .filter(each -> each.outcome() == Outcome.LADDER)
        .limit(CALLS)
        .forEach(
            each -> {
              calls.add(carrier.call(Invitation.of(each.caller(), each.dialled())));
              LockSupport.parkNanos(BETWEEN_CALLS);
            });
    return calls;
  }

  /**
   * What one side said and the other heard.
   *
   * @param said packets
   * @param heard packets
   */
  private record Sound(long said, long heard) {
    static Sound from(List<AgentCall> speakers, List<AgentCall> listeners) {
      return new Sound(
          speakers.stream().mapToLong(AgentCall::said).sum(),
          listeners.stream().mapToLong(AgentCall::heard).sum());
    }

    Sound since(List<AgentCall> speakers, List<AgentCall> listeners) {
      Sound now = from(speakers, listeners);
      return new Sound(now.said - said, now.heard - heard);
    }

    Sound plus(Sound other) {
      return new Sound(said + other.said, heard + other.heard);
    }

    /** Percent. */
    double loss() {
      return 100.0 * (said - heard) / said;
    }
  }
}
