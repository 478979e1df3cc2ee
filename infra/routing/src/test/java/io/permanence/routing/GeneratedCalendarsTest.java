package io.permanence.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.line.BusyTimes;
import io.permanence.model.line.Calendar;
import io.permanence.model.line.CallerMarks;
import io.permanence.model.line.Handling;
import io.permanence.model.line.Instruction;
import io.permanence.model.line.Line;
import io.permanence.model.line.LineChoices;
import io.permanence.model.line.LineSnapshot;
import io.permanence.model.line.PublicHolidays;
import io.permanence.model.line.PutThrough;
import io.permanence.model.line.PutThroughMode;
import io.permanence.model.line.Takeover;
import io.permanence.model.line.Window;
import io.permanence.model.line.Window.Hours;
import io.permanence.model.line.Window.OtherDay;
import io.permanence.model.line.Window.Times;
import io.permanence.model.line.Windows;
import io.permanence.model.line.WithheldCallers;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * R14: ten thousand customers' calendars, with clock changes, 29 February, windows over midnight,
 * exceptions and holidays, against a second implementation that watches the clock on the wall.
 */
class GeneratedCalendarsTest {
  private static final int CALENDARS = 10_000;
  private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");

  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Europe/Paris"),
          ZoneId.of("Europe/Paris"),
          ZoneId.of("Europe/Paris"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Australia/Lord_Howe"),
          ZoneId.of("America/Santiago"),
          ZoneId.of("Africa/Casablanca"),
          ZoneId.of("Indian/Reunion"));

  /** Clock changes of these zones, leap days, ends of years, holidays. */
  private static final List<LocalDate> SPECIAL =
      List.of(
          LocalDate.of(2026, 3, 29),
          LocalDate.of(2026, 10, 25),
          LocalDate.of(2027, 3, 28), // a clock change on Easter Sunday
          LocalDate.of(2026, 3, 8),
          LocalDate.of(2026, 11, 1),
          LocalDate.of(2026, 4, 5),
          LocalDate.of(2026, 10, 4),
          LocalDate.of(2026, 9, 6),
          LocalDate.of(2028, 2, 29),
          LocalDate.of(2026, 12, 25),
          LocalDate.of(2026, 12, 31),
          LocalDate.of(2026, 5, 14),
          LocalDate.of(2028, 6, 5));

  private static final List<LocalTime> TIMES =
      List.of(
          LocalTime.MIDNIGHT,
          LocalTime.of(0, 30),
          LocalTime.of(1, 30),
          LocalTime.of(2, 0),
          LocalTime.of(2, 30),
          LocalTime.of(3, 0),
          LocalTime.of(23, 30),
          LocalTime.of(23, 59));

  private final SplittableRandom random = new SplittableRandom(20_261_122);

  @Test
  void tenThousandCalendarsAreReadAsAWatcherOfTheClockReadsThem() {
    int governed = 0;
    for (int i = 0; i < CALENDARS; i++) {
      Calendar calendar = new Calendar(one(ZONES), one(List.of(PublicHolidays.values())));
      Instant at = instant();
      List<Instruction> instructions = instructions(at, calendar.zone());
      Optional<Instruction> naive = NaiveWindows.governing(instructions, calendar, at);
      LineSnapshot packed = packed(calendar, instructions);
      assertThat(packed.governing(at).instruction())
          .as("calendar %d: %s in %s at %s", i, instructions, calendar, at)
          .isEqualTo(naive);
      assertThat(Windows.governing(instructions.reversed(), calendar, at)).isEqualTo(naive);
      governed += naive.isPresent() ? 1 : 0;
    }
    assertThat(governed)
        .as("a test of windows that are never open tests little")
        .isGreaterThan(4000);
  }

  @Test
  void whatWasPackedIsUnpackedAsItWas() {
    for (int i = 0; i < 500; i++) {
      Calendar calendar = new Calendar(one(ZONES), one(List.of(PublicHolidays.values())));
      Instant at = instant();
      List<Instruction> instructions = instructions(at, calendar.zone());
      LineSnapshot packed = packed(calendar, instructions);
      assertThat(packed.instructions()).containsExactlyInAnyOrderElementsOf(instructions);
      assertThat(packed.calendar()).isEqualTo(calendar);
    }
  }

  @Test
  void untilAnotherTakesOverTheSameRuleGoverns() {
    int ended = 0;
    for (int i = 0; i < 500; i++) {
      Calendar calendar = new Calendar(one(ZONES), one(List.of(PublicHolidays.values())));
      Instant at = instant();
      List<Instruction> instructions = instructions(at, calendar.zone());
      Optional<Instruction> governing = NaiveWindows.governing(instructions, calendar, at);
      Optional<Instant> end = Takeover.after(instructions, calendar, at);
      Instant watched = at.plus(Duration.ofDays(1));
      for (Instant look = at; look.isBefore(watched); look = look.plusSeconds(600)) {
        boolean same = Windows.governing(instructions, calendar, look).equals(governing);
        Instant moment = look;
        assertThat(same || end.filter(it -> !it.isAfter(moment)).isPresent())
            .as("calendar %d: %s in %s at %s, until %s", i, instructions, calendar, look, end)
            .isTrue();
      }
      end.ifPresent(
          it -> {
            assertThat(Windows.governing(instructions, calendar, it)).isNotEqualTo(governing);
            assertThat(Windows.governing(instructions, calendar, it.minusSeconds(1)))
                .isEqualTo(governing);
          });
      ended += end.isPresent() ? 1 : 0;
    }
    assertThat(ended).isGreaterThan(200);
  }

