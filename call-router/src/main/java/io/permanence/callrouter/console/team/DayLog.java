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
 * The events of the day's calls, read bit by bit. An event read twice is the same event; one that
 * was written late, after an outage, is found by the reading of the whole day now and then.
 */
final class DayLog {
  private static final Duration OVERLAP = Duration.ofSeconds(20);
  private static final Duration WHOLE_DAY_EVERY = Duration.ofMinutes(5);

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
      return today;
    }
    boolean whole = wholeAt.isBefore(now.minus(WHOLE_DAY_EVERY));
    Instant lately = readAt.minus(OVERLAP);
    return whole || lately.isBefore(day) ? day : lately;
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
    wholeAt = from.equals(day) ? now : wholeAt;
  }

  /** The calls that arrived today. */
  List<CountedCall> calls() {
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
      TalkTime.of(List.copyOf(each.bySequence().values()))
          .forEach((who, time) -> all.merge(who, time, Duration::plus));
    }
    return all;
  }
}
