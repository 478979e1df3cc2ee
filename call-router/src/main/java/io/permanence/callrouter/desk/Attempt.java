package io.permanence.callrouter.desk;

import io.permanence.model.id.ForwardingNumberId;
import java.time.Instant;
import java.util.Locale;

/** How one attempt to reach the customer at a forwarding number went. */
public record Attempt(ForwardingNumberId number, Outcome outcome, Instant at) {
  /** The outcomes, as the journal and the console name them. */
  public enum Outcome {
    ANSWERED,
    BUSY,
    NO_ANSWER,
    /** The far end, or our toll fence, would not have it (A14). */
    REFUSED,
    FAILED;

    /** The name on the wire, for example {@code no-answer}. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
