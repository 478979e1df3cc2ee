package io.permanence.model.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.line.Windows.Span;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Busy times")
class BusyTimesTest {
  private static Instant at(String time) {
    return Instant.parse("2026-11-23T" + time + ":00Z");
  }

  private static BusyTimes busy(String spans) {
    List<Span> all =
        Arrays.stream(spans.split(" ", -1))
            .map(each -> new Span(at(each.substring(0, 5)), at(each.substring(6))))
            .toList();
    return new BusyTimes(all);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "09:00-10:00 11:00-12:00, 09:00-10:00 11:00-12:00",
    "11:00-12:00 09:00-10:00, 09:00-10:00 11:00-12:00",
    "09:00-10:00 10:00-11:00, 09:00-11:00",
    "09:00-10:30 10:00-11:00, 09:00-11:00",
    "09:00-12:00 10:00-11:00, 09:00-12:00",
    "09:00-10:00 09:00-10:00, 09:00-10:00",
    "08:00-08:00 09:00-10:00, 09:00-10:00",
  })
  void thatOverlapOrTouchAreOneStretch(String said, String kept) {
    assertThat(
            busy(said).spans().stream()
                .map(span -> time(span.from()) + "-" + time(span.to()))
                .collect(Collectors.joining(" ")))
        .isEqualTo(kept);
  }

  private static String time(Instant instant) {
    return instant.toString().substring(11, 16);
  }

  @ParameterizedTest(name = "at {0}: until {1}")
  @CsvSource({
    "08:59, ",
    "09:00, 10:00",
    "09:59, 10:00",
    "10:00, ",
    "11:30, 12:00",
    "12:00, ",
  })
  void endBeforeTheirEnd(String at, @Nullable String until) {
    assertThat(busy("09:00-10:00 11:00-12:00").until(at(at)))
        .isEqualTo(Optional.ofNullable(until).map(BusyTimesTest::at));
  }
}
