package io.permanence.routing;

import io.permanence.model.call.Reason;
import io.permanence.model.call.ReasonCode;
import io.permanence.model.id.InstructionId;
import io.permanence.model.line.Instruction;
import io.permanence.model.line.Rule;
import java.util.List;
import java.util.Optional;

/**
 * What a decision rests on; stays on the call (A10).
 *
 * @param code why, in one word
 * @param grounds what was governing; empty when no line was found, or nothing of it was asked
 * @param stored what the journal tells, of a call that was taken up after a restart: that counts,
 *     and not what would be said of the grounds today
 */
public record Basis(ReasonCode code, Optional<Grounds> grounds, Optional<Stored> stored) {
  /** One edition of an instruction. */
  public record Governing(InstructionId id, int version) {}

  /** The basis of a decision that is made now. */
  Basis(ReasonCode code, Optional<Grounds> grounds) {
    this(code, grounds, Optional.empty());
  }

  /** A basis that no instruction had a part in. */
  static Basis of(ReasonCode code) {
    return new Basis(code, Optional.empty());
  }

  /** The instruction that governed; empty when the line's standing default did. */
  public Optional<Governing> instruction() {
    return stored.isPresent()
        ? stored.flatMap(Stored::instruction)
        : rule().flatMap(rule -> rule.id().map(id -> new Governing(id, rule.version())));
  }

  /** The reason with what its sentence needs; worked out when it is asked for. */
  public Reason reason() {
    return stored
        .map(Stored::reason)
        .or(() -> grounds.map(each -> Reason.of(code, each.arguments(code))))
        .orElseGet(() -> Reason.of(code));
  }

  /**
   * The instructions that were valid, too, and had to yield, the nearest first (A3); of a call that
   * was taken up after a restart those of them that are still there.
   */
  public List<Instruction> overruled() {
    return grounds
        .map(
            each ->
                stored
                    .map(told -> each.among(told.reason()))
                    .orElseGet(() -> each.snapshot().overruled(each.at())))
        .orElse(List.of());
  }

  /** The rule that governed, for whoever shows it. */
  public Optional<Rule> rule() {
    return grounds.map(Grounds::rule);
  }
}
