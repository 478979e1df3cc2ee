package io.permanence.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.call.Reason;
import io.permanence.model.call.ReasonCode;
import io.permanence.model.id.InstructionId;
import io.permanence.model.line.Handling;
import io.permanence.model.line.Instruction;
import io.permanence.model.line.Line;
import io.permanence.model.line.LineSnapshot;
import io.permanence.model.line.PutThrough;
import io.permanence.model.line.PutThroughMode;
import io.permanence.model.line.Rule;
import io.permanence.model.line.Window;
import io.permanence.routing.Prompt.Stock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was decided before a restart stays decided, whatever the customer changed meanwhile. */
class RestorationTest {
  private static final Line LINE =
      Lines.line(Lines.handling(PutThrough.NONE, PutThroughMode.ANNOUNCED));
  private static final InstructionId ID = InstructionId.random();

  /** What the customer did to the instruction while the service was not there. */
  enum Change {
    NOTHING,
    NOBODY_ANY_MORE,
    EVERYBODY_DIRECTLY,
    CHANGED_AND_OUTRANKED,
    DELETED
  }

  @ParameterizedTest(name = "{0} {1}, {2}, then {3}: {4}")
  @CsvSource({
    "ALL,  DIRECT,    STRANGER, NOTHING,            ladder",
    "ALL,  DIRECT,    STRANGER, NOBODY_ANY_MORE,    desk that may put through",
    "ALL,  DIRECT,    STRANGER, EVERYBODY_DIRECTLY, desk that may put through",
    "ALL,  DIRECT,    STRANGER, CHANGED_AND_OUTRANKED, desk that may put through",
    "ALL,  DIRECT,    STRANGER, DELETED,            desk that may put through",
    "ALL,  ANNOUNCED, STRANGER, NOTHING,            desk that may put through",
    "ALL,  ANNOUNCED, STRANGER, NOBODY_ANY_MORE,    desk that may put through",
    "ALL,  ANNOUNCED, STRANGER, EVERYBODY_DIRECTLY, desk that may put through",
    "VIP,  ANNOUNCED, STRANGER, EVERYBODY_DIRECTLY, desk",
    "VIP,  ANNOUNCED, VIP,      NOBODY_ANY_MORE,    desk that may put through",
    "NONE, ANNOUNCED, STRANGER, EVERYBODY_DIRECTLY, desk",
    "NONE, ANNOUNCED, STRANGER, DELETED,            desk",
    "NONE, ANNOUNCED, VIP,      EVERYBODY_DIRECTLY, desk",
    "NONE, ANNOUNCED, BLOCKED,  EVERYBODY_DIRECTLY, announce",
  })
  void decisionReasonAndEditionAreThoseOfTheJournal(
      PutThrough putThrough, PutThroughMode mode, Who who, Change change, String expected) {
    IncomingCall call = who.calls(Lines.MONDAY_TEN.plusSeconds(60));
    Handling before = Lines.handling(putThrough, mode, Lines.step(Lines.MOBILE));
    Decision first = RoutingPolicy.decide(call, Lines.snapshot(LINE, edition(3, before)));
    Decision restored = Restoration.of(call, today(change, before), stored(first));
    assertThat(told(restored)).isEqualTo(expected);
    assertThat(restored.basis().reason()).isEqualTo(first.basis().reason());
    assertThat(restored.basis().instruction()).isEqualTo(first.basis().instruction());
    assertThat(restored.basis().rule().flatMap(Rule::id))
        .as("the words are those of the instruction as it is now")
        .isEqualTo(change == Change.DELETED ? Optional.empty() : Optional.of(ID));
    if (first instanceof Decision.ToDesk was && restored instanceof Decision.ToDesk is) {
      assertThat(is.vip()).isEqualTo(was.vip());
      assertThat(is.mayPutThrough()).isEqualTo(was.mayPutThrough());
    }
  }

  @ParameterizedTest(name = "{0} because {1}: {2}")
  @CsvSource({
    "announce,  OUT_OF_HOURS,          CLOSED",
    "voicemail, OUT_OF_HOURS,          CLOSED_VOICEMAIL",
    "announce,  BLOCKED,               BLOCKED",
    "voicemail, BLOCKED,               VOICEMAIL",
    "announce,  WITHHELD_REFUSED,      WITHHELD",
    "voicemail, WITHHELD_TO_VOICEMAIL, VOICEMAIL",
    "voicemail, FALLBACK,              VOICEMAIL",
    "announce,  OVERLOAD,              ALL_LINES_BUSY",
  })
  void theCallerHearsOnWhatWasSaid(String decision, ReasonCode reason, Stock message) {
    Decision restored = restored(Who.STRANGER, decision, reason);
    assertThat(restored.name()).isEqualTo(decision);
    assertThat(
            restored instanceof Decision.Voicemail voicemail
                ? voicemail.message()
                : ((Decision.Announce) restored).message())
        .isEqualTo(message);
  }

