package io.permanence.callrouter.journal;

import io.permanence.callrouter.journal.OutgoingLegs.Permit;
import io.permanence.model.call.CallEventKind;
import io.permanence.model.call.StepOutcome;
import io.permanence.model.line.LadderStep;
import io.permanence.model.line.TollRefusal;
import io.permanence.model.outgoing.OutgoingLeg.Purpose;
import io.permanence.routing.Decision;
import io.permanence.routing.Ladder;
import io.permanence.routing.Ladder.Next;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
    /** Ring this rung, from 0; at least one of its numbers may be rung. */
    record Ring(int index, int ringSeconds, List<Permit.Granted> granted) implements Move {}

    /** Nobody was reached. */
    record Exhausted() implements Move {}

    /** The rung sends the caller to voicemail. */
    record Voicemail() implements Move {}
  }

  /** What is done first. */
  Move first(LiveCall call, Decision.Ladder ladder, Instant now) {
    return climb(call, ladder.steps(), Ladder.first(ladder.steps()), now);
  }

  /**
   * What is done next.
   *
   * @param step the rung that ended, from 1
   */
  Move next(LiveCall call, Decision.Ladder ladder, int step, StepWord word, Instant now) {
    StepOutcome outcome = over(call, step, word, now);
    return climb(call, ladder.steps(), Ladder.next(ladder.steps(), step - 1, outcome), now);
  }

  /** A rung has ended; its ladder need not be climbed any further. */
  StepOutcome over(LiveCall call, int step, StepWord word, Instant now) {
    StepOutcome outcome = legs.cameBack(call.id()) ? StepOutcome.LOOP : word.outcome();
    legs.ended(call.id());
    legs.rungOver(call, now);
    note(call, steps(call), step - 1, outcome, Map.of(), now);
    return outcome;
  }

  private Move climb(LiveCall call, List<LadderStep> steps, Next first, Instant now) {
    Next next = first;
    while (next instanceof Next.Ring(int index, LadderStep step)) {
      Asked asked = ask(call, step, now);
      if (!asked.granted().isEmpty()) {
        return new Move.Ring(index, step.ringSeconds(), asked.granted());
      }
      if (asked.capReached()) {
        note(call, steps, index, StepOutcome.REFUSED, asked.why(), now);
        return new Move.Exhausted();
      }
      note(call, steps, index, StepOutcome.UNREACHABLE, asked.why(), now);
      next = Ladder.next(steps, index, StepOutcome.UNREACHABLE);
    }
    return next instanceof Next.Voicemail ? new Move.Voicemail() : new Move.Exhausted();
  }

  /** What the toll fence said to the numbers of a rung; refused only when all were. */
  private record Asked(List<Permit.Granted> granted, Optional<TollRefusal> refused) {
    boolean capReached() {
      return refused.filter(TollRefusal::capReached).isPresent();
    }

    Map<String, String> why() {
      return refused.map(each -> Map.of("fence", each.wireName())).orElse(Map.of());
    }
  }

  private Asked ask(LiveCall call, LadderStep step, Instant now) {
    List<Permit.Granted> granted = new ArrayList<>();
    Optional<TollRefusal> refused = Optional.empty();
    for (LadderStep.Target target : step.targets()) {
      switch (legs.permit(call, target.number(), Purpose.PUT_THROUGH, now)) {
        case Permit.Granted each -> granted.add(each);
        case Permit.Refused each -> refused = Optional.of(each.why());
      }
    }
    return new Asked(granted, refused);
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
    List<LadderStep> steps = steps(call);
    note(call, steps, step - 1, StepOutcome.ANSWERED, Map.of(), at);
    journal.append(call.id(), CallEventKind.PUT_THROUGH, at, number(steps, step - 1));
  }

  private static List<LadderStep> steps(LiveCall call) {
    return call.decision() instanceof Decision.Ladder ladder ? ladder.steps() : List.of();
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

  private static String ids(LadderStep step) {
    return step.targets().stream()
        .map(target -> target.id().toString())
        .collect(Collectors.joining(","));
  }

  private static Map<String, String> number(List<LadderStep> steps, int index) {
    return index >= 0 && index < steps.size() ? Map.of("number", ids(steps.get(index))) : Map.of();
  }
}
