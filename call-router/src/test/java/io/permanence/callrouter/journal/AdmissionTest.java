package io.permanence.callrouter.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Above the rate a caller hears that all lines are busy (R12). */
class AdmissionTest {
  private static final Instant NOON = Instant.parse("2026-11-20T11:00:00Z");

  private final Admission admission = new Admission(20);

  private long admitted(Instant from, Duration pace, int calls) {
    return IntStream.range(0, calls)
        .filter(i -> admission.admits(from.plus(pace.multipliedBy(i))))
        .count();
  }

  @Test
  void atTheRateEveryCallIsTakenOn() {
    assertThat(admitted(NOON, Duration.ofMillis(50), 1_000)).isEqualTo(1_000);
  }

  @Test
  void oneSecondsWorthMayComeInOneMoment() {
    assertThat(admitted(NOON, Duration.ZERO, 100)).isEqualTo(20);
  }

  @Test
  void atTwiceTheRateEverySecondCallIsTakenOnAfterTheFirstSecond() {
    assertThat(admitted(NOON, Duration.ofMillis(25), 400)).isBetween(215L, 221L);
  }

  @Test
  void afterAStormTheDoorIsOpenAtOnce() {
    admitted(NOON, Duration.ofMillis(1), 5_000);
    assertThat(admitted(NOON.plusSeconds(6), Duration.ofMillis(50), 100)).isEqualTo(100);
  }

  @Test
  void aClockSetBackDoesNotCloseTheDoor() {
    admitted(NOON, Duration.ZERO, 20);
    assertThat(admission.admits(NOON.minusSeconds(3_600))).isTrue();
  }
}
