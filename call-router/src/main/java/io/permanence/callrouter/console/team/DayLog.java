package io.permanence.callrouter.console.team;

import io.permanence.model.call.CallEvent;
import io.permanence.model.figure.CountedCall;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.LineId;
import io.permanence.model.id.TeamId;
import io.permanence.store.desk.DeskEvents.OfCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The events of the day's calls, and of the evening before as far as a chart of the last hours
 * reaches back, read bit by bit. An event read twice is the same event; one that was written late,
 * after an outage, is found by the reading of the whole day now and then.
 */
final class DayLog {
  private static final Duration OVERLAP = Duration.ofSeconds(20);
  private static final Duration WHOLE_DAY_EVERY = Duration.ofMinutes(5);

  /** So far back a chart looks, after midnight too. */
  static final Duration CHART = Duration.ofHours(2);

  private record Events(LineId line, TeamId team, TreeMap<Integer, CallEvent> bySequence) {}

  private final Map<CallId, Events> calls = new HashMap<>();
  private Instant day = Instant.EPOCH;
  private Instant readAt = Instant.EPOCH;
  private Instant wholeAt = Instant.EPOCH;

  /** Where the next reading has to begin. */
  Instant from(Instant today, Instant now) {
    if (!today.equals(day)) {
      day = today;
      calls.clear();
      return evening();
    }
    boolean whole = wholeAt.isBefore(now.minus(WHOLE_DAY_EVERY));
    Instant lately = readAt.minus(OVERLAP);
    return whole || lately.isBefore(evening()) ? evening() : lately;
  }

  private Instant evening() {
    return day.minus(CHART);
  }

  /** Takes what was read from there. */
  void take(Instant from, List<OfCall> events, Instant now) {
    for (OfCall each : events) {
      calls
          .computeIfAbsent(
              each.event().call(), call -> new Events(each.line(), each.team(), new TreeMap<>()))
          .bySequence()
          .put(each.event().sequence(), each.event());
    }
    readAt = now;
    wholeAt = from.equals(evening()) ? now : wholeAt;
  }

  /** The calls that arrived today. */
  List<CountedCall> calls() {
    return lately().stream().filter(call -> !call.arrivedAt().isBefore(day)).toList();
  }

  /** These, and those of the evening before that a chart shows after midnight. */
  List<CountedCall> lately() {
    List<CountedCall> all = new ArrayList<>();
    calls.forEach(
        (call, events) ->
            CountedCall.of(
                    call, events.line(), events.team(), List.copyOf(events.bySequence().values()))
                .ifPresent(all::add));
    return all;
  }

  /** How long each secretary spoke with callers today. */
  Map<AccountId, Duration> talk() {
    Map<AccountId, Duration> all = new HashMap<>();
    for (Events each : calls.values()) {
      TalkTime.of(List.copyOf(each.bySequence().values()), day)
          .forEach((who, time) -> all.merge(who, time, Duration::plus));
    }
    return all;
  }
}
