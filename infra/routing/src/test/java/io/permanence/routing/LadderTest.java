package io.permanence.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.call.StepOutcome;
import io.permanence.model.id.ForwardingNumberId;
import io.permanence.model.line.LadderStep;
import io.permanence.model.line.LadderStep.After;
import io.permanence.model.line.LadderStep.Then;
import io.permanence.routing.Ladder.Next;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {
  private static LadderStep step(After after) {
    return LadderStep.of(ForwardingNumberId.random(), Lines.MOBILE, 20, after);
  }

  @ParameterizedTest(name = "{0}, {1}, {2}, {3}; {4} on rung {5} of 2: {6}")
  @CsvSource({
    // no answer, busy, refused, unreachable
    "NEXT, DESK, DESK, DESK, NO_ANSWER, 0, ring 1",
    "NEXT, DESK, DESK, DESK, LOOP, 0, ring 1",
    "DESK, NEXT, DESK, DESK, BUSY, 0, ring 1",
    "DESK, DESK, NEXT, DESK, REFUSED, 0, ring 1",
    "DESK, DESK, DESK, NEXT, UNREACHABLE, 0, ring 1",
    "DESK, NEXT, NEXT, NEXT, NO_ANSWER, 0, desk",
    "NEXT, DESK, NEXT, NEXT, BUSY, 0, desk",
    "NEXT, NEXT, DESK, NEXT, REFUSED, 0, desk",
    "NEXT, NEXT, NEXT, DESK, UNREACHABLE, 0, desk",
    "VOICEMAIL, NEXT, NEXT, NEXT, LOOP, 0, voicemail",
    "NEXT, VOICEMAIL, NEXT, NEXT, BUSY, 0, voicemail",
    "NEXT, NEXT, VOICEMAIL, NEXT, REFUSED, 0, voicemail",
    "NEXT, NEXT, NEXT, VOICEMAIL, UNREACHABLE, 0, voicemail",
    "NEXT, NEXT, NEXT, NEXT, NO_ANSWER, 1, desk",
    "NEXT, NEXT, NEXT, NEXT, BUSY, 1, desk",
    "NEXT, NEXT, NEXT, NEXT, ANSWERED, 0, desk",
    "NEXT, NEXT, NEXT, NEXT, NO_ANSWER, 2, desk",
    "NEXT, NEXT, NEXT, NEXT, NO_ANSWER, 7, desk",
    "NEXT, NEXT, NEXT, NEXT, NO_ANSWER, -1, desk",
  })
  void everyOutcomeHasItsNextStep(
      Then noAnswer,
      Then busy,
      Then refused,
      Then unreachable,
      StepOutcome outcome,
      int rung,
      String expected) {
    LadderStep step = step(new After(noAnswer, busy, refused, unreachable));
    assertThat(told(Ladder.next(List.of(step, step), rung, outcome))).isEqualTo(expected);
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
    List<LadderStep> steps = rungs.stream().map(then -> step(After.all(then))).toList();
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
