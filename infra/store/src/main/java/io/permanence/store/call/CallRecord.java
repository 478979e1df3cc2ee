package io.permanence.store.call;

import io.permanence.model.PhoneNumber;
import io.permanence.model.call.Reason;
import io.permanence.model.id.CallId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.InstructionId;
import io.permanence.model.id.LineId;
import java.time.Instant;
import java.util.Optional;

/**
 * A call as it was decided.
 *
 * @param caller absent when withheld
 * @param decision its name, for example {@code desk}
 * @param instruction absent when the standing default, or nothing, governed
 * @param snapshotAt how fresh the data were from which it was decided
 */
public record CallRecord(
    CallId id,
    CustomerId customer,
    LineId line,
    Optional<PhoneNumber> caller,
    Instant arrivedAt,
    String decision,
    Reason reason,
    Optional<GoverningInstruction> instruction,
    Optional<Instant> snapshotAt) {
  /** One edition of an instruction. */
  public record GoverningInstruction(InstructionId id, int version) {}
}
