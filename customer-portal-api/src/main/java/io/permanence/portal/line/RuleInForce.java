package io.permanence.portal.line;

import io.permanence.model.line.Calendar;
import io.permanence.model.line.Handling;
import io.permanence.model.line.Instruction;
import io.permanence.model.line.Takeover;
import io.permanence.model.line.Windows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happens to a line's calls at an instant, and until when nothing is planned to change it.
 *
 * @param instruction absent when the line's standing default governs
 * @param until when another rule takes over
 */
record RuleInForce(Handling handling, Optional<Instruction> instruction, Optional<Instant> until) {
  static RuleInForce at(
      Handling standing, List<Instruction> instructions, Calendar calendar, Instant now) {
    Optional<Instruction> governing = Windows.governing(instructions, calendar, now);
    return new RuleInForce(
        governing.map(Instruction::handling).orElse(standing),
        governing,
        Takeover.after(instructions, calendar, now));
  }
}
