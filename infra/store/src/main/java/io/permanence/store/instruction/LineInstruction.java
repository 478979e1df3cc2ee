package io.permanence.store.instruction;

import io.permanence.model.id.LineId;
import io.permanence.model.line.Instruction;
import java.time.Instant;

/**
 * An instruction of a line.
 *
 * @param quick made by the one-tap change
 */
public record LineInstruction(
    LineId line, Instruction instruction, boolean quick, Instant updatedAt) {}
