package io.permanence.portal.call;

import io.permanence.model.call.Reason;
import io.permanence.model.id.InstructionId;
import io.permanence.routing.Basis;
import io.permanence.store.history.Decided;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Why a call was treated as it was, in the router's words (A10). */
public record ReasonView(
    String code,
    Map<String, String> arguments,
    Optional<UUID> instructionId,
    Optional<Integer> instructionVersion) {

  /** The reason of a call of the journal. */
  public static ReasonView of(Decided decided) {
    return new ReasonView(
        decided.reason(),
        decided.arguments(),
        decided.instruction().map(InstructionId::value),
        decided.instructionVersion());
  }

  /** The reason of a decision that was made for an answer only (A11). */
  public static ReasonView of(Basis basis) {
    Reason reason = basis.reason();
    return new ReasonView(
        reason.code().wireName(),
        reason.arguments(),
        basis.instruction().map(each -> each.id().value()),
        basis.instruction().map(Basis.Governing::version));
  }
}
