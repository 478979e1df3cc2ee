package io.permanence.sync.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.permanence.model.id.ConsentId;
import io.permanence.model.line.BusyTimes;
import io.permanence.model.line.Windows.Span;
import io.permanence.model.mirror.MirroredBusyTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an answer about a calendar changes, as a table (A8). */
class BusyPlanTest {
  private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");
  private static final ConsentId OURS = ConsentId.random();
  private static final ConsentId ANOTHER = ConsentId.random();

  static Stream<Arguments> table() {
    return Stream.of(
        arguments("nothing kept, nothing said", List.of(), List.of(), List.of(), List.of()),
        arguments("new ones are added", List.of(), hours(1, 3), hours(1, 3), List.of()),
        arguments("the same again", kept(OURS, 1, 3), hours(1, 3), List.of(), List.of()),
        arguments("one is gone", kept(OURS, 1, 3), hours(3), List.of(), hours(1)),
        arguments("one moved", kept(OURS, 1), hours(2), hours(2), hours(1)),
        arguments("an empty answer", kept(OURS, 1, 3), List.of(), List.of(), hours(1, 3)),
        arguments("kept under another consent", kept(ANOTHER, 1), hours(1), hours(1), List.of()),
        arguments("gone under another consent", kept(ANOTHER, 1), List.of(), List.of(), hours(1)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void whatIsWritten(
      String name,
      List<MirroredBusyTime> kept,
      List<Span> said,
      List<Span> added,
      List<Span> removed) {
    assertThat(BusyPlan.changes(kept, OURS, new BusyTimes(said)))
        .isEqualTo(new BusyChanges(added, removed));
  }

  @Test
  void ofTooManyTheEarliestAreKept() {
    int most = BusyPlan.MOST;
    List<Span> said = hours(IntStream.range(0, most + 5).map(each -> most + 4 - each).toArray());
    BusyChanges changes = BusyPlan.changes(kept(OURS, most + 1), OURS, new BusyTimes(said));
    assertThat(changes.added()).hasSize(most).first().isEqualTo(hours(0).getFirst());
    assertThat(changes.added()).last().isEqualTo(hours(most - 1).getFirst());
    assertThat(changes.removed()).isEqualTo(hours(most + 1));
  }

  @Test
  void theQuestionIsTheSameAllDayAndReachesFromYesterdayToSixtyDaysAhead() {
    Span window = BusyPlan.window(NOON);
    assertThat(BusyPlan.window(NOON.plus(Duration.ofHours(12)))).isEqualTo(window);
    assertThat(window.from()).isBeforeOrEqualTo(NOON.minus(Duration.ofDays(1)));
    assertThat(window.to()).isAfterOrEqualTo(NOON.plus(Duration.ofDays(60)));
    assertThat(Duration.between(window.from(), window.to())).isEqualTo(Duration.ofDays(62));
    assertThat(BusyPlan.window(NOON.plus(Duration.ofHours(13)))).isNotEqualTo(window);
  }

  private static List<MirroredBusyTime> kept(ConsentId consent, int... hours) {
    return hours(hours).stream().map(busy -> new MirroredBusyTime(busy, consent)).toList();
  }

  private static List<Span> hours(int... hours) {
    return IntStream.of(hours)
        .mapToObj(hour -> NOON.plus(Duration.ofHours(hour)))
        .map(from -> new Span(from, from.plus(Duration.ofMinutes(30))))
        .toList();
  }
}
