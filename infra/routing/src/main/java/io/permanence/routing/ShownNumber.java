package io.permanence.routing;

import io.permanence.model.Caller;
import io.permanence.model.PhoneNumber;

/**
 * The number the customer sees when somebody is put through (A13): the customer's own line, or the
 * caller's where the trunk permits it. Never a number of the forwarding list.
 */
public final class ShownNumber {
  private ShownNumber() {}

  /** What the trunk permits. */
  public enum Policy {
    OWN_LINE,
    CALLER
  }

  /** The number to show; the line's own when the caller withholds theirs. */
  public static PhoneNumber of(Policy policy, PhoneNumber line, Caller caller) {
    return switch (policy) {
      case OWN_LINE -> line;
      case CALLER -> caller.phoneNumber().orElse(line);
    };
  }
}
