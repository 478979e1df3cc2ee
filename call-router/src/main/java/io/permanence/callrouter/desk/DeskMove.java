package io.permanence.callrouter.desk;

import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;

/** What the desk does next with a waiting call. */
public sealed interface DeskMove {
  /** Offer the call to this secretary. */
  record Offer(CallId call, AccountId secretary, OfferReason why) implements DeskMove {}

  /** Nobody answered in time: the caller goes to voicemail (A12). */
  record GiveUp(CallId call) implements DeskMove {}
}
