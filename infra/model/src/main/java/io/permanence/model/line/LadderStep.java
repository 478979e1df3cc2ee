package io.permanence.model.line;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.ForwardingNumberId;

/**
 * One rung of the forwarding ladder (A4): a number, how long it rings, and what comes next when
 * nobody answers or the number is busy.
 *
 * @param ringSeconds 5 to 60
 */
public record LadderStep(
    ForwardingNumberId numberId,
    PhoneNumber number,
    int ringSeconds,
    Then onNoAnswer,
    Then onBusy) {
  /** The shortest time a number rings, in seconds. */
  public static final int SHORTEST_RING = 5;

  /** The longest time a number rings, in seconds. */
  public static final int LONGEST_RING = 60;

  /** What follows a step that did not reach the customer. */
  public enum Then {
    /** The next rung; after the last one, the desk. */
    NEXT,
    /** Back to the secretary at once. */
    DESK,
    /** The customer's voicemail. */
    VOICEMAIL
  }

  public LadderStep {
    if (ringSeconds < SHORTEST_RING || ringSeconds > LONGEST_RING) {
      throw new IllegalArgumentException("a step rings 5 to 60 seconds");
    }
  }
}
