package io.permanence.callrouter.console.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.call.CallEvent;
import io.permanence.model.call.CallEventKind;
import io.permanence.model.figure.CountedCall;
import io.permanence.model.figure.FigureRules;
import io.permanence.model.figure.Figures;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.LineId;
import io.permanence.model.id.TeamId;
import io.permanence.store.desk.DeskEvents.OfCall;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The figures agree with a second, plain counting, and their parts add up. */
class FiguresProperties {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final LineId LINE = LineId.random();
  private static final TeamId TEAM = TeamId.random();
  private static final FigureRules RULES = FigureRules.USUAL;

  /** A call with its events, as the journal would write them. */
  record Past(CallId call, List<CallEvent> events) {
    CountedCall counted() {
      return CountedCall.of(call, LINE, TEAM, events).orElseThrow();
    }
  }

  @Provide
  Arbitrary<List<Past>> day() {
    return Arbitraries.randomValue(
        random -> {
          List<Past> calls = new ArrayList<>();
          for (int i = random.nextInt(40); i > 0; i--) {
            calls.add(past(i, random));
          }
          return calls;
        });
  }

  private static Past past(int number, Random random) {
    CallId call = new CallId(new UUID(3, number));
    List<CallEvent> events = new ArrayList<>();
    Instant at = NOON.plusSeconds(random.nextInt(3600));
    add(events, call, CallEventKind.ARRIVED, at);
    if (random.nextInt(5) > 0) {
      add(events, call, CallEventKind.WAITING, at);
    }
    at = at.plusMillis(random.nextInt(40_000));
    switch (random.nextInt(6)) {
      case 0 -> add(events, call, CallEventKind.LOST, at);
      case 1 -> {
        add(events, call, CallEventKind.VOICEMAIL, at);
        add(events, call, CallEventKind.ENDED, at.plusSeconds(20));
      }
      case 2 -> {
        add(events, call, CallEventKind.PUT_THROUGH, at);
        add(events, call, CallEventKind.ENDED, at.plusSeconds(60));
      }
      case 3 -> add(events, call, CallEventKind.OFFERED, at);
      default -> {
        add(events, call, CallEventKind.OFFERED, at);
        add(events, call, CallEventKind.ANSWERED, at.plusMillis(random.nextInt(9_000)));
        add(events, call, CallEventKind.ENDED, at.plusSeconds(90));
      }
    }
    return new Past(call, events);
  }

  private static void add(List<CallEvent> events, CallId call, CallEventKind kind, Instant at) {
    events.add(new CallEvent(call, events.size(), kind, at, Map.of()));
  }

  @Property(tries = 1000)
  void theyAgreeWithAPlainCounting(@ForAll @From("day") List<Past> day) {
    Figures figures = Figures.of(day.stream().map(Past::counted).toList(), RULES);
    int answered = 0;
    int inTime = 0;
    int lost = 0;
    int lostSoon = 0;
    int turnedAway = 0;
    long millis = 0;
    for (Past call : day) {
      Optional<Instant> answer =
          at(call, CallEventKind.ANSWERED).or(() -> at(call, CallEventKind.PUT_THROUGH));
      long waited =
          answer
              .or(() -> at(call, CallEventKind.LOST))
              .map(end -> Duration.between(call.events().getFirst().at(), end).toMillis())
              .orElse(0L);
      boolean desk =
          at(call, CallEventKind.WAITING).or(() -> at(call, CallEventKind.OFFERED)).isPresent();
      if (answer.isPresent()) {
        answered++;
        millis += waited;
        inTime += waited <= 15_000 ? 1 : 0;
      } else if (at(call, CallEventKind.LOST).isPresent()) {
        lost++;
        lostSoon += waited <= 5_000 ? 1 : 0;
      } else if (at(call, CallEventKind.ENDED).isPresent() && desk) {
        turnedAway++;
      }
    }
    assertThat(figures.arrived()).isEqualTo(day.size());
    assertThat(figures.answered()).isEqualTo(answered);
    assertThat(figures.answeredInTime()).isEqualTo(inTime);
    assertThat(figures.abandoned()).isEqualTo(lost);
    assertThat(figures.abandonedShort()).isEqualTo(lostSoon);
    assertThat(figures.turnedAway()).isEqualTo(turnedAway);
    assertThat(figures.serviceLevelPercent().orElse(-1))
        .isEqualTo(rate(inTime, answered + lost - lostSoon + turnedAway));
    assertThat(figures.abandonPercent().orElse(-1))
        .isEqualTo(rate(lost, answered + lost + turnedAway));
    assertThat(figures.abandonPercentWithoutShort().orElse(-1))
        .isEqualTo(rate(lost - lostSoon, answered + lost - lostSoon + turnedAway));
    assertThat(figures.averageAnswerSeconds().orElse(-1L))
        .isEqualTo(answered == 0 ? -1 : Math.round(millis / (answered * 1000.0)));
  }

  private static Optional<Instant> at(Past call, CallEventKind kind) {
    return call.events().stream()
        .filter(event -> event.kind() == kind)
        .findFirst()
        .map(CallEvent::at);
  }

  private static int rate(int part, int whole) {
    return whole == 0 ? -1 : (int) Math.floor(100.0 * part / whole);
  }

