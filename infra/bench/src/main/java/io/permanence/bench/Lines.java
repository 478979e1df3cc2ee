package io.permanence.bench;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.ForwardingNumberId;
import io.permanence.model.id.InstructionId;
import io.permanence.model.id.LineId;
import io.permanence.model.id.TeamId;
import io.permanence.model.line.BusyTimes;
import io.permanence.model.line.CallerMark;
import io.permanence.model.line.CallerMarks;
import io.permanence.model.line.Handling;
import io.permanence.model.line.Instruction;
import io.permanence.model.line.LadderStep;
import io.permanence.model.line.LadderStep.After;
import io.permanence.model.line.Line;
import io.permanence.model.line.LineChoices;
import io.permanence.model.line.LineSnapshot;
import io.permanence.model.line.LineTable;
import io.permanence.model.line.OutOfHours;
import io.permanence.model.line.PublicHolidays;
import io.permanence.model.line.PutThrough;
import io.permanence.model.line.PutThroughMode;
import io.permanence.model.line.WhenBusy;
import io.permanence.model.line.Window;
import io.permanence.model.line.Window.Hours;
import io.permanence.model.line.Window.OtherDay;
import io.permanence.model.line.Windows.Span;
import io.permanence.model.line.WithheldCallers;
import java.lang.management.ManagementFactory;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Customers as they are: hours at which secretaries answer, a standing default, weekly hours that
 * keep holidays and have exceptions, a one-off, an open calendar, ten marked callers.
 */
final class Lines {
  static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");
  static final int CALLERS = 20;

  private static final ZoneId[] ZONES = {
    ZoneId.of("Europe/Paris"), ZoneId.of("Europe/Paris"), ZoneId.of("Indian/Reunion")
  };
  private static final int MARKED = 10;
  private static final long FIRST_LINE = 33_100_000_000L;
  private static final long FIRST_CALLER = 33_600_000_000L;
  private static final TeamId TEAM = TeamId.random();

  private Lines() {}

  static PhoneNumber number(int line) {
    return PhoneNumber.ofPacked(FIRST_LINE + line);
  }

  /** A caller of that line; the first ten are marked there, the others are strangers. */
  static PhoneNumber caller(int line, int nth) {
    return PhoneNumber.ofPacked(FIRST_CALLER + line * (long) CALLERS + nth);
  }

  static LineTable of(int count) {
    LineTable lines = new LineTable();
    for (int i = 0; i < count; i++) {
      lines.put(snapshot(i));
    }
    return lines;
  }

  static long packedBytes(LineTable lines) {
    return lines.all().stream().mapToLong(LineSnapshot::bytes).sum();
  }

  /** What so many lines take, in bytes. */
  static long memory(int count) {
    long before = heap();
    LineTable lines = of(count);
    long after = heap();
    return lines.size() == count ? after - before : 0;
  }

  /** What lives in the heap after a collection, in bytes. */
  static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static LineSnapshot snapshot(int i) {
    Line line =
        new Line(
            LineId.random(),
            CustomerId.random(),
            number(i),
            ZONES[i % ZONES.length],
            TEAM,
            handling(PutThrough.VIP, i),
            Optional.of(new Window.Weekly(List.of(hours(DayOfWeek.SATURDAY, 7, 21)))),
            new LineChoices(
                OutOfHours.VOICEMAIL,
                LineChoices.BlockedCallers.MESSAGE,
                i % 4 == 0 ? WithheldCallers.DESK_ONLY : WithheldCallers.AS_STRANGERS,
                i % 2 == 0 ? WhenBusy.VIP_ONLY : WhenBusy.AS_INSTRUCTED,
                i % 10 == 0 ? PublicHolidays.ALSACE_MOSELLE : PublicHolidays.FRANCE),
            false);
    return new LineSnapshot(line, instructions(i), marks(i), busy(i), 1, NEW_YEAR);
  }

  private static List<Instruction> instructions(int i) {
    Window weekly =
        new Window.Weekly(
            List.of(hours(DayOfWeek.THURSDAY, 8, 12), hours(DayOfWeek.FRIDAY, 14, 18)),
            true,
            List.of(
                new OtherDay(LocalDate.of(2026, 8, 1 + i % 28), List.of()),
                new OtherDay(
                    LocalDate.of(2026, 12, 24),
                    List.of(new Window.Times(LocalTime.of(8, 0), LocalTime.of(12, 0))))));
    Instant leave = NEW_YEAR.plus(Duration.ofDays(i % 330));
    return List.of(
        new Instruction(InstructionId.random(), 1, weekly, handling(PutThrough.ALL, i), NEW_YEAR),
        new Instruction(
            InstructionId.random(),
            1,
            new Window.OneOff(leave, leave.plus(Duration.ofDays(14))),
            handling(PutThrough.NONE, i),
            NEW_YEAR));
  }

  private static Hours hours(DayOfWeek last, int from, int to) {
    return new Hours(
        EnumSet.range(DayOfWeek.MONDAY, last), LocalTime.of(from, 0), LocalTime.of(to, 0));
  }

  private static Handling handling(PutThrough who, int i) {
    return new Handling(
        who,
        i % 2 == 0 ? PutThroughMode.DIRECT : PutThroughMode.ANNOUNCED,
        "Cabinet du docteur Martin, {secretary} à votre écoute, bonjour",
        Optional.of("Je note votre demande et la transmets tout de suite."),
        List.of(
            LadderStep.of(ForwardingNumberId.random(), caller(i, 18), 20, After.NEXT),
            LadderStep.of(ForwardingNumberId.random(), caller(i, 19), 20, After.NEXT)),
        Optional.of("Demander la date de naissance."));
  }

  private static CallerMarks marks(int line) {
    Map<PhoneNumber, CallerMark> marks = new HashMap<>();
    for (int nth = 0; nth < MARKED; nth++) {
      marks.put(caller(line, nth), nth % 5 == 0 ? CallerMark.BLOCKED : CallerMark.VIP);
    }
    return CallerMarks.of(marks);
  }

  private static BusyTimes busy(int i) {
    List<Span> spans = new ArrayList<>();
    for (int day = 0; day < 5; day++) {
      Instant from = NEW_YEAR.plus(Duration.ofHours(24L * (i % 300 + day) + 10));
      spans.add(new Span(from, from.plus(Duration.ofHours(1))));
    }
    return new BusyTimes(spans);
  }
}
