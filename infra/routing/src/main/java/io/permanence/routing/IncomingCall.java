package io.permanence.routing;

import io.permanence.model.Caller;
import io.permanence.model.id.CallId;
import java.time.Instant;

/**
 * A call as it stands at the door.
 *
 * @param at when it is decided
 * @param returning whether this is one of our own put-throughs, sent back by the customer's
 *     diversion (A15)
 */
public record IncomingCall(CallId id, Caller caller, Instant at, boolean returning) {
  /** A call from outside that is not one of our own coming back. */
  public static IncomingCall from(CallId id, Caller caller, Instant at) {
    return new IncomingCall(id, caller, at, false);
  }
}
