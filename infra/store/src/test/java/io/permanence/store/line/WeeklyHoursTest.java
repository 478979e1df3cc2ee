package io.permanence.store.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.permanence.model.line.Window;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeeklyHoursTest {
  private static final Window.Weekly HOURS =
      new Window.Weekly(
          List.of(
              new Window.Hours(
                  EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY),
                  LocalTime.of(8, 0),
                  LocalTime.of(19, 30)),
              new Window.Hours(
                  EnumSet.of(DayOfWeek.FRIDAY), LocalTime.of(22, 0), LocalTime.MIDNIGHT)));

  @Test
  void theColumnIsReadAsItWasWritten() {
    assertThat(WeeklyHours.toJson(HOURS))
        .isEqualTo(
            "[{\"days\":[\"MONDAY\",\"TUESDAY\"],\"from\":\"08:00\",\"to\":\"19:30\"},"
                + "{\"days\":[\"FRIDAY\"],\"from\":\"22:00\",\"to\":\"00:00\"}]");
    assertThat(WeeklyHours.fromJson(WeeklyHours.toJson(HOURS))).isEqualTo(HOURS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "nonsense",
        "[{\"days\":[],\"from\":\"08:00\",\"to\":\"19:30\"}]",
        "[{\"days\":[\"LUNDI\"],\"from\":\"08:00\",\"to\":\"19:30\"}]",
        "[{\"days\":[\"MONDAY\"],\"from\":\"8\",\"to\":\"19:30\"}]"
      })
  void whatIsNotOfTheFormIsRefused(String json) {
    assertThatThrownBy(() -> WeeklyHours.fromJson(json))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
