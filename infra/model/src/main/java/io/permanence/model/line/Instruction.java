package io.permanence.model.line;

import io.permanence.model.id.InstructionId;
import java.time.Instant;

/**
 * A customer's instruction (A2).
 *
 * @param version counts the edits, from 1; stays on every call decided by it (A10)
 * @param createdAt breaks ties between windows of equal length: the newest wins (A3)
 */
public record Instruction(
    InstructionId id, int version, Window window, Handling handling, Instant createdAt) {}
