package io.permanence.routing;

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
import io.permanence.model.line.LineChoices.BlockedCallers;
import io.permanence.model.line.LineSnapshot;
import io.permanence.model.line.OutOfHours;
import io.permanence.model.line.PutThrough;
import io.permanence.model.line.PutThroughMode;
import io.permanence.model.line.WhenBusy;
import io.permanence.model.line.Window;
import io.permanence.model.line.Windows;
import io.permanence.model.line.WithheldCallers;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lines as the tests of this module need them; the customer is Cabinet Martin in Paris. */
public final class Lines {
  public static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  public static final PhoneNumber NUMBER = new PhoneNumber("+33199001001");
  public static final PhoneNumber MOBILE = new PhoneNumber("+33639980001");
  public static final PhoneNumber OFFICE = new PhoneNumber("+33199001005");
  public static final PhoneNumber VIP = new PhoneNumber("+33639980101");
  public static final PhoneNumber BLOCKED = new PhoneNumber("+33639980201");
  public static final PhoneNumber STRANGER = new PhoneNumber("+33639980301");
  public static final CustomerId CUSTOMER = CustomerId.random();

  /** A Monday, 10:00 in Paris. */
  public static final Instant MONDAY_TEN = Instant.parse("2026-11-23T09:00:00Z");

  /** A Sunday, 03:00 in Paris. */
  public static final Instant SUNDAY_NIGHT = Instant.parse("2026-11-22T02:00:00Z");

  public static final Window.Weekly OFFICE_HOURS =
      new Window.Weekly(
          List.of(
              new Window.Hours(
                  EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                  LocalTime.of(8, 0),
                  LocalTime.of(19, 0))));

  private Lines() {}

  public static LadderStep step(PhoneNumber number) {
    return LadderStep.of(ForwardingNumberId.random(), number, 20, After.NEXT);
  }

  public static Handling handling(PutThrough putThrough, PutThroughMode mode, LadderStep... steps) {
    return new Handling(
        putThrough,
        mode,
        "Cabinet Martin, {secretary}, bonjour",
        Optional.of("Le docteur rappelle"),
        Arrays.asList(steps),
        Optional.empty());
  }

  public static Instruction instruction(Window window, Handling handling, Instant createdAt) {
    return new Instruction(InstructionId.random(), 3, window, handling, createdAt);
  }

  public static Line line(Handling standing) {
    return new Line(
        LineId.random(),
        CUSTOMER,
        NUMBER,
        PARIS,
        TeamId.random(),
        standing,
        Optional.empty(),
        LineChoices.USUAL,
        false);
  }

  public static Line withHours(Line line, OutOfHours outOfHours) {
    LineChoices usual = line.choices();
    return with(
        line,
        Optional.of(OFFICE_HOURS),
        new LineChoices(
            outOfHours,
            usual.blockedCallers(),
            usual.withheldCallers(),
            usual.whenBusy(),
            usual.holidays()),
        line.demo());
  }

  public static Line withBlocked(Line line, BlockedCallers blocked) {
    LineChoices usual = line.choices();
    return withChoices(
        line,
        new LineChoices(
            usual.outOfHours(),
            blocked,
            usual.withheldCallers(),
            usual.whenBusy(),
            usual.holidays()));
  }

  public static Line withWithheld(Line line, WithheldCallers withheld) {
    LineChoices usual = line.choices();
    return withChoices(
        line,
        new LineChoices(
            usual.outOfHours(),
            usual.blockedCallers(),
            withheld,
            usual.whenBusy(),
            usual.holidays()));
  }

  public static Line withBusy(Line line, WhenBusy whenBusy) {
    LineChoices usual = line.choices();
    return withChoices(
        line,
        new LineChoices(
            usual.outOfHours(),
            usual.blockedCallers(),
            usual.withheldCallers(),
            whenBusy,
            usual.holidays()));
  }

  public static Line withChoices(Line line, LineChoices choices) {
    return with(line, line.openHours(), choices, line.demo());
  }

  public static Line asDemo(Line line) {
    return with(line, line.openHours(), line.choices(), true);
  }

  private static Line with(
      Line line, Optional<Window.Weekly> openHours, LineChoices choices, boolean demo) {
    return new Line(
        line.id(),
        line.customerId(),
        line.number(),
        line.zone(),
        line.homeTeam(),
        line.standing(),
        openHours,
        choices,
        demo);
  }

  public static Line in(ZoneId zone, Line line) {
    return new Line(
        line.id(),
        line.customerId(),
        line.number(),
        zone,
        line.homeTeam(),
        line.standing(),
        line.openHours(),
        line.choices(),
        line.demo());
  }

  public static LineSnapshot busy(Line line, Instant from, Instant to) {
    return new LineSnapshot(
        line,
        List.of(),
        CallerMarks.of(Map.of(VIP, CallerMark.VIP)),
        new BusyTimes(List.of(new Windows.Span(from, to))),
        1,
        MONDAY_TEN);
  }

  public static LineSnapshot snapshot(Line line, Instruction... instructions) {
    return new LineSnapshot(
        line,
        Arrays.asList(instructions),
        CallerMarks.of(Map.of(VIP, CallerMark.VIP, BLOCKED, CallerMark.BLOCKED)),
        1,
        MONDAY_TEN);
  }
}
