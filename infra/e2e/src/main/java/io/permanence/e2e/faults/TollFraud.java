package io.permanence.e2e.faults;

import io.permanence.e2e.Until;
import io.permanence.testing.sip.agent.AgentCall;
import io.permanence.testing.sip.agent.Answering;
import io.permanence.testing.sip.agent.UserAgent;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * S7: somebody who got behind every check of the screens put premium, satellite and foreign numbers
 * into a customer's ladder, marked as proven; and a customer's cap of the day is used up. Nothing
 * may leave through the trunk.
 */
public final class TollFraud implements Fault {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int CALLS_BEYOND_THE_CAP = 5;

  private final int numbers;
  private final long seed;

  /**
   * The attack.
   *
   * @param numbers so many, generated from the seed
   */
  public TollFraud(int numbers, long seed) {
    this.numbers = numbers;
    this.seed = seed;
  }

  @Override
  public String id() {
    return "S7";
  }

  @Override
  public void run(House house, Measures measures) throws SQLException {
    Ledger ledger = new Ledger(house);
    Instant began = Instant.now();
    Queue<String> dialled = new ConcurrentLinkedQueue<>();
    List<String> fraud = FraudNumbers.of(numbers, seed);
    try (UserAgent customers = house.customers();
        Callers callers = new Callers(house)) {
      customers.answering(
          call -> {
            dialled.add(call.dialled());
            return new Answering.With(486);
          });
      try (TamperedLadder ladder = TamperedLadder.of(house, governing(callers, ledger, began))) {
        dialled.clear();
        Set<String> refused = new HashSet<>();
        for (int from = 0; from < fraud.size(); from += TamperedLadder.ROOM) {
          List<String> some =
              fraud.subList(from, Math.min(fraud.size(), from + TamperedLadder.ROOM));
          ladder.fill(some);
          refused.addAll(climbed(callers, ladder));
        }
        measures.none("numbers not tried", fraud.size() - refused.size(), fraud.size());
        measures.none(
            "premium, satellite, foreign numbers dialled",
            dialled.stream().filter(fraud::contains).count(),
            fraud.size(),
            "seed " + seed);
      }
      capped(house, callers, ledger, dialled, measures);
      callers.hangUpAll();
      Rest.check(ledger, new Exchange(house), began, measures);
    } finally {
      house.whole();
    }
  }

  /** The instruction that puts the callers of the direct line through. */
  private static String governing(Callers callers, Ledger ledger, Instant began) {
    String number = Callers.number();
    AgentCall probe = callers.call(number, Callers.DIRECT);
    Until.within(LIMIT, () -> ledger.from(number, began).isPresent());
    probe.hangUp();
    return ledger
        .texts(
            """
            select coalesce(c.instruction_id, i.id)::text from call c
            join instruction i on i.line_id = c.line_id and i.window_kind = 'STANDING'
            where c.caller = '%s'\
            """
                .formatted(number))
        .getFirst();
  }

  /** Calls until a call goes up this ladder; the numbers whose rungs were refused. */
  private static Set<String> climbed(Callers callers, TamperedLadder ladder) {
    Set<String> refused = new HashSet<>();
    Until.within(
        LIMIT,
        () -> {
          String caller = Callers.number();
          AgentCall call = callers.call(caller, Callers.DIRECT);
          call.awaitUp(LIMIT); // exhausted: at the desk
          call.hangUp();
          Until.within(LIMIT, () -> ladder.isOver(caller));
          refused.addAll(ladder.refusedFor(caller));
          return !refused.isEmpty();
        });
    return refused;
  }

  /** No leg is left for today: an honest number is not dialled either. */
  private static void capped(
      House house, Callers callers, Ledger ledger, Queue<String> dialled, Measures measures)
      throws SQLException {
    Instant since = Instant.now();
    try (UsedUpDay day = UsedUpDay.of(house, Callers.DIRECT)) {
      boolean known =
          Until.within(
              LIMIT,
              () -> {
                String caller = Callers.number();
                AgentCall call = callers.call(caller, Callers.DIRECT);
                Until.within(LIMIT, () -> ledger.from(caller, since).isPresent());
                call.hangUp();
                return Until.within(Duration.ofSeconds(1), () -> day.refused(caller));
              });
      dialled.clear();
      for (int i = 0; i < CALLS_BEYOND_THE_CAP; i++) {
        AgentCall call = callers.call(Callers.DIRECT);
        call.awaitUp(LIMIT);
        call.hangUp();
      }
      measures.none(
          "numbers dialled beyond the day's cap",
          known ? dialled.size() : CALLS_BEYOND_THE_CAP,
          CALLS_BEYOND_THE_CAP);
    }
  }
}
