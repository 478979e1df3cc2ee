package io.permanence.model.call;

import java.util.Locale;

/** How one rung of the forwarding ladder ended (A4). */
public enum StepOutcome {
  /** The customer answered. */
  ANSWERED,
  /** It rang until its time was over. */
  NO_ANSWER,
  /** The number was engaged. */
  BUSY,
  /** The customer pressed the call away. */
  REFUSED,
  /** The network could not reach the number, or the number may not be dialled. */
  UNREACHABLE,
  /** The customer's own diversion sent the call back to us (A15). */
  LOOP;

  /** The name in the journal, for example {@code no-answer}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
