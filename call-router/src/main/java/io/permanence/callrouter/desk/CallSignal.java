package io.permanence.callrouter.desk;

import io.permanence.model.id.AccountId;
import io.permanence.model.id.ForwardingNumberId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What can happen to a call at the desk. */
public sealed interface CallSignal {
  /** What a secretary asks for; refused when the stage does not allow it. */
  sealed interface Wish extends CallSignal {}

  /** She takes the offered call. */
  record Accept(UUID offer) implements Wish {}

  /** She does not take it. */
  record Decline(UUID offer) implements Wish {}

  /** Caller to music. */
  record Hold() implements Wish {}

  /** Back to the caller. */
  record Resume() implements Wish {}

  /** Caller to music, ring this number of the customer. */
  record Consult(ForwardingNumberId number, int ringSeconds) implements Wish {}

  /** Connect caller and customer. */
  record Complete() implements Wish {}

  /** End the consultation, back to the caller. */
  record Cancel() implements Wish {}

  /** Caller to the customer's voicemail. */
  record ToVoicemail() implements Wish {}

  /** End the call. */
  record HangUp() implements Wish {}

  /**
   * The desk offers the call.
   *
   * @param legRests a leg to her telephone stands; otherwise it is a desk phone and rings
   * @param why codes for the journal
   */
  record Offer(
      UUID offer, AccountId secretary, Instant expiresAt, boolean legRests, Map<String, String> why)
      implements CallSignal {
    public Offer {
      why = Map.copyOf(why);
    }

    /** An offer without a reason. */
    public Offer(UUID offer, AccountId secretary, Instant expiresAt, boolean legRests) {
      this(offer, secretary, expiresAt, legRests, Map.of());
    }
  }

  /** The console has painted the card. */
  record CardShown(UUID offer) implements CallSignal {}

  /** The offer's time is over. */
  record OfferExpired(UUID offer) implements CallSignal {}

  /** Nobody took the call in the longest time allowed. */
  record WaitedTooLong() implements CallSignal {}

  /** The waiting caller pressed the key for being called back. */
  record ChoseCallback() implements CallSignal {}

  /** The waiting caller pressed the key for leaving a message; Asterisk takes it by itself. */
  record ChoseMessage() implements CallSignal {}

  /** The secretary's leg rests, ready to be connected: her desk phone was lifted. */
  record SecretaryLegRests() implements CallSignal {}

  /** Asterisk has connected caller and secretary. */
  record CallerJoined() implements CallSignal {}

  /** The consulted number has answered. */
  record ThirdAnswered() implements CallSignal {}

  /** Asterisk has connected secretary and customer. */
  record ThirdJoined() implements CallSignal {}

  /** The consulted number was not reached. */
  record ThirdFailed(Attempt.Outcome outcome) implements CallSignal {}

  /** The secretary put down the handset of her desk phone. */
  record HandsetDown() implements CallSignal {}

  /** A leg is gone. */
  record LegGone(Leg leg) implements CallSignal {}

  /** Asterisk would not carry out a command. */
  record CommandFailed(DeskCommand command) implements CallSignal {}
}
