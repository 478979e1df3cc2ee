package io.permanence.bench;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.ForwardingNumberId;
import io.permanence.model.id.InstructionId;
import io.permanence.model.id.LineId;
import io.permanence.model.id.TeamId;
import io.permanence.model.line.CallerMark;
import io.permanence.model.line.CallerMarks;
import io.permanence.model.line.Handling;
import io.permanence.model.line.Instruction;
import io.permanence.model.line.LadderStep;
import io.permanence.model.line.Line;
import io.permanence.model.line.LineSnapshot;
import io.permanence.model.line.OutOfHours;
import io.permanence.model.line.PutThrough;
import io.permanence.model.line.PutThroughMode;
import io.permanence.model.line.Window;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Customers as they are: a standing default, weekly hours, a one-off, ten marked callers. */
final class Lines {
  static final Instant NOON = Instant.parse("2026-11-20T11:00:00Z");

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final int MARKED = 10;
  private static final long FIRST_LINE = 33_100_000_000L;
  private static final long FIRST_CALLER = 33_600_000_000L;

  private Lines() {}

  static PhoneNumber number(int line) {
    return PhoneNumber.ofDigits(Long.toString(FIRST_LINE + line));
  }

  /** A caller of that line; the first ten are marked there, the others are strangers. */
  static PhoneNumber caller(int line, int nth) {
    return PhoneNumber.ofDigits(Long.toString(FIRST_CALLER + line * 20L + nth));
  }

  static Map<PhoneNumber, LineSnapshot> of(int count) {
    Map<PhoneNumber, LineSnapshot> lines = HashMap.newHashMap(count);
    TeamId team = TeamId.random();
    for (int i = 0; i < count; i++) {
      lines.put(number(i), snapshot(i, team));
    }
    return lines;
  }

  private static LineSnapshot snapshot(int i, TeamId team) {
    Handling vip = handling(PutThrough.VIP, i);
    Line line =
        new Line(
            LineId.random(),
            CustomerId.random(),
            number(i),
            PARIS,
            team,
            vip,
            Optional.empty(),
            OutOfHours.VOICEMAIL,
            Line.BlockedCallers.MESSAGE,
            false);
    Window weekly =
        new Window.Weekly(
            List.of(
                new Window.Hours(
                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                    LocalTime.of(8, 0),
                    LocalTime.of(18, 0))));
    Window holiday =
        new Window.OneOff(NOON.plus(Duration.ofDays(i % 9)), NOON.plus(Duration.ofDays(10)));
    return new LineSnapshot(
        line,
        List.of(
            new Instruction(InstructionId.random(), 1, weekly, handling(PutThrough.ALL, i), NOON),
            new Instruction(
                InstructionId.random(), 1, holiday, handling(PutThrough.NONE, i), NOON)),
        marks(i),
        1,
        NOON);
  }

  private static Handling handling(PutThrough who, int i) {
    return new Handling(
        who,
        PutThroughMode.DIRECT,
        "Bonjour",
        Optional.of("Je note votre demande."),
        List.of(
            new LadderStep(
                ForwardingNumberId.random(),
                caller(i, 19),
                20,
                LadderStep.Then.NEXT,
                LadderStep.Then.NEXT)),
        Optional.empty());
  }

  private static CallerMarks marks(int line) {
    Map<PhoneNumber, CallerMark> marks = new HashMap<>();
    for (int nth = 0; nth < MARKED; nth++) {
      marks.put(caller(line, nth), nth % 5 == 0 ? CallerMark.BLOCKED : CallerMark.VIP);
    }
    return CallerMarks.of(marks);
  }
}
