package io.permanence.callrouter.journal;

import io.permanence.callrouter.journal.OutgoingLegs.Permit;
import io.permanence.callrouter.routing.Decision;
import io.permanence.callrouter.routing.Ladder;
import io.permanence.callrouter.routing.Ladder.Next;
import io.permanence.model.call.CallEventKind;
import io.permanence.model.call.StepOutcome;
import io.permanence.model.line.LadderStep;
import io.permanence.model.outgoing.OutgoingLeg.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Climbs a ladder: notes how each rung ended and finds the next that may be rung. A number that the
 * toll fence refuses counts as unreachable; when a cap of the customer's day is reached the rung
 * counts as refused, and the ladder is at its end, because no other rung could be rung either.
 */
final class LadderRun {
  private final CallJournal journal;
  private final OutgoingLegs legs;

  LadderRun(CallJournal journal, OutgoingLegs legs) {
    this.journal = journal;
    this.legs = legs;
  }

  /** What is done next. */
  sealed interface Move {
    /** Ring this rung, from 0. */
    record Ring(int index, int ringSeconds, Permit.Granted granted) implements Move {}

    /** Nobody was reached. */
    record Exhausted() implements Move {}

    /** The rung sends the caller to voicemail. */
    record Voicemail() implements Move {}
  }

  Move next(LiveCall call, Decision.Ladder ladder, int step, StepWord word, Instant now) {
    List<LadderStep> steps = ladder.steps();
    if (step == 0) {
      return climb(call, steps, Ladder.first(steps), now);
    }
    StepOutcome outcome = legs.cameBack(call.id()) ? StepOutcome.LOOP : word.outcome();
    legs.ended(call.id());
    legs.rungOver(call, now);
    note(call, steps, step - 1, outcome, Map.of(), now);
    return climb(call, steps, Ladder.next(steps, step - 1, outcome), now);
  }

  private Move climb(LiveCall call, List<LadderStep> steps, Next first, Instant now) {
    Next next = first;
    while (next instanceof Next.Ring(int index, LadderStep step)) {
      switch (legs.permit(call, step.number(), Purpose.PUT_THROUGH, now)) {
        case Permit.Granted granted -> {
          return new Move.Ring(index, step.ringSeconds(), granted);
        }
        case Permit.Refused refused -> {
          Map<String, String> why = Map.of("fence", refused.why().wireName());
          if (refused.why().capReached()) {
            note(call, steps, index, StepOutcome.REFUSED, why, now);
            return new Move.Exhausted();
          }
          note(call, steps, index, StepOutcome.UNREACHABLE, why, now);
          next = Ladder.next(steps, index, StepOutcome.UNREACHABLE);
        }
      }
    }
    return next instanceof Next.Voicemail ? new Move.Voicemail() : new Move.Exhausted();
  }

  /** Notes it once: Asterisk says it in more than one way. */
  void answered(LiveCall call, int step, Instant at) {
    boolean known =
        journal
            .progress(call.id())
            .filter(each -> each.step() != CallProgress.Step.DECIDED)
            .isPresent();
    if (known) {
      return;
    }
    legs.ended(call.id());
    List<LadderStep> steps =
        call.decision() instanceof Decision.Ladder ladder ? ladder.steps() : List.of();
    note(call, steps, step - 1, StepOutcome.ANSWERED, Map.of(), at);
    journal.append(call.id(), CallEventKind.PUT_THROUGH, at, number(steps, step - 1));
  }

  private void note(
      LiveCall call,
      List<LadderStep> steps,
      int index,
      StepOutcome outcome,
      Map<String, String> more,
      Instant at) {
    Map<String, String> details = new TreeMap<>(more);
    details.putAll(number(steps, index));
    details.put("step", Integer.toString(index + 1));
    details.put("outcome", outcome.wireName());
    journal.append(call.id(), CallEventKind.LADDER_STEP, at, details);
  }

  private static Map<String, String> number(List<LadderStep> steps, int index) {
    return index >= 0 && index < steps.size()
        ? Map.of("number", steps.get(index).numberId().toString())
        : Map.of();
  }
}
