package io.permanence.portal.line;

import io.permanence.model.line.Handling;
import java.util.List;
import java.util.Optional;

/** A line's standing default as the contract shows it. */
record HandlingView(
    String putThrough,
    String mode,
    String greeting,
    Optional<String> message,
    List<StepView> ladder,
    Optional<String> secretaryNotes) {
  static HandlingView of(Handling handling) {
    return new HandlingView(
        handling.putThrough().name(),
        handling.mode().name(),
        handling.greeting(),
        handling.message(),
        handling.ladder().stream().map(StepView::of).toList(),
        handling.notes());
  }
}
