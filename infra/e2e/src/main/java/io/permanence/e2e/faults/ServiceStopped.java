package io.permanence.e2e.faults;

import io.permanence.e2e.Until;
import io.permanence.model.id.Id;
import io.permanence.testing.sip.agent.AgentCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** R16: the service is stopped while calls come and notes are written. */
public final class ServiceStopped implements Fault {
  private static final Duration STOP = Duration.ofSeconds(20);
  private static final Duration PACE = Duration.ofMillis(100);
  private static final Duration LIMIT = Duration.ofSeconds(40);

  private final int calls;

  /**
   * The stop.
   *
   * @param calls up when it comes; more come while it stops
   */
  public ServiceStopped(int calls) {
    this.calls = calls;
  }

  @Override
  public String id() {
    return "R16";
  }

  @Override
  public void run(House house, Measures measures) throws InterruptedException {
    Ledger ledger = new Ledger(house);
    Exchange exchange = new Exchange(house);
    Instant began = Instant.now();
    try (Callers callers = new Callers(house);
        Secretary camille = Secretary.ready(house, 0)) {
      List<AgentCall> up = new ArrayList<>(callers.call(Callers.DESK, calls, PACE));
      Until.within(LIMIT, () -> camille.phase().equals("talking"));
      String herCall = camille.call().path("callId").asText();
      Set<String> acknowledged = new HashSet<>();
      AtomicBoolean gone = new AtomicBoolean();
      Thread writer =
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (!gone.get()) {
                      String note = Id.next().toString();
                      if (camille.note(note, herCall, "Pendant l’arrêt.") == 200) {
                        acknowledged.add(note);
                      }
                      Until.pause(Duration.ofMillis(20));
                    }
                  });
      Thread caller =
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (!gone.get()) {
                      AgentCall call = callers.call(Callers.DESK);
                      synchronized (up) {
                        up.add(call);
                      }
                      Until.pause(PACE);
                    }
                  });
      Until.within(LIMIT, () -> acknowledged.size() > 5);
      house.signal("service", "TERM");
      Duration took = Until.took(LIMIT, () -> !house.runs("service"));
      gone.set(true);
      writer.join();
      caller.join();
      measures.within("SIGTERM to the end of the process", List.of(took), STOP);
      house.start("service");
      int count = up.size();
      measures.none("calls unanswered", count - Callers.answered(up), count);
      measures.none("calls dropped", Callers.dropped(up), count);
      measures.none(
          "notes lost", acknowledged.size() - ledger.sent(acknowledged), acknowledged.size());
      callers.hangUpAll();
      Set<String> numbers = new HashSet<>();
      up.forEach(call -> numbers.add(callers.numberOf(call)));
      Until.within(LIMIT, () -> found(ledger, began, numbers) == numbers.size());
      measures.none(
          "calls not in the journal",
          numbers.size() - found(ledger, began, numbers),
          numbers.size());
      Rest.check(ledger, exchange, began, measures);
    } finally {
      house.whole();
    }
  }

  private static long found(Ledger ledger, Instant began, Set<String> numbers) {
    return ledger.since(began).stream().filter(row -> numbers.contains(row.caller())).count();
  }
}
