package io.permanence.model.line;

import java.time.Instant;
import java.util.List;

/**
 * Everything a routing decision about one line needs, immutable and complete: no decision reads
 * anything else.
 *
 * @param instructions those not deleted, in no particular order
 * @param marks the customer's VIP and blocked numbers
 * @param version of the customer's routing data; grows with every change (A9)
 * @param takenAt when it was read from the store; a decision made long after says so
 */
public record LineSnapshot(
    Line line, List<Instruction> instructions, CallerMarks marks, long version, Instant takenAt) {
  public LineSnapshot {
    instructions = List.copyOf(instructions);
  }
}
