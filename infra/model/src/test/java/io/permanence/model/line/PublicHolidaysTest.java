package io.permanence.model.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Public holidays")
class PublicHolidaysTest {
  private static List<String> daysOf(int year, PublicHolidays kept) {
    LocalDate first = LocalDate.of(year, 1, 1);
    return first
        .datesUntil(first.plusYears(1))
        .filter(kept::on)
        .map(date -> date.toString().substring(5))
        .toList();
  }

  @Test
  void areElevenInFranceThirteenInAlsaceAndNoneWhereTheLineKeepsNone() {
    assertThat(daysOf(2026, PublicHolidays.FRANCE))
        .containsExactly(
            "01-01", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15", "11-01",
            "11-11", "12-25");
    assertThat(daysOf(2026, PublicHolidays.ALSACE_MOSELLE))
        .containsExactly(
            "01-01", "04-03", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15",
            "11-01", "11-11", "12-25", "12-26");
    assertThat(daysOf(2026, PublicHolidays.NONE)).isEmpty();
  }

  /** The almanac's, with the earliest, the latest, and the two that the simple rule gets wrong. */
  @ParameterizedTest
  @CsvSource({
    "1990-04-15", "1999-04-04", "2000-04-23", "2008-03-23", "2011-04-24", "2016-03-27",
    "2019-04-21", "2024-03-31", "2025-04-20", "2038-04-25", "2049-04-18", "2076-04-19",
    "2089-04-03", "2099-04-12", "2100-03-28",
  })
  void followEaster(LocalDate easter) {
    assertThat(PublicHolidays.easter(easter.getYear())).isEqualTo(easter);
    assertThat(PublicHolidays.FRANCE.on(easter.plusDays(1))).isTrue();
    assertThat(PublicHolidays.FRANCE.on(easter.plusDays(39))).isTrue();
    assertThat(PublicHolidays.FRANCE.on(easter.plusDays(50))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(PublicHolidays.class)
  void areTheSameInEveryYear(PublicHolidays kept) {
    for (int year : new int[] {1989, 1990, 2099, 2100}) {
      assertThat(kept.on(LocalDate.of(year, 1, 1)))
          .as("New Year %d", year)
          .isEqualTo(kept != PublicHolidays.NONE);
      assertThat(kept.on(LocalDate.of(year, 12, 26)))
          .as("the day after Christmas %d", year)
          .isEqualTo(kept == PublicHolidays.ALSACE_MOSELLE);
      assertThat(kept.on(LocalDate.of(year, 12, 31))).as("the last day of %d", year).isFalse();
    }
  }
}
