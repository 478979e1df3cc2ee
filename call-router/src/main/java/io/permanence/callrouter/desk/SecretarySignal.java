package io.permanence.callrouter.desk;

import io.permanence.model.id.CallId;
import java.time.Instant;
import java.util.UUID;

/** What can happen to a secretary. */
public sealed interface SecretarySignal {
  /** The telephone changed, or what is known about it. */
  record TelephoneChanged(Telephone telephone) implements SecretarySignal {}

  /** She wants to take calls. */
  record WantsReady() implements SecretarySignal {}

  /** She wants a break; during a call or wrap-up it begins afterwards. */
  record WantsBreak(BreakReason reason) implements SecretarySignal {}

  /** She goes off duty. */
  record SignsOff() implements SecretarySignal {}

  /** A call is offered to her. */
  record Offered(CallId call, UUID offer, Instant expiresAt) implements SecretarySignal {}

  /** She declined, or the caller hung up or went elsewhere: the offer is no more. */
  record OfferWithdrawn(UUID offer) implements SecretarySignal {}

  /** She did not take the offer in time. */
  record OfferMissed(UUID offer) implements SecretarySignal {}

  /** She is connected with the caller. */
  record CallTaken(CallId call) implements SecretarySignal {}

  /** The call is over for her. */
  record CallOver(CallId call) implements SecretarySignal {}

  /** The call left her without her doing (her telephone died): nothing to wrap up yet. */
  record CallTornAway(CallId call) implements SecretarySignal {}

  /** The note is sent or the time is over. */
  record WrapUpOver(CallId call) implements SecretarySignal {}
}
