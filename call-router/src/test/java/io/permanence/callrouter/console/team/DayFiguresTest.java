package io.permanence.callrouter.console.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.figure.CountedCall;
import io.permanence.model.figure.FigureRules;
import io.permanence.model.id.CallId;
import io.permanence.model.id.LineId;
import io.permanence.model.id.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How many wait, on the wallboard's chart (B10, B11). */
class DayFiguresTest {
  private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");

  private static CountedCall call(
      boolean atDesk, int arrived, Optional<Integer> answered, Optional<Integer> ended) {
    return new CountedCall(
        CallId.random(),
        LineId.random(),
        TeamId.random(),
        NOON.plusSeconds(arrived),
        atDesk,
        answered.map(NOON::plusSeconds),
        Optional.empty(),
        false,
        Optional.empty(),
        ended.map(NOON::plusSeconds));
  }

  private static int mostWaiting(int from, int to, CountedCall... calls) {
    return new DayFigures(List.of(calls), List.of(), Map.of(), FigureRules.USUAL)
        .mostWaiting(NOON.plusSeconds(from), NOON.plusSeconds(to));
  }

  @Test
  void whoWaitsStillIsOnTheChartWhileTheyWait() {
    CountedCall still = call(true, 10, Optional.empty(), Optional.empty());
    CountedCall too = call(true, 20, Optional.empty(), Optional.empty());
    assertThat(mostWaiting(0, 300, still, too)).isEqualTo(2);
    assertThat(mostWaiting(300, 600, still, too)).isEqualTo(2);
  }

  @Test
  void whoWasAnsweredOrIsGoneWaitsNoMore() {
    CountedCall answered = call(true, 10, Optional.of(30), Optional.empty());
    CountedCall gone = call(true, 20, Optional.empty(), Optional.of(40));
    assertThat(mostWaiting(0, 300, answered, gone)).isEqualTo(2);
    assertThat(mostWaiting(300, 600, answered, gone)).isZero();
  }

  @Test
  void whoWasNeverSentToTheDeskDoesNotWaitForIt() {
    CountedCall blocked = call(false, 10, Optional.empty(), Optional.of(40));
    CountedCall ringsTheCustomer = call(false, 10, Optional.empty(), Optional.empty());
    assertThat(mostWaiting(0, 300, blocked, ringsTheCustomer)).isZero();
  }
}
