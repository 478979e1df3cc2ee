package io.permanence.e2e.faults;

import io.permanence.e2e.Until;
import io.permanence.testing.sip.agent.AgentCall;
import io.permanence.testing.sip.agent.Invitation;
import io.permanence.testing.sip.agent.UserAgent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** People who call over the trunk, each with a number of their own, so that each can be found. */
final class Callers implements AutoCloseable {
  /** Put through to the customer at once. */
  static final String DIRECT = "+33199001002";

  /** Nobody is put through: all go to the desk. */
  static final String DESK = "+33199001003";

  /**
   * VIPs are put through after announcement; everybody goes to the desk first, of the first two
   * secretaries' team.
   */
  static final String ANNOUNCED = "+33199001001";

  /** Blocked on every line: a short message. */
  static final String BLOCKED = "+33639980201";

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int NUMBERS = 8_000;
  private static final AtomicInteger NEXT = new AtomicInteger();

  private final UserAgent carrier;
  private final Map<String, AgentCall> calls = new LinkedHashMap<>();

  Callers(House house) {
    this.carrier = house.carrier();
  }

  /** A number nobody has used for long: +33 6 39 98 10 00 and on. */
  static String number() {
    return "+3363998%04d".formatted(1_000 + NEXT.getAndIncrement() % NUMBERS);
  }

  UserAgent carrier() {
    return carrier;
  }

  /** Calls; returns at once. */
  AgentCall call(String dialled) {
    return call(number(), dialled);
  }

  AgentCall call(String caller, String dialled) {
    AgentCall call = carrier.call(Invitation.of(caller, dialled));
    synchronized (calls) {
      calls.put(caller, call);
    }
    return call;
  }

  /** So many calls, at that pace. */
  List<AgentCall> call(String dialled, int count, Duration pace) {
    List<AgentCall> placed = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      placed.add(call(dialled));
      Until.pause(pace);
    }
    return placed;
  }

  /** The call of that number, as long as it was the last. */
  Optional<AgentCall> of(String caller) {
    synchronized (calls) {
      return Optional.ofNullable(calls.get(caller));
    }
  }

  /** The number a call came from. */
  String numberOf(AgentCall call) {
    synchronized (calls) {
      return calls.entrySet().stream()
          .filter(entry -> entry.getValue().equals(call))
          .map(Map.Entry::getKey)
          .findFirst()
          .orElseThrow();
    }
  }

  /** Waits until all are answered; how many were. */
  static int answered(List<AgentCall> calls) {
    return (int) calls.stream().filter(call -> call.awaitUp(LIMIT)).count();
  }

  /** How many the other side let go although they were up. */
  static long dropped(List<AgentCall> calls) {
    return calls.stream().filter(AgentCall::endedByOther).count();
  }

  /** Hangs up whatever is there and waits until it is over. */
  void hangUpAll() {
    List<AgentCall> all;
    synchronized (calls) {
      all = List.copyOf(calls.values());
    }
    all.forEach(AgentCall::hangUp);
    all.forEach(call -> call.awaitOver(LIMIT));
  }

  @Override
  public void close() {
    hangUpAll();
    carrier.close();
  }
}
