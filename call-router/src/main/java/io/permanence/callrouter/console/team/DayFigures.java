package io.permanence.callrouter.console.team;

import io.permanence.callrouter.console.people.TeamName;
import io.permanence.model.figure.CountedCall;
import io.permanence.model.figure.FigureRules;
import io.permanence.model.figure.Figures;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.TeamId;
import io.permanence.store.desk.DeskFigures.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Today's calls and work, and the figures counted from them (B11); see {@link Figures}. Pure.
 *
 * @param talk how long each secretary spoke with callers, see {@link TalkTime}
 */
record DayFigures(
    List<CountedCall> calls, List<Work> work, Map<AccountId, Duration> talk, FigureRules rules) {
  /** Per cent answered in time; without percent before there is anything to count. */
  record ServiceLevel(Optional<Integer> percent, int withinSeconds) {}

  /** Today of one secretary and her team. */
  record Today(
      int answered, int notesSent, int putThrough, int missedOffers, long talkSeconds, Team team) {}

  /** Today of a team. */
  record Team(
      int arrived,
      int answered,
      int abandoned,
      int abandonedShort,
      int turnedAway,
      Optional<Integer> abandonPercent,
      Optional<Integer> abandonPercentWithoutShort,
      Optional<Long> averageAnswerSeconds,
      ServiceLevel serviceLevel) {}

  Today of(AccountId who, Optional<TeamId> team) {
    List<CountedCall> hers =
        calls.stream().filter(call -> call.answeredBy().filter(who::equals).isPresent()).toList();
    Optional<Work> done = work.stream().filter(each -> each.secretary().equals(who)).findFirst();
    return new Today(
        hers.size(),
        done.map(Work::notes).orElse(0),
        (int) hers.stream().filter(CountedCall::putThrough).count(),
        done.map(Work::missed).orElse(0),
        talk.getOrDefault(who, Duration.ZERO).toSeconds(),
        team(team));
  }

  Team team(Optional<TeamId> team) {
    Figures its = Figures.of(in(team), rules);
    return new Team(
        its.arrived(),
        its.answered(),
        its.abandoned(),
        its.abandonedShort(),
        its.turnedAway(),
        its.abandonPercent(),
        its.abandonPercentWithoutShort(),
        its.averageAnswerSeconds(),
        new ServiceLevel(its.serviceLevelPercent(), (int) rules.inTime().toSeconds()));
  }

  /** The day of a team, or of all, in half hours by that zone's clock. */
  HalfHoursView halfHours(
      Optional<TeamId> team, Collection<TeamName> teams, Instant now, ZoneId zone) {
    List<CountedCall> its = in(team);
    return HalfHoursView.of(
        Figures.of(its, rules),
        Figures.by(call -> Figures.halfHour(call.arrivedAt(), zone), its, rules),
        List.copyOf(teams),
        team,
        now,
        Figures.halfHour(now, zone),
        rules);
  }

  ServiceLevel serviceLevel(Optional<TeamId> team) {
    return team(team).serviceLevel();
  }

  /** Arrivals in {@code [from, to)}. */
  int arrived(Instant from, Instant to) {
    return (int)
        calls.stream()
            .filter(call -> !call.arrivedAt().isBefore(from) && call.arrivedAt().isBefore(to))
            .count();
  }

  /** Answers in {@code [from, to)}. */
  int answered(Instant from, Instant to) {
    return (int)
        calls.stream()
            .flatMap(call -> call.answeredAt().stream())
            .filter(at -> !at.isBefore(from) && at.isBefore(to))
            .count();
  }

  /**
   * The highest number waiting for a secretary at once in {@code [from, to)}, looked at each
   * arrival and start. Who waits still is among them; who was never sent to the desk is not.
   */
  int mostWaiting(Instant from, Instant to) {
    List<Instant> looks =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(from),
                calls.stream()
                    .map(CountedCall::arrivedAt)
                    .filter(at -> !at.isBefore(from) && at.isBefore(to)))
            .toList();
    return looks.stream().mapToInt(this::waitingAt).max().orElse(0);
  }

  private int waitingAt(Instant at) {
    return (int)
        calls.stream()
            .filter(call -> call.atDesk() && !call.arrivedAt().isAfter(at))
            .filter(call -> call.answeredAt().or(call::endedAt).map(at::isBefore).orElse(true))
            .count();
  }

  private List<CountedCall> in(Optional<TeamId> team) {
    return calls.stream().filter(call -> team.isEmpty() || call.team().equals(team.get())).toList();
  }
}
