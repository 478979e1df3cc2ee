package io.permanence.callrouter.floor;

import io.permanence.callrouter.desk.Step;

/** What became of a secretary's wish. */
public sealed interface WishOutcome {
  /** It is done, or holds already. */
  record Done(CallView call) implements WishOutcome {}

  /** The call's stage does not allow it. */
  record Refused(Step.Refusal why, CallView call) implements WishOutcome {}

  /** The instruction does not allow putting this caller through to that number. */
  record PutThroughNotAllowed(CallView call) implements WishOutcome {}

  /** Asterisk did not do it. */
  record Unavailable(CallView call) implements WishOutcome {}

  /** There is no such call, or it is not hers. */
  record NotHers() implements WishOutcome {}
}
