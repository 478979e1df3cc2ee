package io.permanence.e2e.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.permanence.e2e.Until;
import io.permanence.e2e.faults.Exchange.Leg;
import io.permanence.model.id.Id;
import io.permanence.testing.sip.agent.AgentCall;
import io.permanence.testing.sip.agent.Answering;
import io.permanence.testing.sip.agent.UserAgent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** R1: the service is killed with calls up. */
public final class ServiceKilled implements Fault {
  private static final Duration FALLBACK = Duration.ofMillis(500);
  private static final Duration FIRST_DECISION = Duration.ofSeconds(5);
  private static final Duration PACE = Duration.ofMillis(60);
  private static final Duration SETTLE = Duration.ofSeconds(15);
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final int calls;
  private final int during;

  /**
   * The kill.
   *
   * @param calls up when it comes; two of five put through, two talking, the others in music
   * @param during new calls while the service is gone
   */
  public ServiceKilled(int calls, int during) {
    this.calls = calls;
    this.during = during;
  }

  @Override
  public String id() {
    return "R1";
  }

  @Override
  public void run(House house, Measures measures) {
    Ledger ledger = new Ledger(house);
    Exchange exchange = new Exchange(house);
    Instant began = Instant.now();
    try (UserAgent customers = house.customers();
        Callers callers = new Callers(house);
        Secretary camille = Secretary.ready(house, 0);
        Secretary ines = Secretary.ready(house, 1)) {
      customers.answering(call -> new Answering.After(Duration.ofMillis(100)));
      List<Secretary> desk = List.of(camille, ines);
      List<AgentCall> up = new ArrayList<>(callers.call(Callers.DIRECT, calls * 2 / 5, PACE));
      up.addAll(callers.call(Callers.DESK, calls - up.size(), PACE));
      measures.none("calls not up before the kill", up.size() - Callers.answered(up), up.size());
      boolean talking =
          Until.within(LIMIT, () -> desk.stream().allMatch(each -> each.phase().equals("talking")));
      measures.none("secretaries not talking before the kill", talking ? 0 : 1, desk.size());
      Set<String> acknowledged = new HashSet<>();
      desk.forEach(each -> note(each, acknowledged));

      house.kill("service");
      List<AgentCall> meanwhile = new ArrayList<>();
      List<Duration> answers = new ArrayList<>();
      for (int i = 0; i < during; i++) {
        AgentCall call = callers.call(Callers.DESK);
        meanwhile.add(call);
        call.awaitUp(LIMIT);
        call.answeredAfter().ifPresent(answers::add);
      }
      measures.none("new calls unanswered while it is gone", during - answers.size(), during);
      measures.within("new calls: INVITE to the fallback's answer", answers, FALLBACK);

      Instant restarted = Instant.now();
      Thread starting = house.starting("service");
      firstDecision(callers, ledger, restarted, measures);
      join(starting);
      measures.none(
          "calls dropped", Callers.dropped(up) + Callers.dropped(meanwhile), calls + during);
      measures.none(
          "notes lost", acknowledged.size() - ledger.sent(acknowledged), acknowledged.size());
      compare(exchange, ledger, desk, measures);
      callers.hangUpAll();
      Rest.check(ledger, exchange, began, measures);
      Rest.nobodyForgotten(ledger, began, measures);
    } finally {
      house.whole();
    }
  }

  private static void note(Secretary secretary, Set<String> acknowledged) {
    String id = Id.next().toString();
    if (secretary.note(id, secretary.call().path("callId").asText(), "Avant la panne.") == 200) {
      acknowledged.add(id);
    }
  }

  /** Calls one after the other; the first that the service decided counts from when it came. */
  static void firstDecision(Callers callers, Ledger ledger, Instant since, Measures measures) {
    List<String> numbers = new ArrayList<>();
    boolean decided =
        Until.within(
            LIMIT,
            () -> {
              String number = Callers.number();
              numbers.add(number);
              callers.call(number, Callers.DESK);
              Until.pause(Duration.ofMillis(100));
              return ledger.since(since).stream()
                  .anyMatch(row -> !row.fallback() && numbers.contains(row.caller()));
            });
    if (!decided) {
      measures.unmeasured("restart to the first real decision", "<= 5000", "no call was decided");
      return;
    }
    Instant first =
        ledger.since(since).stream()
            .filter(row -> !row.fallback() && numbers.contains(row.caller()))
            .map(Ledger.Row::arrivedAt)
            .min(Instant::compareTo)
            .orElseThrow();
    measures.within(
        "restart to the first real decision",
        List.of(Duration.between(since, first)),
        FIRST_DECISION);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The journal's open calls, the desk's picture and Asterisk's have to be the same. */
  static void compare(Exchange exchange, Ledger ledger, List<Secretary> desk, Measures measures) {
    Set<String> last = new TreeSet<>();
    Duration took =
        Until.took(
            SETTLE,
            () -> {
              last.clear();
              last.addAll(differences(exchange, ledger, desk));
              return last.isEmpty();
            });
    measures.none(
        "calls whose state differs from Asterisk's",
        last.size(),
        1,
        last.isEmpty() ? "equal after %d ms".formatted(took.toMillis()) : String.join(" ", last));
  }

  static Set<String> differences(Exchange exchange, Ledger ledger, List<Secretary> desk) {
    List<Leg> legs = exchange.legs();
    Set<String> there = Exchange.calls(legs);
    Set<String> aside = Exchange.aside(legs);
    Set<String> different = new TreeSet<>();
    Set<String> open = ledger.open();
    open.stream().filter(id -> !there.contains(id)).forEach(id -> different.add("ghost:" + id));
    there.stream()
        .filter(id -> !open.contains(id) && !aside.contains(id))
        .forEach(id -> different.add("unknown:" + id));
    Set<String> waiting = Exchange.waiting(legs);
    Set<String> asking = Exchange.asking(legs);
    Set<String> listed = new HashSet<>();
    JsonNode team = desk.getFirst().team();
    team.path("waiting").forEach(each -> listed.add(each.path("callId").asText()));
    for (Secretary each : desk) {
      if (Set.of("offered", "held", "consulting").contains(each.phase())) {
        listed.add(each.call().path("callId").asText());
      }
      String talks = each.phase().equals("talking") ? each.call().path("callId").asText() : "";
      if (!talks.isEmpty() && (!there.contains(talks) || waiting.contains(talks))) {
        different.add("not-talking:" + talks);
      }
    }
    waiting.stream()
        .filter(id -> !listed.contains(id))
        .forEach(id -> different.add("not-listed:" + id));
    listed.stream()
        .filter(id -> !waiting.contains(id) && !asking.contains(id))
        .forEach(id -> different.add("not-waiting:" + Exchange.places(legs, id)));
    return different;
  }
}
