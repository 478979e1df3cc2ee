package io.permanence.routing;

import io.permanence.model.Caller;
import io.permanence.model.PhoneNumber;
import io.permanence.model.line.Line;

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
  public static PhoneNumber of(Policy policy, Line line, Caller caller) {
    return switch (policy) {
      case OWN_LINE -> line.number();
      case CALLER -> caller.phoneNumber().orElse(line.number());
    };
  }
}
