package io.permanence.routing;

import io.permanence.model.call.StepOutcome;
import io.permanence.model.line.LadderStep;
import io.permanence.model.line.LadderStep.Then;
import java.util.List;

/**
 * What comes after each rung of the forwarding ladder (A4). There is always something:
 *
 * <table>
 *   <caption>After a rung</caption>
 *   <tr><th>outcome</th><th>followed by</th></tr>
 *   <tr><td>no answer</td><td>the rung's <em>no answer</em></td></tr>
 *   <tr><td>busy</td><td>the rung's <em>busy</em></td></tr>
 *   <tr><td>refused</td><td>the rung's <em>refused</em></td></tr>
 *   <tr><td>unreachable</td><td>the rung's <em>unreachable</em></td></tr>
 *   <tr><td>loop</td><td>the rung's <em>no answer</em> (A15)</td></tr>
 *   <tr><td>answered</td><td>the desk: whoever asks again after an answer has lost the customer</td></tr>
 * </table>
 *
 * <p>{@link Then#NEXT} after the last rung means the desk. A rung is only ever followed by a later
 * one, so every ladder ends.
 */
public final class Ladder {
  private Ladder() {}

  /** What is done next with the caller. */
  public sealed interface Next {
    /** Ring this rung, the {@code index}th from 0. */
    record Ring(int index, LadderStep step) implements Next {}

    /** The ladder is at its end: a secretary. */
    record Desk() implements Next {}

    /** The customer's voicemail. */
    record Voicemail() implements Next {}
  }

  /** The first thing to do with a ladder; an empty one is exhausted. */
  public static Next first(List<LadderStep> steps) {
    return from(steps, 0);
  }

  /**
   * What follows the rung at {@code index} after its outcome.
   *
   * @param index of the rung that was rung; one outside the ladder is answered with the desk,
   *     because the ladder may have been changed while it rang
   */
  public static Next next(List<LadderStep> steps, int index, StepOutcome outcome) {
    if (index < 0 || index >= steps.size() || outcome == StepOutcome.ANSWERED) {
      return new Next.Desk();
    }
    return switch (then(steps.get(index), outcome)) {
      case NEXT -> from(steps, index + 1);
      case DESK -> new Next.Desk();
      case VOICEMAIL -> new Next.Voicemail();
    };
  }

  private static Then then(LadderStep step, StepOutcome outcome) {
    return switch (outcome) {
      case BUSY -> step.after().busy();
      case REFUSED -> step.after().refused();
      case UNREACHABLE -> step.after().unreachable();
      case NO_ANSWER, LOOP -> step.after().noAnswer();
      case ANSWERED -> Then.DESK;
    };
  }

  private static Next from(List<LadderStep> steps, int index) {
    return index < steps.size() ? new Next.Ring(index, steps.get(index)) : new Next.Desk();
  }
}
