package io.permanence.callrouter.floor;

import io.permanence.callrouter.desk.Attempt;
import io.permanence.callrouter.desk.Onward;
import io.permanence.callrouter.desk.Rung;
import io.permanence.callrouter.journal.LiveCall;
import io.permanence.model.call.StepOutcome;
import io.permanence.model.id.ForwardingNumberId;
import io.permanence.model.line.Handling;
import io.permanence.model.line.LadderStep;
import io.permanence.routing.Decision;
import io.permanence.routing.Ladder;
import java.util.List;
import java.util.Optional;

/** What the secretary works with, by the call's decision. */
public final class Ladders {
  private Ladders() {}

  /** Greeting, message and ladder of a call that came to the desk. */
  public static Handling handling(LiveCall call) {
    return switch (call.decision()) {
      case Decision.ToDesk toDesk -> toDesk.handling();
      case Decision.Ladder ladder -> ladder.handling();
      case Decision.Announce announce -> call.snapshot().standing().handling();
      case Decision.Voicemail voicemail -> call.snapshot().standing().handling();
      case Decision.Reject reject -> call.snapshot().standing().handling();
    };
  }

  /** Whether she may put this caller through. */
  public static boolean mayPutThrough(LiveCall call) {
    return switch (call.decision()) {
      case Decision.ToDesk toDesk -> toDesk.mayPutThrough();
      case Decision.Ladder ladder -> true;
      case Decision.Announce announce -> false;
      case Decision.Voicemail voicemail -> false;
      case Decision.Reject reject -> false;
    };
  }

  /** Whether the caller is a VIP. */
  public static boolean vip(LiveCall call) {
    return switch (call.decision()) {
      case Decision.ToDesk toDesk -> toDesk.vip();
      case Decision.Ladder ladder -> ladder.vip();
      case Decision.Announce announce -> false;
      case Decision.Voicemail voicemail -> false;
      case Decision.Reject reject -> false;
    };
  }

  /** The step of the ladder with that number. */
  public static Optional<LadderStep> step(LiveCall call, ForwardingNumberId number) {
    return handling(call).ladder().stream()
        .filter(step -> target(step, number).isPresent())
        .findFirst();
  }

  /** The number of that step which the secretary chose. */
  public static Optional<LadderStep.Target> target(LadderStep step, ForwardingNumberId number) {
    return step.targets().stream().filter(each -> each.id().equals(number)).findFirst();
  }

  /** The first rung of the ladder, when there is one. */
  public static Optional<Rung> first(LiveCall call) {
    return Ladder.first(handling(call).ladder()) instanceof Ladder.Next.Ring ring
        ? Optional.of(rung(ring.index(), ring.step()))
        : Optional.empty();
  }

  /** The first rung with that number. */
  public static Optional<Rung> rung(LiveCall call, ForwardingNumberId number) {
    List<LadderStep> steps = handling(call).ladder();
    return step(call, number).map(step -> rung(steps.indexOf(step), step));
  }

  /** All numbers of a step, to be rung at once. */
  private static Rung rung(int place, LadderStep step) {
    return new Rung(
        place, step.targets().stream().map(LadderStep.Target::id).toList(), step.ringSeconds());
  }

  /**
   * What the ladder says after a rung that was not reached (A4). By the rung's place, because a
   * number may stand in several; only of one found ringing after a restart the number has to tell.
   *
   * @param number any of the rung's
   */
  static Onward onward(
      LiveCall call, int place, ForwardingNumberId number, Attempt.Outcome outcome) {
    int index = place == Rung.NOWHERE ? rung(call, number).map(Rung::place).orElse(place) : place;
    return switch (Ladder.next(handling(call).ladder(), index, outcome(outcome))) {
      case Ladder.Next.Ring ring -> new Onward.Ring(rung(ring.index(), ring.step()));
      case Ladder.Next.Desk desk -> new Onward.Back();
      case Ladder.Next.Voicemail voicemail -> new Onward.Voicemail();
    };
  }

  private static StepOutcome outcome(Attempt.Outcome outcome) {
    return switch (outcome) {
      case ANSWERED -> StepOutcome.ANSWERED;
      case BUSY -> StepOutcome.BUSY;
      case NO_ANSWER -> StepOutcome.NO_ANSWER;
      case REFUSED -> StepOutcome.REFUSED;
      case FAILED -> StepOutcome.UNREACHABLE;
    };
  }
}
