package io.permanence.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.line.Calendar;
import io.permanence.model.line.Handling;
import io.permanence.model.line.Instruction;
import io.permanence.model.line.PublicHolidays;
import io.permanence.model.line.PutThrough;
import io.permanence.model.line.PutThroughMode;
import io.permanence.model.line.Window;
import io.permanence.model.line.Windows;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsTest {
  private static final Calendar FRENCH = Calendar.of(Lines.PARIS);
  private static final Set<DayOfWeek> EVERY_DAY = Set.of(DayOfWeek.values());

  private static final Handling ANY = Lines.handling(PutThrough.NONE, PutThroughMode.ANNOUNCED);
  private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");

  private static Window.Weekly daily(String from, String to) {
    return new Window.Weekly(List.of(hours(EVERY_DAY, from + "-" + to)));
  }

  private static Instruction made(Window window, Instant createdAt) {
    return Lines.instruction(window, ANY, createdAt);
  }

  @Test
  void theShortestOneOffBeatsTheLongerOneTheWeeklyAndTheOpenEnded() {
    Instruction open = made(new Window.OpenEnded(Optional.empty()), NOON);
    Instruction weekly = made(daily("00:00", "00:00"), NOON.minusSeconds(1));
    Instruction day = made(once(NOON.minus(12, ChronoUnit.HOURS), 24 * 60), NOON.minusSeconds(2));
    Instruction hour = made(once(NOON.minusSeconds(60), 60), NOON.minusSeconds(3));
    assertThat(Windows.governing(List.of(open, weekly, day, hour), FRENCH, NOON)).contains(hour);
    assertThat(Windows.governing(List.of(open, weekly, day), FRENCH, NOON)).contains(day);
    assertThat(Windows.governing(List.of(open, weekly), FRENCH, NOON)).contains(weekly);
    assertThat(Windows.governing(List.of(open), FRENCH, NOON)).contains(open);
  }

  @Test
  void betweenEqualsTheNewestWins() {
    Instruction older = made(daily("08:00", "18:00"), NOON.minusSeconds(10));
    Instruction newer = made(daily("08:00", "18:00"), NOON.minusSeconds(5));
    assertThat(Windows.governing(List.of(newer, older), FRENCH, NOON)).contains(newer);
    assertThat(Windows.governing(List.of(older, newer), FRENCH, NOON)).contains(newer);
  }

  @Test
  void withoutAValidWindowNothingGoverns() {
    Instruction past = made(once(NOON.minusSeconds(7200), 60), NOON);
    assertThat(Windows.governing(List.of(past), FRENCH, NOON)).isEmpty();
  }

  @Test
  void aOneOffBeginsAtItsInstantAndEndsBeforeItsEnd() {
    Window.OneOff hour = once(NOON, 60);
    assertThat(Windows.valid(hour, FRENCH, NOON)).isTrue();
    assertThat(Windows.valid(hour, FRENCH, NOON.minusMillis(1))).isFalse();
    assertThat(Windows.valid(hour, FRENCH, hour.to())).isFalse();
    assertThat(Windows.valid(hour, FRENCH, hour.to().minusMillis(1))).isTrue();
  }

  private static Window.OneOff once(Instant from, int minutes) {
    return new Window.OneOff(from, from.plusSeconds(minutes * 60L));
  }

  @ParameterizedTest(name = "{0}–{1} at {2} in Paris: open {3}")
  @CsvSource({
    // an ordinary day
    "08:00, 18:00, 2026-11-23T07:00:00Z, true",
    "08:00, 18:00, 2026-11-23T06:59:59Z, false",
    "08:00, 18:00, 2026-11-23T17:00:00Z, false",
    // over midnight
    "22:00, 06:00, 2026-11-23T21:00:00Z, true",
    "22:00, 06:00, 2026-11-23T04:59:59Z, true",
    "22:00, 06:00, 2026-11-23T05:00:00Z, false",
    // the whole day
    "00:00, 00:00, 2026-11-22T23:00:00Z, true",
    "00:00, 00:00, 2026-11-23T22:59:59Z, true",
    // spring 2026-03-29: 02:00 becomes 03:00 at 01:00Z
    "02:30, 03:30, 2026-03-29T01:00:00Z, true",
    "02:30, 03:30, 2026-03-29T00:59:59Z, false",
    "02:30, 03:30, 2026-03-29T01:30:00Z, false",
    "02:10, 02:50, 2026-03-29T01:00:00Z, false",
    "01:00, 02:30, 2026-03-29T00:59:59Z, true",
    "01:00, 02:30, 2026-03-29T01:00:00Z, false",
    // autumn 2026-10-25: 03:00 becomes 02:00 at 01:00Z
    "01:30, 02:30, 2026-10-25T00:00:00Z, true",
    "01:30, 02:30, 2026-10-25T00:45:00Z, true",
    "01:30, 02:30, 2026-10-25T01:29:59Z, true",
    "01:30, 02:30, 2026-10-25T01:30:00Z, false",
    "22:00, 02:00, 2026-10-25T00:59:59Z, true",
    "02:00, 06:00, 2026-10-25T00:00:00Z, true",
    "02:00, 06:00, 2026-10-25T04:59:59Z, true",
    // 29 February
    "23:00, 01:00, 2028-02-28T22:30:00Z, true",
    "23:00, 01:00, 2028-02-29T23:30:00Z, true",
  })
  void weeklyHoursAreReadFromTheClockOnTheWall(String from, String to, Instant at, boolean open) {
    assertThat(Windows.valid(daily(from, to), FRENCH, at)).isEqualTo(open);
  }

  @Test
  void hoursOverMidnightBelongToTheDayTheyBeginOn() {
    Window.Weekly fridayNight =
        new Window.Weekly(
            List.of(
                new Window.Hours(
                    Set.of(DayOfWeek.FRIDAY), LocalTime.of(22, 0), LocalTime.of(2, 0))));
    assertThat(Windows.valid(fridayNight, FRENCH, Instant.parse("2026-11-28T00:30:00Z"))).isTrue();
    assertThat(Windows.valid(fridayNight, FRENCH, Instant.parse("2026-11-27T00:30:00Z"))).isFalse();
  }

  @Test
  void whatIsOpenSaysWhenItCloses() {
    assertThat(Windows.closes(daily("08:00", "18:00"), FRENCH, NOON))
        .contains(Instant.parse("2026-11-23T17:00:00Z"));
    assertThat(Windows.closes(once(NOON, 60), FRENCH, NOON)).contains(NOON.plusSeconds(3600));
    assertThat(Windows.closes(new Window.OpenEnded(Optional.empty()), FRENCH, NOON)).isEmpty();
  }

  @ParameterizedTest(name = "{0} and {1} at 11:00 close at {2}")
  @CsvSource({
    "08:00-12:00, 10:00-18:00, 17:00",
    "10:00-18:00, 08:00-12:00, 17:00",
    "08:00-18:00, 10:00-12:00, 17:00",
    "10:00-12:00, 08:00-18:00, 17:00",
    "13:00-14:00, 08:00-12:00, 11:00",
  })
  void hoursThatOverlapCloseWithTheLast(String one, String two, String closes) {
    Window.Weekly both = new Window.Weekly(List.of(hours(EVERY_DAY, one), hours(EVERY_DAY, two)));
    assertThat(Windows.closes(both, FRENCH, NOON.minusSeconds(3600)))
        .contains(Instant.parse("2026-11-23T" + closes + ":00Z"));
  }

  private static Window.Hours hours(Set<DayOfWeek> days, String fromTo) {
    String[] ends = fromTo.split("-", -1);
    return new Window.Hours(days, LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
  }

  @ParameterizedTest(name = "{0}, asked at {1}: opens at {2}")
  @CsvSource({
    // Monday to Friday
    "weekdays 08:00-19:00, 2026-11-22T02:00:00Z, 2026-11-23T07:00:00Z",
    "weekdays 08:00-19:00, 2026-11-23T06:59:59Z, 2026-11-23T07:00:00Z",
    "weekdays 08:00-19:00, 2026-11-23T07:00:00Z, 2026-11-24T07:00:00Z",
    "weekdays 08:00-19:00, 2026-11-27T20:00:00Z, 2026-11-30T07:00:00Z",
    // spring 2026-03-29: the clock jumps over all of it that night
    "daily    02:10-02:50, 2026-03-28T12:00:00Z, 2026-03-30T00:10:00Z",
  })
  void whatIsClosedSaysWhenItOpens(String words, Instant at, Instant opens) {
    String[] parts = words.split(" +", -1);
    Set<DayOfWeek> days =
        parts[0].equals("daily") ? EVERY_DAY : EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    assertThat(Windows.opensAfter(new Window.Weekly(List.of(hours(days, parts[1]))), FRENCH, at))
        .contains(opens);
  }

  /** 08:00 to 18:00; Friday 25 December is a holiday, 24 and 26 December are exceptions. */
  @ParameterizedTest(name = "kept {0}, closed then {1}, at {2}: open {3}, opens next at {4}")
  @CsvSource({
    "FRANCE, true,  2026-12-23T11:00:00Z, true,  2026-12-24T13:00:00Z",
    "FRANCE, true,  2026-12-24T11:00:00Z, false, 2026-12-24T13:00:00Z",
    "FRANCE, true,  2026-12-24T13:00:00Z, true,  2026-12-27T07:00:00Z",
    "FRANCE, true,  2026-12-25T11:00:00Z, false, 2026-12-27T07:00:00Z",
    "FRANCE, false, 2026-12-25T11:00:00Z, true,  2026-12-27T07:00:00Z",
    "NONE,   true,  2026-12-25T11:00:00Z, true,  2026-12-27T07:00:00Z",
    "FRANCE, true,  2026-12-26T11:00:00Z, false, 2026-12-27T07:00:00Z",
    "FRANCE, true,  2027-01-01T11:00:00Z, true,  2027-01-02T07:00:00Z",
    "NONE,   false, 2027-01-01T11:00:00Z, true,  2027-01-02T07:00:00Z",
  })
  void anExceptionComesBeforeTheHolidayAndThatBeforeTheWeek(
      PublicHolidays kept, boolean closedOnHolidays, Instant at, boolean open, Instant opens) {
    Calendar calendar = new Calendar(Lines.PARIS, kept);
    Window.Weekly weekly =
        new Window.Weekly(
            List.of(hours(EVERY_DAY, "08:00-18:00")),
            closedOnHolidays,
            List.of(
                otherDay("2027-01-01", "08:00-18:00"),
                otherDay("2026-12-24", "14:00-16:00"),
                otherDay("2026-12-26")));
    assertThat(Windows.valid(weekly, calendar, at)).isEqualTo(open);
    assertThat(Windows.opensAfter(weekly, calendar, at)).contains(opens);
  }

  private static Window.OtherDay otherDay(String date, String... hours) {
    return new Window.OtherDay(
        LocalDate.parse(date),
        Stream.of(hours).map(each -> hours(EVERY_DAY, each).times()).toList());
  }

  @Property(tries = 400)
  void weeklyHoursAgreeWithAClockReadMinuteByMinute(
      @ForAll("hours") Window.Weekly weekly,
      @ForAll("zones") Calendar calendar,
      @ForAll("dates") Instant at) {
    assertThat(Windows.valid(weekly, calendar, at))
        .isEqualTo(NaiveWindows.open(weekly, calendar, at));
  }

  @Property(tries = 150)
  void theGoverningInstructionIsTheNaiveOne(
      @ForAll("calendars") List<Instruction> instructions,
      @ForAll("zones") Calendar calendar,
      @ForAll("dates") Instant at) {
    assertThat(Windows.governing(instructions, calendar, at))
        .isEqualTo(NaiveWindows.governing(instructions, calendar, at))
        .isEqualTo(Windows.governing(instructions.reversed(), calendar, at));
  }

  @Property(tries = 300)
  void hoursThatFollowEachOtherLeaveNoHole(
      @ForAll("times") LocalTime one,
      @ForAll("times") LocalTime two,
      @ForAll("zones") Calendar calendar,
      @ForAll("dates") Instant at) {
    assertThat(
            Windows.valid(daily(one.toString(), two.toString()), calendar, at)
                || Windows.valid(daily(two.toString(), one.toString()), calendar, at))
        .isTrue();
  }

  @Provide
  Arbitrary<Calendar> zones() {
    return Arbitraries.of(
            "Europe/Paris",
            "America/New_York",
            "Australia/Lord_Howe",
            "America/Santiago",
            "Asia/Beirut",
            "Africa/Casablanca",
            "Indian/Reunion")
        .map(ZoneId::of)
        .map(Calendar::of);
  }

  @Provide
  Arbitrary<LocalTime> times() {
    Arbitrary<LocalTime> any =
        Arbitraries.integers().between(0, 287).map(n -> LocalTime.MIDNIGHT.plusMinutes(n * 5L));
    return Arbitraries.oneOf(
        any,
        Arbitraries.of("00:00", "01:30", "02:00", "02:30", "03:00", "23:30", "23:59")
            .map(LocalTime::parse));
  }

  @Provide
  Arbitrary<Window.Weekly> hours() {
    Arbitrary<Window.Hours> row =
        Combinators.combine(
                Arbitraries.of(DayOfWeek.class).set().ofMinSize(1).ofMaxSize(7), times(), times())
            .as(Window.Hours::new);
    return row.list().ofMinSize(1).ofMaxSize(3).map(Window.Weekly::new);
  }

  /** Instants near clock changes, the turn of years, 29 February, and anywhere in five years. */
  @Provide
  Arbitrary<Instant> dates() {
    Arbitrary<LocalDate> special =
        Arbitraries.of(
                "2026-03-29",
                "2026-10-25",
                "2026-03-08",
                "2026-11-01",
                "2026-04-05",
                "2026-10-04",
                "2026-09-06",
                "2026-04-04",
                "2028-02-29",
                "2026-12-31")
            .map(LocalDate::parse);
    Arbitrary<LocalDate> any =
        Arbitraries.integers().between(0, 5 * 365).map(LocalDate.of(2026, 1, 1)::plusDays);
    return Combinators.combine(
            Arbitraries.oneOf(special, special, any), Arbitraries.integers().between(-600, 2400))
        .as((date, minutes) -> instant(date.atStartOfDay().plusMinutes(minutes)));
  }

  private static Instant instant(LocalDateTime utc) {
    return utc.toInstant(ZoneOffset.UTC);
  }

  @Provide
  Arbitrary<List<Instruction>> calendars() {
    Arbitrary<Window> window =
        Arbitraries.oneOf(
            hours().map(each -> each),
            Combinators.combine(dates(), Arbitraries.integers().between(1, 4000))
                .as((from, minutes) -> once(from, minutes)),
            dates().optional().map(Window.OpenEnded::new));
    return Combinators.combine(window, Arbitraries.integers().between(0, 3))
        .as((each, age) -> made(each, NOON.minusSeconds(age)))
        .list()
        .ofMaxSize(6);
  }
}