  @ParameterizedTest(name = "{0} today, {1} then: VIP {2}")
  @CsvSource({
    "STRANGER, VIP_UNDER_ALL,     true",
    "STRANGER, VIP_UNDER_NOBODY,  true",
    "STRANGER, NO_NUMBER_TO_RING, false",
    "VIP,      ALL,               false",
    "VIP,      NOT_VIP,           false",
    "VIP,      NO_NUMBER_TO_RING, true",
  })
  void theReasonTellsWhoWasAVipAndElseTheMarkOfToday(Who who, ReasonCode reason, boolean vip) {
    assertThat(((Decision.ToDesk) restored(who, "desk", reason)).vip()).isEqualTo(vip);
  }

  private static Decision restored(Who who, String decision, ReasonCode reason) {
    Stored stored = new Stored(decision, Reason.of(reason), Optional.empty());
    return Restoration.of(who.calls(Lines.MONDAY_TEN), Lines.snapshot(LINE), stored);
  }

  @Test
  void theLadderOfTheStandingDefaultIsClimbedOn() {
    LineSnapshot line =
        Lines.snapshot(
            Lines.line(
                Lines.handling(PutThrough.ALL, PutThroughMode.DIRECT, Lines.step(Lines.MOBILE))));
    IncomingCall call = Who.STRANGER.calls(Lines.MONDAY_TEN);
    assertThat(Restoration.of(call, line, stored(RoutingPolicy.decide(call, line))))
        .isInstanceOf(Decision.Ladder.class);
  }

  @Test
  void theInstructionsThatHadToYieldStayNamedWhileTheyAreThere() {
    Handling any = Lines.handling(PutThrough.NONE, PutThroughMode.ANNOUNCED);
    Instruction always = edition(3, any);
    Instruction day = once(86_400, any);
    Instruction hour = once(3600, any);
    IncomingCall call = Who.STRANGER.calls(Lines.MONDAY_TEN);
    Decision first = RoutingPolicy.decide(call, Lines.snapshot(LINE, always, day, hour));
    assertThat(first.basis().overruled()).containsExactly(day, always);
    Instruction minute = once(60, any);
    assertThat(overruled(call, first, always, day, hour, minute)).containsExactly(day, always);
    assertThat(overruled(call, first, always, hour)).containsExactly(always);
  }

  private static List<Instruction> overruled(
      IncomingCall call, Decision first, Instruction... today) {
    return Restoration.of(call, Lines.snapshot(LINE, today), stored(first)).basis().overruled();
  }

  private static Instruction once(int seconds, Handling handling) {
    return Lines.instruction(
        new Window.OneOff(Lines.MONDAY_TEN, Lines.MONDAY_TEN.plusSeconds(seconds)),
        handling,
        Lines.MONDAY_TEN);
  }

  private static Stored stored(Decision decision) {
    return new Stored(decision.name(), decision.basis().reason(), decision.basis().instruction());
  }

  private static String told(Decision decision) {
    return decision instanceof Decision.ToDesk desk && desk.mayPutThrough()
        ? "desk that may put through"
        : decision.name();
  }

  private static LineSnapshot today(Change change, Handling before) {
    return switch (change) {
      case NOTHING -> Lines.snapshot(LINE, edition(3, before));
      case NOBODY_ANY_MORE ->
          Lines.snapshot(
              LINE, edition(4, Lines.handling(PutThrough.NONE, PutThroughMode.ANNOUNCED)));
      case EVERYBODY_DIRECTLY ->
          Lines.snapshot(
              LINE,
              edition(
                  4,
                  Lines.handling(PutThrough.ALL, PutThroughMode.DIRECT, Lines.step(Lines.OFFICE))));
      case CHANGED_AND_OUTRANKED -> Lines.snapshot(LINE, edition(4, before), once(3600, before));
      case DELETED -> Lines.snapshot(LINE);
    };
  }

  private static Instruction edition(int version, Handling handling) {
    return new Instruction(
        ID, version, new Window.OpenEnded(Optional.empty()), handling, Lines.MONDAY_TEN);
  }
}
