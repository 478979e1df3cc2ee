package io.permanence.portal.call;

import io.permanence.model.id.InstructionId;
import io.permanence.store.history.Decided;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Why a call was treated as it was, in the router's words (A10). */
record ReasonView(
    String code,
    Map<String, String> arguments,
    Optional<UUID> instructionId,
    Optional<Integer> instructionVersion) {

  static ReasonView of(Decided decided) {
    return new ReasonView(
        decided.reason(),
        decided.arguments(),
        decided.instruction().map(InstructionId::value),
        decided.instructionVersion());
  }
}
