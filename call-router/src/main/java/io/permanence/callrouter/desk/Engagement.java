package io.permanence.callrouter.desk;

import io.permanence.model.id.CallId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a secretary has to do with a call at this moment. */
public sealed interface Engagement {
  /** Nothing. */
  record Free() implements Engagement {}

  /** A call is offered to her. */
  record Offered(CallId call, UUID offer, Instant expiresAt) implements Engagement {}

  /** She has a caller, connected or on hold. */
  record OnCall(CallId call) implements Engagement {}

  /** The call is over, the note may be finished. */
  record WrapUp(CallId call, Instant endsAt) implements Engagement {}

  /** The call it is about. */
  default Optional<CallId> callId() {
    return switch (this) {
      case Free free -> Optional.empty();
      case Offered offered -> Optional.of(offered.call());
      case OnCall onCall -> Optional.of(onCall.call());
      case WrapUp wrapUp -> Optional.of(wrapUp.call());
    };
  }
}
