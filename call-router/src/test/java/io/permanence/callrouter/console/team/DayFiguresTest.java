package io.permanence.callrouter.console.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.figure.CountedCall;
import io.permanence.model.figure.FigureRules;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.LineId;
import io.permanence.model.id.TeamId;
import io.permanence.store.desk.DeskFigures.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A secretary's day, and what the wallboard's chart shows (B10, B11). */
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

  private static CountedCall answered(TeamId team, AccountId by, boolean putThrough, int after) {
    return new CountedCall(
        CallId.random(),
        LineId.random(),
        team,
        NOON,
        true,
        Optional.of(NOON.plusSeconds(after)),
        Optional.of(by),
        putThrough,
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void herDayIsHerCallsAndHersAloneAndHerTeamsFigures() {
    AccountId lea = AccountId.random();
    AccountId camille = AccountId.random();
    TeamId health = TeamId.random();
    DayFigures day =
        new DayFigures(
            List.of(
                answered(health, lea, true, 15),
                answered(health, lea, false, 16),
                answered(health, camille, true, 5),
                answered(TeamId.random(), lea, false, 100)),
            List.of(new Work(camille, 9, 8), new Work(lea, 4, 1)),
            Map.of(lea, Duration.ofSeconds(130)),
            FigureRules.USUAL);
    DayFigures.Team team = day.team(Optional.of(health));
    assertThat(day.of(lea, Optional.of(health)))
        .isEqualTo(new DayFigures.Today(3, 4, 1, 1, 130, team));
    assertThat(day.of(AccountId.random(), Optional.of(health)))
        .isEqualTo(new DayFigures.Today(0, 0, 0, 0, 0, team));
    assertThat(team.answered()).isEqualTo(3);
    assertThat(team.serviceLevel().percent()).contains(66);
    assertThat(team.averageAnswerSeconds()).contains(12L);
    assertThat(day.team(Optional.empty()).answered()).isEqualTo(4);
  }

  @ParameterizedTest(name = "from {0} to {1}: {2} arrived, {3} answered")
  @CsvSource({
    "0, 300, 2, 1",
    "10, 300, 2, 1",
    "11, 300, 1, 1",
    "0, 10, 0, 0",
    "0, 11, 1, 0",
    "0, 30, 2, 0",
    "30, 31, 0, 1",
    "31, 300, 0, 0"
  })
  void theChartCountsFromItsBeginningToBeforeItsEnd(int from, int to, int arrived, int answered) {
    DayFigures day =
        new DayFigures(
            List.of(
                call(true, 10, Optional.of(30), Optional.of(90)),
                call(true, 20, Optional.empty(), Optional.of(40))),
            List.of(),
            Map.of(),
            FigureRules.USUAL);
    assertThat(day.arrived(NOON.plusSeconds(from), NOON.plusSeconds(to))).isEqualTo(arrived);
    assertThat(day.answered(NOON.plusSeconds(from), NOON.plusSeconds(to))).isEqualTo(answered);
  }

  @Test
  void whoArrivesLaterDoesNotWaitYet() {
    CountedCall first = call(true, 10, Optional.of(15), Optional.empty());
    CountedCall second = call(true, 20, Optional.empty(), Optional.empty());
    assertThat(mostWaiting(0, 20, first, second)).isEqualTo(1);
    assertThat(mostWaiting(0, 300, first, second)).isEqualTo(1);
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