  @Test
  void aLongLineIsUnpackedAsItWas() {
    Line line =
        Lines.line(
            new Handling(
                PutThrough.VIP,
                PutThroughMode.DIRECT,
                "é".repeat(500),
                Optional.of("à".repeat(1000)),
                List.of(Lines.step(Lines.MOBILE), Lines.step(Lines.OFFICE)),
                Optional.of("ü".repeat(2000)),
                Optional.of(WithheldCallers.MESSAGE)));
    BusyTimes busy = new BusyTimes(List.of(new Windows.Span(NOON, NOON.plusSeconds(60))));
    LineSnapshot packed =
        new LineSnapshot(line, List.of(), CallerMarks.NONE, busy, 7, NOON.minusSeconds(1));
    assertThat(packed.line()).isEqualTo(line);
    assertThat(packed.busy()).isEqualTo(busy);
    assertThat(packed.busyUntil(NOON.plusSeconds(59))).contains(NOON.plusSeconds(60));
    assertThat(packed.busyUntil(NOON.plusSeconds(60))).isEmpty();
    assertThat(packed.version()).isEqualTo(7);
    assertThat(packed.takenAt()).isEqualTo(NOON.minusSeconds(1));
  }

  @Test
  void theOverruledAreTheOthersThatAreValid() {
    for (int i = 0; i < 500; i++) {
      Calendar calendar = Calendar.of(one(ZONES));
      Instant at = instant();
      List<Instruction> instructions = instructions(at, calendar.zone());
      LineSnapshot packed = packed(calendar, instructions);
      List<Instruction> valid = new ArrayList<>(packed.overruled(at));
      packed.governing(at).instruction().ifPresent(valid::add);
      assertThat(valid)
          .containsExactlyInAnyOrderElementsOf(
              instructions.stream()
                  .filter(each -> Windows.valid(each.window(), calendar, at))
                  .toList());
    }
  }

  private static LineSnapshot packed(Calendar calendar, List<Instruction> instructions) {
    LineChoices usual = LineChoices.USUAL;
    Line line = Lines.line(Lines.handling(PutThrough.NONE, PutThroughMode.ANNOUNCED));
    return new LineSnapshot(
        Lines.in(
            calendar.zone(),
            Lines.withChoices(
                line,
                new LineChoices(
                    usual.outOfHours(),
                    usual.blockedCallers(),
                    usual.withheldCallers(),
                    usual.whenBusy(),
                    calendar.holidays()))),
        instructions,
        CallerMarks.NONE,
        1,
        NOON);
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private Instant instant() {
    LocalDate date =
        random.nextInt(3) > 0
            ? one(SPECIAL)
            : LocalDate.of(2026, 1, 1).plusDays(random.nextInt(4 * 365));
    return date.atStartOfDay(ZoneOffset.UTC)
        .plusMinutes(random.nextInt(-600, 2400))
        .plusSeconds(random.nextInt(2) * 59L)
        .toInstant();
  }

  private List<Instruction> instructions(Instant around, ZoneId zone) {
    List<Instruction> all = new ArrayList<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      all.add(
          Lines.instruction(
              window(around, zone),
              Lines.handling(PutThrough.ALL, PutThroughMode.ANNOUNCED),
              NOON.minusSeconds(random.nextInt(3))));
    }
    return all;
  }

  private Window window(Instant around, ZoneId zone) {
    return switch (random.nextInt(5)) {
      case 0 -> {
        Instant from = around.plus(Duration.ofMinutes(random.nextInt(-3000, 300)));
        yield new Window.OneOff(from, from.plus(Duration.ofMinutes(random.nextInt(1, 4000))));
      }
      case 1 ->
          new Window.OpenEnded(
              random.nextBoolean()
                  ? Optional.empty()
                  : Optional.of(around.plus(Duration.ofMinutes(random.nextInt(-300, 300)))));
      default -> weekly(around.atZone(zone).toLocalDate());
    };
  }

  private Window weekly(LocalDate today) {
    List<Hours> hours = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      hours.add(new Hours(days(), time(), time()));
    }
    List<OtherDay> others = new ArrayList<>();
    for (int day = -2; day <= 2; day++) {
      if (random.nextInt(4) == 0) {
        List<Times> times = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
          times.add(new Times(time(), time()));
        }
        others.add(new OtherDay(today.plusDays(day), times));
      }
    }
    return new Window.Weekly(hours, random.nextBoolean(), others);
  }

  private Set<DayOfWeek> days() {
    Set<DayOfWeek> days = EnumSet.of(one(List.of(DayOfWeek.values())));
    for (DayOfWeek each : DayOfWeek.values()) {
      if (random.nextInt(3) == 0) {
        days.add(each);
      }
    }
    return days;
  }

  private LocalTime time() {
    return random.nextBoolean()
        ? one(TIMES)
        : LocalTime.MIDNIGHT.plusMinutes(random.nextInt(24 * 60));
  }
}
