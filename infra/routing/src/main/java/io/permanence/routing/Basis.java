package io.permanence.routing;

import io.permanence.model.call.Reason;
import io.permanence.model.call.ReasonCode;
import io.permanence.model.id.InstructionId;
import io.permanence.model.line.Rule;
import java.util.Optional;

/**
 * What a decision rests on; stays on the call (A10).
 *
 * @param code why, in one word
 * @param grounds what was governing; empty when no line was found, or nothing of it was asked
 */
public record Basis(ReasonCode code, Optional<Grounds> grounds) {
  /** One edition of an instruction. */
  public record Governing(InstructionId id, int version) {}

  /** A basis that no instruction had a part in. */
  static Basis of(ReasonCode code) {
    return new Basis(code, Optional.empty());
  }

  /** The instruction that governed; empty when the line's standing default did. */
  public Optional<Governing> instruction() {
    return grounds
        .map(Grounds::rule)
        .flatMap(rule -> rule.id().map(id -> new Governing(id, rule.version())));
  }

  /** The reason with what its sentence needs; worked out when it is asked for. */
  public Reason reason() {
    return grounds
        .map(each -> Reason.of(code, each.arguments(code)))
        .orElseGet(() -> Reason.of(code));
  }

  /** The rule that governed, for whoever shows it. */
  public Optional<Rule> rule() {
    return grounds.map(Grounds::rule);
  }
}
