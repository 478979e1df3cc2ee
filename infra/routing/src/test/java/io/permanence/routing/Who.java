package io.permanence.routing;

import io.permanence.model.Caller;
import io.permanence.model.id.CallId;
import java.time.Instant;

/** The callers the rules know, as the test's lines have them. */
enum Who {
  VIP,
  STRANGER,
  BLOCKED,
  WITHHELD;

  Caller caller() {
    return switch (this) {
      case VIP -> new Caller.Known(Lines.VIP);
      case STRANGER -> new Caller.Known(Lines.STRANGER);
      case BLOCKED -> new Caller.Known(Lines.BLOCKED);
      case WITHHELD -> new Caller.Withheld();
    };
  }

  /** A call of theirs that comes in then. */
  IncomingCall calls(Instant at) {
    return IncomingCall.from(CallId.random(), caller(), at);
  }
}
