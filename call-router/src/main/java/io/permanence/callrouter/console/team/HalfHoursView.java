package io.permanence.callrouter.console.team;

import io.permanence.callrouter.console.people.TeamName;
import io.permanence.model.figure.FigureRules;
import io.permanence.model.figure.Figures;
import io.permanence.model.id.TeamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The day of the company or of one team in half hours, counted by each call's first ring (B10,
 * B11), from the first with a call to the one that runs; see {@link Figures} for what is counted
 * how.
 *
 * @param teamId whose calls were counted; all when absent. A call is its line's home team's
 * @param teams those one can ask for
 */
record HalfHoursView(
    Instant at,
    int withinSeconds,
    int shortAbandonSeconds,
    Optional<String> teamId,
    List<TeamName> teams,
    FigureRow day,
    List<HalfHour> halfHours) {
  private static final long HALF_AN_HOUR = 1800;

  /** Counts and rates; rates are absent while there is nothing to count. */
  record FigureRow(
      int arrived,
      int answered,
      int abandoned,
      int abandonedShort,
      int turnedAway,
      Optional<Integer> abandonPercent,
      Optional<Integer> abandonPercentWithoutShort,
      Optional<Integer> serviceLevelPercent,
      Optional<Long> averageAnswerSeconds) {
    static FigureRow of(Figures figures) {
      return new FigureRow(
          figures.arrived(),
          figures.answered(),
          figures.abandoned(),
          figures.abandonedShort(),
          figures.turnedAway(),
          figures.abandonPercent(),
          figures.abandonPercentWithoutShort(),
          figures.serviceLevelPercent(),
          figures.averageAnswerSeconds());
    }
  }

  /** The calls whose first ring fell into it. */
  record HalfHour(Instant from, FigureRow figures) {}

  static HalfHoursView of(
      Figures day,
      Map<Instant, Figures> byHalfHour,
      List<TeamName> teams,
      Optional<TeamId> team,
      Instant at,
      Instant running,
      FigureRules rules) {
    List<HalfHour> all = new ArrayList<>();
    Instant from = byHalfHour.keySet().stream().min(Instant::compareTo).orElse(running);
    Figures none = Figures.of(List.of(), rules);
    while (!from.isAfter(running)) {
      all.add(new HalfHour(from, FigureRow.of(byHalfHour.getOrDefault(from, none))));
      from = from.plusSeconds(HALF_AN_HOUR);
    }
    return new HalfHoursView(
        at,
        (int) rules.inTime().toSeconds(),
        (int) rules.shortAbandon().toSeconds(),
        team.map(TeamId::toString),
        teams,
        FigureRow.of(day),
        all);
  }
}
