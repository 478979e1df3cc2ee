package io.permanence.portal.line;

import io.permanence.model.line.Handling;
import io.permanence.model.line.LadderStep;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A line's standing default as the contract shows it. */
record HandlingView(
    String putThrough,
    String mode,
    String greeting,
    Optional<String> message,
    List<Step> ladder,
    Optional<String> secretaryNotes) {
  record Step(UUID forwardingNumberId, int ringSeconds, String onNoAnswer, String onBusy) {
    static Step of(LadderStep step) {
      return new Step(
          step.numberId().value(),
          step.ringSeconds(),
          step.onNoAnswer().name(),
          step.onBusy().name());
    }
  }

  static HandlingView of(Handling handling) {
    return new HandlingView(
        handling.putThrough().name(),
        handling.mode().name(),
        handling.greeting(),
        handling.message(),
        handling.ladder().stream().map(Step::of).toList(),
        handling.notes());
  }
}
