package io.permanence.callrouter.desk;

import java.util.List;

/** What became of a signal. */
public sealed interface Step {
  /** The call as it is now, and what is to be done about it, in order. */
  record Done(CallControl next, List<DeskCommand> commands) implements Step {
    public Done {
      commands = List.copyOf(commands);
    }
  }

  /** A wish that cannot be fulfilled; nothing changes. */
  record Refused(Refusal why) implements Step {}

  /** Why a wish is refused. */
  enum Refusal {
    /** The stage does not allow it. */
    NOT_POSSIBLE,
    /** The offer was withdrawn, missed or taken. */
    OFFER_GONE,
    /** Card before audio (B2). */
    CARD_NOT_SHOWN
  }
}
