package io.permanence.routing;

import io.permanence.model.id.InstructionId;
import io.permanence.model.line.Instruction;
import io.permanence.model.line.LineSnapshot;
import java.util.ArrayList;
import java.util.List;

/** A line as it would be if an instruction that is not saved were saved (A11). */
public final class Draft {
  private Draft() {}

  /**
   * Lays a draft over what is stored.
   *
   * @param draft takes the place of the stored instruction of the same id; else it is one more
   */
  public static LineSnapshot over(LineSnapshot stored, Instruction draft) {
    InstructionId id = draft.id();
    List<Instruction> instructions = new ArrayList<>(stored.instructions());
    instructions.removeIf(each -> each.id().equals(id));
    instructions.add(draft);
    return new LineSnapshot(
        stored.line(),
        instructions,
        stored.marks(),
        stored.busy(),
        stored.version(),
        stored.takenAt());
  }
}
