package io.permanence.store.history;

import io.permanence.model.id.InstructionId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why a call was treated as it was, and what happened (A10).
 *
 * @param reason the code's wire name
 * @param instructionVersion present with the instruction
 */
public record Decided(
    String reason,
    Map<String, String> arguments,
    Optional<InstructionId> instruction,
    Optional<Integer> instructionVersion,
    List<Event> events) {
  /** One event of the call, by wire name. */
  public record Event(String kind, Instant at) {}

  public Decided {
    arguments = Map.copyOf(arguments);
    events = List.copyOf(events);
  }
}
