package io.permanence.portal.line;

import io.permanence.model.line.LadderStep;
import java.util.List;
import java.util.UUID;

/** A rung of a ladder as the contract shows it. */
public record StepView(
    UUID forwardingNumberId,
    List<UUID> alsoRings,
    int ringSeconds,
    String onNoAnswer,
    String onBusy,
    String onRefused,
    String onUnreachable) {
  /** The view of a rung. */
  public static StepView of(LadderStep step) {
    return new StepView(
        step.targets().getFirst().id().value(),
        step.targets().stream().skip(1).map(target -> target.id().value()).toList(),
        step.ringSeconds(),
        step.after().noAnswer().name(),
        step.after().busy().name(),
        step.after().refused().name(),
        step.after().unreachable().name());
  }
}
