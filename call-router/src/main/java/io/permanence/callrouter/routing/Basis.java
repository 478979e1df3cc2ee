package io.permanence.callrouter.routing;

import io.permanence.model.call.Reason;
import io.permanence.model.call.ReasonCode;
import io.permanence.model.id.InstructionId;
import java.util.Optional;

/**
 * What a decision rests on; stays on the call (A10).
 *
 * @param instruction the instruction that governed; empty when the line's standing default did, or
 *     when no line was found
 */
public record Basis(Reason reason, Optional<Governing> instruction) {
  /** One edition of an instruction. */
  public record Governing(InstructionId id, int version) {}

  /** A basis that no instruction had a part in. */
  static Basis of(ReasonCode code) {
    return new Basis(Reason.of(code), Optional.empty());
  }

  /** Shorthand for the reason's code. */
  public ReasonCode code() {
    return reason.code();
  }
}
