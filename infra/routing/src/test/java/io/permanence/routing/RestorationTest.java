package io.permanence.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.Caller;
import io.permanence.model.PhoneNumber;
import io.permanence.model.id.CallId;
import io.permanence.model.id.InstructionId;
import io.permanence.model.line.Handling;
import io.permanence.model.line.Instruction;
import io.permanence.model.line.Line;
import io.permanence.model.line.LineSnapshot;
import io.permanence.model.line.PutThrough;
import io.permanence.model.line.PutThroughMode;
import io.permanence.model.line.Window;
import java.util.Optional;
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
    DELETED
  }

  @ParameterizedTest(name = "{0} {1}, {2}, then {3}: {4}")
  @CsvSource({
    "ALL,  DIRECT,    STRANGER, NOTHING,            ladder",
    "ALL,  DIRECT,    STRANGER, NOBODY_ANY_MORE,    desk that may put through",
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
      PutThrough putThrough, PutThroughMode mode, String who, Change change, String expected) {
    IncomingCall call =
        IncomingCall.from(
            CallId.random(), new Caller.Known(number(who)), Lines.MONDAY_TEN.plusSeconds(60));
    Handling before = Lines.handling(putThrough, mode, Lines.step(Lines.MOBILE));
    Decision first = RoutingPolicy.decide(call, Lines.snapshot(LINE, edition(3, before)));
    Stored stored = new Stored(first.name(), first.basis().reason(), first.basis().instruction());
    Decision restored = Restoration.of(call, today(change, before), stored);
    assertThat(told(restored)).isEqualTo(expected);
    assertThat(restored.basis().reason()).isEqualTo(first.basis().reason());
    assertThat(restored.basis().instruction()).isEqualTo(first.basis().instruction());
    if (first instanceof Decision.ToDesk was && restored instanceof Decision.ToDesk is) {
      assertThat(is.vip()).isEqualTo(was.vip());
      assertThat(is.mayPutThrough()).isEqualTo(was.mayPutThrough());
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"voicemail", "announce"})
  void whatTheOverloadDidStays(String decision) {
    IncomingCall call =
        IncomingCall.from(CallId.random(), new Caller.Known(Lines.STRANGER), Lines.MONDAY_TEN);
    Stored stored =
        new Stored(decision, RoutingPolicy.overload().basis().reason(), Optional.empty());
    assertThat(Restoration.of(call, Lines.snapshot(LINE), stored).name()).isEqualTo(decision);
  }

  private static PhoneNumber number(String who) {
    return switch (who) {
      case "VIP" -> Lines.VIP;
      case "BLOCKED" -> Lines.BLOCKED;
      default -> Lines.STRANGER;
    };
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
      case DELETED -> Lines.snapshot(LINE);
    };
  }

  private static Instruction edition(int version, Handling handling) {
    return new Instruction(
        ID, version, new Window.OpenEnded(Optional.empty()), handling, Lines.MONDAY_TEN);
  }
}
