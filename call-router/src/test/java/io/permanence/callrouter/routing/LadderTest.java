package io.permanence.callrouter.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.callrouter.routing.Ladder.Next;
import io.permanence.model.call.StepOutcome;
import io.permanence.model.id.ForwardingNumberId;
import io.permanence.model.line.LadderStep;
import io.permanence.model.line.LadderStep.Then;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {
  private static LadderStep step(Then onNoAnswer, Then onBusy) {
    return new LadderStep(ForwardingNumberId.random(), Lines.MOBILE, 20, onNoAnswer, onBusy);
  }

  @ParameterizedTest(name = "no answer → {0}, busy → {1}; {2} on rung {3} of 2: {4}")
  @CsvSource({
    "NEXT, DESK, NO_ANSWER, 0, ring 1",
    "NEXT, DESK, UNREACHABLE, 0, ring 1",
    "NEXT, DESK, LOOP, 0, ring 1",
    "NEXT, DESK, BUSY, 0, desk",
    "NEXT, DESK, REFUSED, 0, desk",
    "DESK, NEXT, BUSY, 0, ring 1",
    "DESK, NEXT, REFUSED, 0, ring 1",
    "DESK, NEXT, NO_ANSWER, 0, desk",
    "VOICEMAIL, NEXT, NO_ANSWER, 0, voicemail",
    "NEXT, VOICEMAIL, BUSY, 0, voicemail",
    "NEXT, NEXT, NO_ANSWER, 1, desk",
    "NEXT, NEXT, BUSY, 1, desk",
    "VOICEMAIL, VOICEMAIL, LOOP, 1, voicemail",
    "NEXT, NEXT, ANSWERED, 0, desk",
    "NEXT, NEXT, NO_ANSWER, 7, desk",
    "NEXT, NEXT, NO_ANSWER, -1, desk",
  })
  void everyOutcomeHasItsNextStep(
      Then onNoAnswer, Then onBusy, StepOutcome outcome, int rung, String expected) {
    List<LadderStep> steps = List.of(step(onNoAnswer, onBusy), step(onNoAnswer, onBusy));
    assertThat(told(Ladder.next(steps, rung, outcome))).isEqualTo(expected);
  }

  private static String told(Next next) {
    return switch (next) {
      case Next.Ring ring -> "ring " + ring.index();
      case Next.Desk desk -> "desk";
      case Next.Voicemail voicemail -> "voicemail";
    };
  }

  @Test
  void anEmptyLadderIsExhausted() {
    assertThat(Ladder.first(List.of())).isInstanceOf(Next.Desk.class);
  }

  @Property
  void everyLadderEndsAfterAtMostItsRungs(
      @ForAll @Size(max = 10) List<Then> rungs,
      @ForAll @Size(min = 11, max = 11) List<StepOutcome> outcomes) {
    List<LadderStep> steps = rungs.stream().map(then -> step(then, then)).toList();
    Next next = Ladder.first(steps);
    int rung = 0;
    while (next instanceof Next.Ring(int index, LadderStep step)) {
      assertThat(index).isEqualTo(rung);
      assertThat(step).isEqualTo(steps.get(rung));
      next = Ladder.next(steps, rung, outcomes.get(rung));
      rung++;
    }
    assertThat(rung).isLessThanOrEqualTo(steps.size());
  }
}
