package io.permanence.e2e.faults;

import io.permanence.e2e.Until;
import io.permanence.model.id.Id;
import io.permanence.testing.sip.agent.AgentCall;
import io.permanence.testing.sip.agent.Answering;
import io.permanence.testing.sip.agent.UserAgent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * R4: PostgreSQL is stopped for a while; calls come, a secretary takes one at her console, and
 * another goes on writing notes.
 */
public final class PostgresAway implements Fault {
  private static final String NOTE = "Pendant la panne.";
  private static final Duration PACE = Duration.ofSeconds(1);
  private static final Duration SAVED = Duration.ofSeconds(10);
  private static final Duration LIFTED = Duration.ofSeconds(2);
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Duration away;

  public PostgresAway(Duration away) {
    this.away = away;
  }

  @Override
  public String id() {
    return "R4";
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
      ines.wantsBreak();
      customers.answering(call -> new Answering.After(Duration.ofMillis(100)));
      AgentCall hers = callers.call(Callers.DESK);
      Until.within(LIMIT, () -> camille.phase().equals("talking"));
      String herCall = camille.call().path("callId").asText();
      Set<String> kept = new HashSet<>();
      List<AgentCall> meanwhile = new ArrayList<>();
      Instant stopped = Instant.now();
      house.stop("postgres");
      atHerConsole(ines, callers, measures);
      int refusedNotes = 0;
      while (Instant.now().isBefore(stopped.plus(away))) {
        meanwhile.add(callers.call(meanwhile.size() % 2 == 0 ? Callers.DESK : Callers.DIRECT));
        Until.pause(PACE);
        if (meanwhile.size() % 5 == 1) {
          String note = Id.next().toString();
          kept.add(note);
          refusedNotes += camille.note(note, herCall, NOTE) == 200 ? 0 : 1;
        }
        if (meanwhile.size() > 30) {
          meanwhile.get(meanwhile.size() - 31).hangUp();
        }
      }
      int answered =
          Callers.answered(meanwhile.subList(Math.max(0, meanwhile.size() - 30), meanwhile.size()));
      measures.none("calls refused or unanswered", refused(meanwhile), meanwhile.size());
      measures.least(
          "calls up at the end of the outage", answered, "", Math.min(30, meanwhile.size()), 1);
      measures.none("her conversation dropped", hers.endedByOther() ? 1 : 0, 1);
      house.start("postgres");
      Instant back = Instant.now();
      resave(camille, herCall, kept);
      Duration took = Duration.between(back, Instant.now());
      measures.within("notes saved after the return", List.of(took), SAVED);
      kept.forEach(note -> camille.note(note, herCall, NOTE)); // an answer was lost: once more
      measures.none("notes lost or double", Math.abs(kept.size() - ledger.sent(kept)), kept.size());
      measures.least("notes that the outage kept in the console", refusedNotes, "", 1, kept.size());
      boolean written =
          Until.within(
              LIMIT, () -> journalled(ledger, callers, meanwhile, began) == meanwhile.size());
      measures.none(
          "calls not in the journal after the return",
          meanwhile.size() - journalled(ledger, callers, meanwhile, began),
          meanwhile.size(),
          written ? "" : "after %d s".formatted(LIMIT.toSeconds()));
      decisions(ledger, callers, meanwhile, began, stopped, measures);
      callers.hangUpAll();
      Rest.check(ledger, exchange, began, measures);
    } finally {
      house.whole();
    }
  }

  /** Becomes ready, takes a call, holds it and hangs up: nothing of that needs the database. */
  private static void atHerConsole(Secretary ines, Callers callers, Measures measures) {
    ines.picksUp(call -> new Answering.After(LIFTED)); // the console is quicker
    Map<String, Integer> statuses = new LinkedHashMap<>();
    statuses.put("ready", ines.wants("ready"));
    callers.call(Callers.ANNOUNCED); // her own team's: offered at once
    Until.within(LIMIT, () -> ines.offer().isPresent());
    statuses.put("accept", ines.accepts());
    Until.within(LIMIT, () -> ines.phase().equals("talking"));
    String call = ines.call().path("callId").asText();
    statuses.put("hold", ines.command(call, "hold"));
    ines.wantsBreak();
    statuses.put("hang-up", ines.command(call, "hang-up"));
    measures.none(
        "commands of a secretary refused during the outage",
        statuses.values().stream().filter(status -> status != 200).count(),
        statuses.size(),
        statuses.toString());
  }

  private static long refused(List<AgentCall> calls) {
    return calls.stream().filter(call -> call.status() >= 300 || call.status() == 0).count();
  }

  /** As the console does: again and again with the same id, until it is stored. */
  private static void resave(Secretary secretary, String call, Set<String> notes) {
    for (String note : notes) {
      Until.within(
          LIMIT,
          () -> {
            boolean saved = secretary.note(note, call, NOTE) == 200;
            if (!saved) {
              Until.pause(Duration.ofMillis(300));
            }
            return saved;
          });
    }
  }

  private static long journalled(
      Ledger ledger, Callers callers, List<AgentCall> calls, Instant began) {
    Set<String> numbers = new HashSet<>();
    ledger.since(began).forEach(row -> numbers.add(row.caller()));
    return calls.stream().filter(call -> numbers.contains(callers.numberOf(call))).count();
  }

  private static void decisions(
      Ledger ledger,
      Callers callers,
      List<AgentCall> meanwhile,
      Instant began,
      Instant stopped,
      Measures measures) {
    Set<String> numbers = new HashSet<>();
    meanwhile.forEach(call -> numbers.add(callers.numberOf(call)));
    List<Ledger.Row> rows =
        ledger.since(began).stream().filter(row -> numbers.contains(row.caller())).toList();
    measures.none(
        "calls left to the fallback",
        rows.stream().filter(Ledger.Row::fallback).count(),
        rows.size());
    // A decision of the first second may still be from a fresh snapshot.
    List<Ledger.Row> old =
        rows.stream().filter(row -> row.arrivedAt().isAfter(stopped.plusSeconds(1))).toList();
    measures.none(
        "decisions not marked with the last snapshot",
        old.stream()
            .filter(
                row -> row.snapshotAt().filter(at -> at.isBefore(stopped.plusSeconds(1))).isEmpty())
            .count(),
        old.size());
  }
}
