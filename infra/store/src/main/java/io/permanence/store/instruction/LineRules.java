package io.permanence.store.instruction;

import io.permanence.model.id.LineId;
import io.permanence.model.line.Handling;
import io.permanence.model.line.Instruction;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that may govern a customer's calls.
 *
 * @param standing what happens on a line when no instruction is valid
 * @param instructions those not deleted, of all lines
 */
public record LineRules(Map<LineId, Handling> standing, List<LineInstruction> instructions) {
  public LineRules {
    standing = Map.copyOf(standing);
    instructions = List.copyOf(instructions);
  }

  /** The instructions of one line. */
  public List<Instruction> of(LineId line) {
    return instructions.stream()
        .filter(each -> each.line().equals(line))
        .map(LineInstruction::instruction)
        .toList();
  }

  /** The line's one-tap change, over or not. */
  public Optional<LineInstruction> quickOf(LineId line) {
    return instructions.stream().filter(each -> each.quick() && each.line().equals(line)).findAny();
  }
}
