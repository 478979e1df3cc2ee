package io.permanence.routing;

import io.permanence.model.call.Reason;
import io.permanence.model.line.LineSnapshot;
import io.permanence.model.line.Rule;
import io.permanence.routing.Basis.Governing;
import java.util.Optional;

/**
 * What the journal has of a decision (A10): it is read again when a call is taken up after a
 * restart, and stays as it was told.
 *
 * @param decision its name, for example {@code desk}
 * @param instruction absent when the standing default, or nothing, governed
 */
public record Stored(String decision, Reason reason, Optional<Governing> instruction) {
  /**
   * The rule that governed, when the line still has it as it was; of the standing default no
   * edition is stored, so it counts as it is.
   */
  Optional<Rule> unchanged(LineSnapshot line) {
    return instruction.isEmpty()
        ? Optional.of(line.standing())
        : instruction.flatMap(
            was -> line.rule(was.id()).filter(rule -> rule.version() == was.version()));
  }

  /** The same instruction in its edition of today. */
  Optional<Rule> today(LineSnapshot line) {
    return instruction.flatMap(was -> line.rule(was.id()));
  }
}
