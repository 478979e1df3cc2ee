package io.permanence.routing;

import static io.permanence.routing.Lines.MOBILE;
import static io.permanence.routing.Lines.MONDAY_TEN;
import static io.permanence.routing.Lines.SUNDAY_NIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.call.Reason;
import io.permanence.model.call.ReasonCode;
import io.permanence.model.id.CallId;
import io.permanence.model.line.CallerMarks;
import io.permanence.model.line.Handling;
import io.permanence.model.line.Instruction;
import io.permanence.model.line.Line;
import io.permanence.model.line.LineChoices.BlockedCallers;
import io.permanence.model.line.LineSnapshot;
import io.permanence.model.line.MarkedCaller;
import io.permanence.model.line.OutOfHours;
import io.permanence.model.line.PutThrough;
import io.permanence.model.line.PutThroughMode;
import io.permanence.model.line.WhenBusy;
import io.permanence.model.line.Window;
import io.permanence.model.line.WithheldCallers;
import io.permanence.routing.Basis.Governing;
import io.permanence.routing.Decision.Afterwards;
import io.permanence.routing.Prompt.Stock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingPolicyTest {
  private static Decision decide(Who who, Line line, Instant at, Instruction... instructions) {
    return decide(who, Lines.snapshot(line, instructions), at);
  }

  private static Handling handling(PutThrough putThrough, PutThroughMode mode) {
    return Lines.handling(putThrough, mode, Lines.step(MOBILE));
  }

  @ParameterizedTest(name = "{0} {1}, {2}: {3} because {4}")
  @CsvSource({
    "ALL,  ANNOUNCED, VIP,      desk+,    VIP_UNDER_ALL",
    "ALL,  ANNOUNCED, STRANGER, desk+,    ALL",
    "ALL,  ANNOUNCED, WITHHELD, desk+,    ALL",
    "ALL,  ANNOUNCED, BLOCKED,  announce, BLOCKED",
    "ALL,  DIRECT,    VIP,      ladder,   VIP_UNDER_ALL",
    "ALL,  DIRECT,    STRANGER, ladder,   ALL",
    "ALL,  DIRECT,    WITHHELD, ladder,   ALL",
    "ALL,  DIRECT,    BLOCKED,  announce, BLOCKED",
    "VIP,  ANNOUNCED, VIP,      desk+,    VIP_UNDER_VIP",
    "VIP,  ANNOUNCED, STRANGER, desk,     NOT_VIP",
    "VIP,  ANNOUNCED, WITHHELD, desk,     WITHHELD",
    "VIP,  ANNOUNCED, BLOCKED,  announce, BLOCKED",
    "VIP,  DIRECT,    VIP,      ladder,   VIP_UNDER_VIP",
    "VIP,  DIRECT,    STRANGER, desk,     NOT_VIP",
    "VIP,  DIRECT,    WITHHELD, desk,     WITHHELD",
    "NONE, ANNOUNCED, VIP,      desk,     VIP_UNDER_NOBODY",
    "NONE, ANNOUNCED, STRANGER, desk,     NOBODY",
    "NONE, DIRECT,    VIP,      desk,     VIP_UNDER_NOBODY",
    "NONE, DIRECT,    WITHHELD, desk,     NOBODY",
    "NONE, DIRECT,    BLOCKED,  announce, BLOCKED",
  })
  void theInstructionAndTheCallerDecide(
      PutThrough putThrough, PutThroughMode mode, Who who, String expected, ReasonCode reason) {
    Decision decision = decide(who, Lines.line(handling(putThrough, mode)), MONDAY_TEN);
    assertThat(told(decision)).isEqualTo(expected);
    assertThat(decision.basis().code()).isEqualTo(reason);
  }

  private static String told(Decision decision) {
    return decision instanceof Decision.ToDesk desk && desk.mayPutThrough()
        ? "desk+"
        : decision.name();
  }

  @Test
  void aVipComesFirstUnderEveryInstruction() {
    for (PutThrough each : PutThrough.values()) {
      Line line = Lines.line(handling(each, PutThroughMode.ANNOUNCED));
      assertThat(((Decision.ToDesk) decide(Who.VIP, line, MONDAY_TEN)).vip()).isTrue();
      assertThat(((Decision.ToDesk) decide(Who.STRANGER, line, MONDAY_TEN)).vip()).isFalse();
    }
  }

  @Test
  void aBlockedCallerLeavesAMessageWhereTheLineSaysSo() {
    Line line = Lines.line(handling(PutThrough.ALL, PutThroughMode.DIRECT));
    assertThat(decide(Who.BLOCKED, Lines.withBlocked(line, BlockedCallers.VOICEMAIL), MONDAY_TEN))
        .isInstanceOf(Decision.Voicemail.class);
  }

  @ParameterizedTest(name = "{0} {1} at night, {2}: {3}")
  @CsvSource({
    "ALL,  ANNOUNCED, VOICEMAIL, voicemail",
    "ALL,  ANNOUNCED, MESSAGE,   announce",
    "NONE, ANNOUNCED, VOICEMAIL, voicemail",
    "NONE, DIRECT,    MESSAGE,   announce",
    "ALL,  DIRECT,    VOICEMAIL, ladder",
    "VIP,  DIRECT,    VOICEMAIL, voicemail",
  })
  void outOfHoursOnlyADirectPutThroughNeedsNoSecretary(
      PutThrough putThrough, PutThroughMode mode, OutOfHours outOfHours, String expected) {
    Line line = Lines.withHours(Lines.line(handling(putThrough, mode)), outOfHours);
    Decision decision = decide(Who.STRANGER, line, SUNDAY_NIGHT);
    assertThat(decision.name()).isEqualTo(expected);
    if (!expected.equals("ladder")) {
      assertThat(decision.basis().code()).isEqualTo(ReasonCode.OUT_OF_HOURS);
      assertThat(decision.basis().reason().arguments())
          .containsEntry(Reason.OPENS, "2026-11-23T07:00:00Z");
    }
  }

  @Test
  void theClosedMessageIsTheCustomersOwnWhereThereIsOne() {
    Line line =
        Lines.withHours(
            Lines.line(handling(PutThrough.NONE, PutThroughMode.ANNOUNCED)), OutOfHours.VOICEMAIL);
    Decision.Voicemail voicemail = (Decision.Voicemail) decide(Who.STRANGER, line, SUNDAY_NIGHT);
    assertThat(voicemail.prompt())
        .isEqualTo(new Prompt(Optional.of("Le docteur rappelle"), Stock.CLOSED_VOICEMAIL));
  }

  @Test
  void afterTheLadderTheHourDecides() {
    Line line = Lines.line(handling(PutThrough.ALL, PutThroughMode.DIRECT));
    Decision.Ladder byDay = (Decision.Ladder) decide(Who.STRANGER, line, MONDAY_TEN);
    assertThat(byDay.afterwards()).isEqualTo(Afterwards.DESK);
    assertThat(RoutingPolicy.afterLadder(byDay)).isInstanceOf(Decision.ToDesk.class);
    Decision.Ladder byNight =
        (Decision.Ladder)
            decide(Who.STRANGER, Lines.withHours(line, OutOfHours.VOICEMAIL), SUNDAY_NIGHT);
    assertThat(RoutingPolicy.afterLadder(byNight)).isInstanceOf(Decision.Voicemail.class);
    Decision.Ladder message =
        (Decision.Ladder)
            decide(Who.STRANGER, Lines.withHours(line, OutOfHours.MESSAGE), SUNDAY_NIGHT);
    assertThat(RoutingPolicy.afterLadder(message)).isInstanceOf(Decision.Announce.class);
  }

  @Test
  void whoMayBePutThroughButNowhereGoesToTheDesk() {
    for (PutThroughMode mode : PutThroughMode.values()) {
      Decision decision =
          decide(Who.STRANGER, Lines.line(Lines.handling(PutThrough.ALL, mode)), MONDAY_TEN);
      assertThat(told(decision)).isEqualTo("desk");
      assertThat(decision.basis().code()).isEqualTo(ReasonCode.NO_NUMBER_TO_RING);
    }
  }

  @ParameterizedTest(name = "at night {0}: {1} because {2}")
  @CsvSource({"false, desk, DEMO", "true, voicemail, OUT_OF_HOURS"})
  void aLiveTestIsTakenAtTheDeskWhileItIsOpen(boolean night, String expected, ReasonCode reason) {
    Line line = Lines.line(handling(PutThrough.ALL, PutThroughMode.DIRECT));
    Line demo = Lines.asDemo(Lines.withHours(line, OutOfHours.VOICEMAIL));
    Decision decision = decide(Who.STRANGER, demo, night ? SUNDAY_NIGHT : MONDAY_TEN);
    assertThat(told(decision)).isEqualTo(expected);
    assertThat(decision.basis().code()).isEqualTo(reason);
  }

  @Test
  void aPutThroughThatComesBackIsNotAnswered() {
    LineSnapshot snapshot =
        Lines.snapshot(Lines.line(handling(PutThrough.ALL, PutThroughMode.DIRECT)));
    IncomingCall back = new IncomingCall(CallId.random(), Who.VIP.caller(), MONDAY_TEN, true);
    Decision decision = RoutingPolicy.decide(back, snapshot);
    assertThat(decision).isInstanceOf(Decision.Reject.class);
    assertThat(decision.basis().code()).isEqualTo(ReasonCode.LOOP);
  }

  @Test
  void anUnknownNumberIsToldSo() {
    assertThat(RoutingPolicy.unknownNumber())
        .isEqualTo(
            new Decision.Announce(Basis.of(ReasonCode.UNKNOWN_NUMBER), Stock.UNKNOWN_NUMBER));
  }

  @Test
  void theReasonNamesTheInstructionItsVersionAndItsEnd() {
    Line line = Lines.line(handling(PutThrough.ALL, PutThroughMode.ANNOUNCED));
    Instruction hour =
        Lines.instruction(
            new Window.OneOff(MONDAY_TEN, MONDAY_TEN.plusSeconds(3600)),
            handling(PutThrough.NONE, PutThroughMode.ANNOUNCED),
            MONDAY_TEN);
    Basis basis = decide(Who.STRANGER, line, MONDAY_TEN, hour).basis();
    assertThat(basis.instruction()).contains(new Governing(hour.id(), 3));
    assertThat(basis.reason().arguments()).containsEntry(Reason.UNTIL, "2026-11-23T10:00:00Z");
    assertThat(basis.reason().arguments())
        .containsOnlyKeys(Reason.MODE, Reason.UNTIL, Reason.WINDOW);
    Basis standing = decide(Who.STRANGER, line, MONDAY_TEN).basis();
    assertThat(standing.instruction()).isEmpty();
    assertThat(standing.reason().arguments()).containsOnlyKeys(Reason.MODE);
  }

  @ParameterizedTest(name = "line says {0}, instruction says {1}, at night {2}: {3} because {4}")
  @CsvSource({
    "AS_STRANGERS, ,             false, ladder,    ALL",
    "DESK_ONLY,    ,             false, desk,      WITHHELD_TO_DESK",
    "VOICEMAIL,    ,             false, voicemail, WITHHELD_TO_VOICEMAIL",
    "MESSAGE,      ,             false, announce,  WITHHELD_REFUSED",
    "MESSAGE,      AS_STRANGERS, false, ladder,    ALL",
    "AS_STRANGERS, MESSAGE,      false, announce,  WITHHELD_REFUSED",
    "AS_STRANGERS, ,             true,  ladder,    ALL",
    "DESK_ONLY,    ,             true,  voicemail, OUT_OF_HOURS",
    "MESSAGE,      ,             true,  announce,  WITHHELD_REFUSED",
  })
  void withheldCallersHaveTheirOwnRule(
      WithheldCallers line,
      @Nullable WithheldCallers instruction,
      boolean night,
      String expected,
      ReasonCode reason) {
    Handling plain = handling(PutThrough.ALL, PutThroughMode.DIRECT);
    Handling handling =
        new Handling(
            plain.putThrough(),
            plain.mode(),
            plain.greeting(),
            plain.message(),
            plain.ladder(),
            plain.notes(),
            Optional.ofNullable(instruction));
    Line open = Lines.withHours(Lines.line(handling), OutOfHours.VOICEMAIL);
    Decision decision =
        decide(Who.WITHHELD, Lines.withWithheld(open, line), night ? SUNDAY_NIGHT : MONDAY_TEN);
    assertThat(told(decision)).isEqualTo(expected);
    assertThat(decision.basis().code()).isEqualTo(reason);
  }

  @ParameterizedTest(name = "{0} {1} with {2} rung(s), {3} left out: {4}")
  @CsvSource({
    "ALL,  DIRECT,    1, 2, 2",
    "ALL,  ANNOUNCED, 0, 2, 2",
    "ALL,  DIRECT,    1, 0, ",
    "VIP,  DIRECT,    1, 2, ",
    "NONE, DIRECT,    1, 2, ",
  })
  void theReasonTellsOfNumbersThatWereLeftOutWhereTheLadderMatters(
      PutThrough putThrough, PutThroughMode mode, int rungs, int leftOut, @Nullable String told) {
    Handling whole = handling(putThrough, mode);
    Handling handling =
        new Handling(
            putThrough,
            mode,
            whole.greeting(),
            whole.message(),
            whole.ladder().subList(0, rungs),
            whole.notes(),
            whole.withheld(),
            leftOut);
    Decision decision = decide(Who.STRANGER, Lines.line(handling), MONDAY_TEN);
    assertThat(decision.basis().reason().arguments().get(Reason.UNPROVEN)).isEqualTo(told);
    assertThat(decision.basis().rule().orElseThrow().handling()).isEqualTo(handling);
  }

  @ParameterizedTest(name = "{0} while busy, line says {1}, {2}: {3} because {4}")
  @CsvSource({
    "ALL,  AS_INSTRUCTED, STRANGER, desk+, ALL",
    "ALL,  VIP_ONLY,      STRANGER, desk,  BUSY_VIP_ONLY",
    "ALL,  VIP_ONLY,      VIP,      desk+, VIP_UNDER_ALL",
    "VIP,  VIP_ONLY,      VIP,      desk+, VIP_UNDER_VIP",
    "VIP,  VIP_ONLY,      STRANGER, desk,  NOT_VIP",
    "NONE, VIP_ONLY,      VIP,      desk,  VIP_UNDER_NOBODY",
    "ALL,  NOBODY,        VIP,      desk,  BUSY",
    "ALL,  NOBODY,        STRANGER, desk,  BUSY",
    "NONE, NOBODY,        STRANGER, desk,  NOBODY",
  })
  void theCalendarTakesPartAsTheLineSays(
      PutThrough putThrough, WhenBusy whenBusy, Who who, String expected, ReasonCode reason) {
    Line line =
        Lines.withBusy(Lines.line(handling(putThrough, PutThroughMode.ANNOUNCED)), whenBusy);
    LineSnapshot busy = Lines.busy(line, MONDAY_TEN, MONDAY_TEN.plusSeconds(3600));
    Decision decision = decide(who, busy, MONDAY_TEN);
    assertThat(told(decision)).isEqualTo(expected);
    assertThat(decision.basis().code()).isEqualTo(reason);
    if (reason == ReasonCode.BUSY || reason == ReasonCode.BUSY_VIP_ONLY) {
      assertThat(decision.basis().reason().arguments())
          .containsEntry(Reason.UNTIL, "2026-11-23T10:00:00Z");
    }
    Decision afterwards = decide(who, busy, MONDAY_TEN.plusSeconds(3600));
    Line careless = Lines.line(handling(putThrough, PutThroughMode.ANNOUNCED));
    assertThat(told(afterwards)).isEqualTo(told(decide(who, careless, MONDAY_TEN)));
    assertThat(afterwards.basis().code())
        .isEqualTo(decide(who, careless, MONDAY_TEN).basis().code());
  }

  @ParameterizedTest(name = "instruction {0}, VIP {1}, at night {2}: {3}")
  @CsvSource({
    "ANNOUNCED, DIRECT,    false, ladder",
    "DIRECT,    ANNOUNCED, false, desk+",
    "ANNOUNCED, DIRECT,    true,  ladder",
    "DIRECT,    ANNOUNCED, true,  ladder",
    "ANNOUNCED, ANNOUNCED, true,  voicemail",
  })
  void aVipsOwnWayComesBeforeTheInstructions(
      PutThroughMode instruction, PutThroughMode own, boolean night, String expected) {
    Line line =
        Lines.withHours(Lines.line(handling(PutThrough.ALL, instruction)), OutOfHours.VOICEMAIL);
    LineSnapshot snapshot =
        new LineSnapshot(
            line,
            List.of(),
            CallerMarks.ofCallers(Map.of(Lines.VIP, MarkedCaller.vip(own))),
            1,
            MONDAY_TEN);
    Decision decision = decide(Who.VIP, snapshot, night ? SUNDAY_NIGHT : MONDAY_TEN);
    assertThat(told(decision)).isEqualTo(expected);
  }

  @Test
  void theReasonNamesTheInstructionsThatHadToYield() {
    Line line = Lines.line(handling(PutThrough.ALL, PutThroughMode.ANNOUNCED));
    Instruction hour = once(3600);
    Instruction day = once(86_400);
    Instruction always =
        Lines.instruction(
            new Window.OpenEnded(Optional.empty()),
            handling(PutThrough.ALL, PutThroughMode.ANNOUNCED),
            MONDAY_TEN);
    Reason reason = decide(Who.STRANGER, line, MONDAY_TEN, always, day, hour).basis().reason();
    assertThat(reason.arguments())
        .containsEntry(Reason.WINDOW, "one-off")
        .containsEntry(Reason.OVERRULED, day.id() + "," + always.id());
  }

  private static Instruction once(int seconds) {
    return Lines.instruction(
        new Window.OneOff(MONDAY_TEN, MONDAY_TEN.plusSeconds(seconds)),
        handling(PutThrough.NONE, PutThroughMode.ANNOUNCED),
        MONDAY_TEN);
  }

  private static Decision decide(Who who, LineSnapshot snapshot, Instant at) {
    return RoutingPolicy.decide(who.calls(at), snapshot);
  }
}
