package io.permanence.callrouter.desk;

import java.util.List;
import java.util.Locale;

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

  /** Why a wish is refused: the rule that it would break. */
  enum Refusal {
    /** The offer was withdrawn, missed or taken. */
    OFFER_GONE,
    /** Card before audio (B2). */
    CARD_NOT_SHOWN,
    /** She has no caller, connected or on hold. */
    NEEDS_CALLER,
    /** Somebody else is being called, or spoken with, already. */
    NEEDS_NOBODY_ELSE,
    /** Nobody is being consulted. */
    NEEDS_CONSULTATION,
    /** The customer has not answered. */
    NEEDS_CUSTOMER,
    /** No blind transfer is under way. */
    NEEDS_TRANSFER,
    /** She hears nobody. */
    NEEDS_HEARER,
    /** The call is not parked, or somebody else picks it up. */
    NEEDS_PARKED_CALL,
    /** Every parking place is taken. */
    NEEDS_FREE_SLOT,
    /** She has another call. */
    NEEDS_FREE_SECRETARY,
    /** Her telephone cannot take a call. */
    NEEDS_TELEPHONE;

    /** The name on the wire, for example {@code needs-customer}. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
