package io.permanence.callrouter.console.team;

import io.permanence.callrouter.console.call.OfferReasonView;
import io.permanence.callrouter.console.people.TeamName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All teams now and the last two hours (B10). */
record WallboardView(
    Instant at,
    int waiting,
    Optional<Instant> longestWaitingSince,
    DayFigures.ServiceLevel serviceLevel,
    int abandoned,
    int waitingAlarmAt,
    int longestWaitAlarmSeconds,
    int serviceLevelAlarmPercent,
    int abandonedAlarmAt,
    List<TeamRow> teams,
    List<SecretaryTile> secretaries,
    List<Step> history) {
  /** A team. */
  record TeamRow(
      TeamName team,
      int waiting,
      Optional<Instant> longestWaitingSince,
      int ready,
      int talking,
      int onBreak,
      int answered,
      int abandoned,
      DayFigures.ServiceLevel serviceLevel) {}

  /** A secretary. */
  record SecretaryTile(
      String accountId,
      String name,
      Optional<TeamName> team,
      String state,
      Instant since,
      Optional<String> reason,
      Optional<OfferReasonView> why) {}

  /** Five minutes. */
  record Step(Instant from, int arrived, int answered, int waiting) {}
}
