package io.permanence.callrouter.console.team;

import io.permanence.model.id.AccountId;
import io.permanence.model.id.TeamId;
import io.permanence.store.desk.DeskFigures.CountedCall;
import io.permanence.store.desk.DeskFigures.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * Today's calls and work, and the figures counted from them (B11): always from the first ring.
 * Pure.
 */
record DayFigures(List<CountedCall> calls, List<Work> work) {
  /** A call answered within so many seconds of its arrival is answered in time. */
  static final int IN_TIME_SECONDS = 15;

  static final DayFigures NONE = new DayFigures(List.of(), List.of());

  /** Answered in time, of those answered or lost; without percent before the first. */
  record ServiceLevel(Optional<Integer> percent, int withinSeconds) {}

  /** Today of one secretary and her team. */
  record Today(
      int answered, int notesSent, int putThrough, int missedOffers, long talkSeconds, Team team) {}

  /** Today of a team. */
  record Team(
      int arrived,
      int answered,
      int abandoned,
      Optional<Long> averageAnswerSeconds,
      ServiceLevel serviceLevel) {}

  Today of(AccountId who, Optional<TeamId> team) {
    List<CountedCall> hers =
        calls.stream().filter(call -> call.answeredBy().filter(who::equals).isPresent()).toList();
    Optional<Work> done = work.stream().filter(each -> each.secretary().equals(who)).findFirst();
    return new Today(
        hers.size(),
        done.map(Work::notes).orElse(0),
        (int) hers.stream().filter(call -> has(call, "PUT_THROUGH")).count(),
        done.map(Work::missed).orElse(0),
        hers.stream().mapToLong(DayFigures::talked).sum(),
        team(team));
  }

  Team team(Optional<TeamId> team) {
    List<CountedCall> its = calls.stream().filter(in(team)).toList();
    List<CountedCall> answered =
        its.stream().filter(call -> call.answeredAt().isPresent()).toList();
    OptionalDouble average =
        answered.stream().mapToLong(call -> waited(call).toSeconds()).average();
    return new Team(
        its.size(),
        answered.size(),
        (int) its.stream().filter(call -> has(call, "LOST")).count(),
        average.isPresent() ? Optional.of(Math.round(average.getAsDouble())) : Optional.empty(),
        serviceLevel(its));
  }

  ServiceLevel serviceLevel(Optional<TeamId> team) {
    return serviceLevel(calls.stream().filter(in(team)).toList());
  }

  private static ServiceLevel serviceLevel(List<CountedCall> calls) {
    long counted =
        calls.stream().filter(call -> call.answeredAt().isPresent() || has(call, "LOST")).count();
    long inTime =
        calls.stream()
            .filter(call -> call.answeredAt().isPresent())
            .filter(call -> waited(call).toSeconds() <= IN_TIME_SECONDS)
            .count();
    return new ServiceLevel(
        counted == 0 ? Optional.empty() : Optional.of((int) (100 * inTime / counted)),
        IN_TIME_SECONDS);
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

  /** The highest number waiting at once in {@code [from, to)}, looked at each arrival and start. */
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
            .filter(call -> !call.arrivedAt().isAfter(at))
            .filter(call -> call.answeredAt().or(call::endedAt).map(at::isBefore).orElse(false))
            .count();
  }

  private static Predicate<CountedCall> in(Optional<TeamId> team) {
    return call -> team.isEmpty() || call.team().equals(team.get());
  }

  private static boolean has(CountedCall call, String outcome) {
    return call.outcome().filter(outcome::equals).isPresent();
  }

  private static Duration waited(CountedCall call) {
    return Duration.between(call.arrivedAt(), call.answeredAt().orElse(call.arrivedAt()));
  }

  private static long talked(CountedCall call) {
    return call.answeredAt()
        .flatMap(from -> call.endedAt().map(to -> Duration.between(from, to).toSeconds()))
        .filter(seconds -> seconds > 0)
        .orElse(0L);
  }
}
