package io.permanence.routing;

import static io.permanence.routing.Lines.MONDAY_TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.Caller;
import io.permanence.model.call.ReasonCode;
import io.permanence.model.id.CallId;
import io.permanence.model.line.Handling;
import io.permanence.model.line.Instruction;
import io.permanence.model.line.LineSnapshot;
import io.permanence.model.line.PutThrough;
import io.permanence.model.line.PutThroughMode;
import io.permanence.model.line.Window;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WayTest {
  private static final Handling NOBODY = Lines.handling(PutThrough.NONE, PutThroughMode.ANNOUNCED);
  private static final Handling EVERYBODY =
      Lines.handling(PutThrough.ALL, PutThroughMode.ANNOUNCED, Lines.step(Lines.STRANGER));
  private static final Instant BEFORE = MONDAY_TEN.minusSeconds(60);

  @ParameterizedTest(name = "{0} because {1}: {2}")
  @CsvSource({
    "desk,      ALL,                   PUT_THROUGH",
    "ladder,    VIP_UNDER_VIP,         PUT_THROUGH",
    "desk,      NOT_VIP,               DESK",
    "desk,      NO_NUMBER_TO_RING,     DESK",
    "desk,      DEMO,                  DESK",
    "voicemail, OUT_OF_HOURS,          VOICEMAIL",
    "announce,  OUT_OF_HOURS,          MESSAGE",
    "announce,  WITHHELD_REFUSED,      MESSAGE",
    "announce,  BLOCKED,               BLOCKED",
    "voicemail, BLOCKED,               BLOCKED",
    "voicemail, FALLBACK,              UNDECIDED",
    "announce,  OVERLOAD,              UNDECIDED",
    "reject,    LOOP,                  UNDECIDED",
  })
  void aCallGoesOneWay(String decision, ReasonCode reason, Way way) {
    assertThat(Way.of(decision, reason)).isEqualTo(way);
  }

  private static Instruction oneOff(int minutes, Handling handling, Instant createdAt) {
    return Lines.instruction(
        new Window.OneOff(BEFORE, BEFORE.plusSeconds(minutes * 60L)), handling, createdAt);
  }

  private static Way way(LineSnapshot snapshot) {
    return Way.of(
        RoutingPolicy.decide(
            IncomingCall.from(CallId.random(), new Caller.Known(Lines.STRANGER), MONDAY_TEN),
            snapshot));
  }

  @Test
  void whatYieldsSaysToWhat() {
    Instruction open =
        Lines.instruction(new Window.OpenEnded(Optional.empty()), NOBODY, MONDAY_TEN);
    Instruction longer = oneOff(90, NOBODY, MONDAY_TEN);
    Instruction older = oneOff(60, NOBODY, BEFORE);
    Instruction winner = oneOff(60, EVERYBODY, MONDAY_TEN);
    LineSnapshot snapshot = Lines.snapshot(Lines.line(NOBODY), open, older, longer, winner);
    assertThat(Overruled.at(snapshot, MONDAY_TEN))
        .containsExactly(
            new Overruled(older, Overruled.Why.NEWER),
            new Overruled(longer, Overruled.Why.SHORTER),
            new Overruled(open, Overruled.Why.KIND));
    Instruction newerOpen =
        Lines.instruction(
            new Window.OpenEnded(Optional.empty()), NOBODY, MONDAY_TEN.plusSeconds(1));
    assertThat(Overruled.at(Lines.snapshot(Lines.line(NOBODY), open, newerOpen), MONDAY_TEN))
        .containsExactly(new Overruled(open, Overruled.Why.NEWER));
    assertThat(Overruled.at(Lines.snapshot(Lines.line(NOBODY)), MONDAY_TEN)).isEmpty();
  }

  @Test
  void aDraftIsLaidOverWhatIsStoredAndTakesThePlaceOfItsOwn() {
    Instruction stored = oneOff(60, NOBODY, BEFORE);
    LineSnapshot line = Lines.snapshot(Lines.line(NOBODY), stored);
    Instruction more = oneOff(60, EVERYBODY, MONDAY_TEN);
    assertThat(way(line)).isEqualTo(Way.DESK);
    assertThat(way(Draft.over(line, more))).isEqualTo(Way.PUT_THROUGH);
    assertThat(Draft.over(line, more).instructions()).hasSize(2);
    Instruction edited =
        new Instruction(stored.id(), 4, stored.window(), EVERYBODY, stored.createdAt());
    assertThat(Draft.over(line, edited).instructions()).containsExactly(edited);
    assertThat(line.instructions()).containsExactly(stored);
  }
}
