package io.permanence.callrouter.journal;

import io.permanence.model.Caller;
import io.permanence.model.id.CallId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.line.LineSnapshot;
import io.permanence.routing.Decision;
import java.time.Instant;

/**
 * A call in progress, with everything it was decided from: what the card is made of.
 *
 * @param snapshot the line as it was when the call was decided
 * @param decision the first decision; stays although the ladder may have gone on from there
 * @param decidedFrom how fresh the snapshot was known to be (A10); long before {@code arrivedAt}
 *     only while PostgreSQL is away
 */
public record LiveCall(
    CallId id,
    Caller caller,
    Instant arrivedAt,
    LineSnapshot snapshot,
    Decision decision,
    Instant decidedFrom) {
  /** The customer whose call it is. */
  public CustomerId customer() {
    return snapshot.customer();
  }
}