  @Property(tries = 200)
  void halfHoursAddUpToTheDay(@ForAll @From("day") List<Past> day) {
    List<CountedCall> calls = day.stream().map(Past::counted).toList();
    ZoneId paris = ZoneId.of("Europe/Paris");
    var halves = Figures.by(call -> Figures.halfHour(call.arrivedAt(), paris), calls, RULES);
    Figures whole = Figures.of(calls, RULES);
    assertThat(halves.values().stream().mapToInt(Figures::arrived).sum())
        .isEqualTo(whole.arrived());
    assertThat(halves.values().stream().mapToInt(Figures::answeredInTime).sum())
        .isEqualTo(whole.answeredInTime());
    assertThat(halves.values().stream().mapToInt(Figures::abandoned).sum())
        .isEqualTo(whole.abandoned());
  }

  @Property(tries = 200)
  void eventsReadTwiceAndInAnyOrderAreTheSameCalls(
      @ForAll @From("day") List<Past> day, @ForAll Random random) {
    List<OfCall> events = new ArrayList<>();
    day.forEach(call -> call.events().forEach(event -> events.add(new OfCall(LINE, TEAM, event))));
    events.addAll(events.subList(0, events.size() / 2));
    Collections.shuffle(events, random);
    DayLog log = new DayLog();
    Instant from = log.from(NOON, NOON);
    int half = events.size() / 2;
    log.take(from, events.subList(0, half), NOON);
    log.take(log.from(NOON, NOON), events.subList(half, events.size()), NOON);
    assertThat(log.calls())
        .containsExactlyInAnyOrderElementsOf(day.stream().map(Past::counted).toList());
  }

  @Example
  void theNightTheClockIsPutBackHasItsHalfHoursTwice() {
    ZoneId paris = ZoneId.of("Europe/Paris");
    Instant first = Instant.parse("2026-10-25T00:40:00Z");
    Instant second = Instant.parse("2026-10-25T01:40:00Z");
    assertThat(Figures.halfHour(first, paris)).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    assertThat(Figures.halfHour(second, paris)).isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
  }

  @Example
  void theDayIsReadWholeAtFirstThenBitByBitAndWholeAgainNowAndThen() {
    DayLog log = new DayLog();
    Instant evening = NOON.minus(DayLog.CHART);
    assertThat(log.from(NOON, NOON.plusSeconds(900))).isEqualTo(evening);
    log.take(evening, List.of(), NOON.plusSeconds(900));
    Instant next = log.from(NOON, NOON.plusSeconds(902));
    assertThat(next).isEqualTo(NOON.plusSeconds(880));
    log.take(next, List.of(), NOON.plusSeconds(902));
    assertThat(log.from(NOON, NOON.plusSeconds(1201))).isEqualTo(evening);
    Instant tomorrow = NOON.plus(Duration.ofDays(1));
    assertThat(log.from(tomorrow, tomorrow.plusSeconds(1))).isEqualTo(tomorrow.minus(DayLog.CHART));
  }

  @Example
  void afterMidnightTheChartStillShowsTheEveningAndTheDaysFiguresDoNot() {
    CallId late = new CallId(new UUID(3, 1));
    CallId early = new CallId(new UUID(3, 2));
    List<CallEvent> events = new ArrayList<>();
    add(events, late, CallEventKind.ARRIVED, NOON.minusSeconds(60));
    add(events, early, CallEventKind.ARRIVED, NOON.plusSeconds(60));
    DayLog log = new DayLog();
    log.take(
        log.from(NOON, NOON),
        events.stream().map(event -> new OfCall(LINE, TEAM, event)).toList(),
        NOON.plusSeconds(61));
    assertThat(log.calls()).extracting(CountedCall::call).containsExactly(early);
    assertThat(log.lately()).extracting(CountedCall::call).containsExactlyInAnyOrder(late, early);
    log.from(NOON.plus(Duration.ofDays(1)), NOON.plus(Duration.ofDays(1)));
    assertThat(log.lately()).as("the next day begins empty").isEmpty();
  }

  @Example
  void theTalkOfTheEveningBeforeIsNotTodayAndOfOneOverMidnightItsEndIs() {
    AccountId lea = AccountId.random();
    DayLog log = new DayLog();
    Instant from = log.from(NOON, NOON);
    for (Instant at :
        List.of(NOON.minusSeconds(600), NOON.minusSeconds(30), NOON.plusSeconds(600))) {
      CallId call = CallId.random();
      log.take(
          from,
          List.of(
              spoken(call, 0, CallEventKind.ARRIVED, at, lea),
              spoken(call, 1, CallEventKind.ANSWERED, at, lea),
              spoken(call, 2, CallEventKind.ENDED, at.plusSeconds(40), lea)),
          NOON.plusSeconds(700));
    }
    assertThat(log.talk()).isEqualTo(Map.of(lea, Duration.ofSeconds(10 + 40)));
  }

  private static OfCall spoken(
      CallId call, int sequence, CallEventKind kind, Instant at, AccountId secretary) {
    return new OfCall(
        LINE,
        TEAM,
        new CallEvent(call, sequence, kind, at, Map.of("secretary", secretary.toString())));
  }
}
