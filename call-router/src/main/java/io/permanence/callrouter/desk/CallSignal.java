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

  /**
   * Caller to music, ring this rung of the customer for the secretary.
   *
   * @param climbing when it does not answer, the rest of the ladder is tried
   */
  record Consult(Rung rung, boolean climbing) implements Wish {
    /** Rings one number. */
    public Consult(ForwardingNumberId number, int ringSeconds, boolean climbing) {
      this(Rung.of(number, ringSeconds), climbing);
    }
  }

  /** Caller to music, ring the ladder from this rung on for the caller (blind transfer). */
  record Blind(Rung rung) implements Wish {
    /** From a rung of one number on. */
    public Blind(ForwardingNumberId number, int ringSeconds) {
      this(Rung.of(number, ringSeconds));
    }
  }

  /** She does not wait for the end of her blind transfer. */
  record LetGo() implements Wish {}

  /** Connect caller and customer; she leaves. */
  record Complete() implements Wish {}

  /** End the consultation, the transfer or the conference, back to the caller alone. */
  record Cancel() implements Wish {}

  /** Caller, customer and secretary together. */
  record Confer() implements Wish {}

  /** Caller to a numbered place, for a colleague to pick up. */
  record Park(int slot, Instant until) implements Wish {}

  /**
   * A secretary picks the parked caller up.
   *
   * @param legRests a leg to her telephone stands; otherwise it is a desk phone and rings
   */
  record PickUp(AccountId secretary, boolean legRests, Instant until) implements Wish {}

  /** Press these keys for whom she hears. */
  record Press(Digits digits) implements Wish {}

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

  /**
   * The card is on her screen.
   *
   * @param painted whether it was seen to be painted; otherwise her window is hidden, the card is
   *     complete in it, and a notification and the ring call her to it
   */
  record CardShown(UUID offer, boolean painted) implements CallSignal {
    /** Painted, as usual. */
    public CardShown(UUID offer) {
      this(offer, true);
    }
  }

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

  /** This number has answered. */
  record ThirdAnswered(ForwardingNumberId number) implements CallSignal {}

  /** Asterisk has connected secretary and customer. */
  record ThirdJoined() implements CallSignal {}

  /** Asterisk has connected caller and customer. */
  record CallerMetThird() implements CallSignal {}

  /**
   * A number was not reached.
   *
   * @param onward what the ladder says comes next, when no other number of its rung rings
   */
  record ThirdFailed(ForwardingNumberId number, Attempt.Outcome outcome, Onward onward)
      implements CallSignal {}

  /** The time for picking the call up is over. */
  record PickUpExpired() implements CallSignal {}

  /** Nobody picked the call up. */
  record ParkedTooLong() implements CallSignal {}

  /**
   * Asterisk's whole picture shows the call at that stage: it counts, whatever was believed before
   * the connection was lost (R7).
   */
  record FoundAt(Stage stage) implements CallSignal {}

  /** The secretary put down the handset of her desk phone. */
  record HandsetDown() implements CallSignal {}

  /** A leg is gone. */
  record LegGone(Leg leg) implements CallSignal {}

  /** The call broke with its Asterisk (R6). */
  record Broke() implements CallSignal {}

  /**
   * Asterisk would not carry out a command.
   *
   * @param secretaryThere whether the secretary who had the call could have it again: her leg
   *     stands, and she has no other call
   */
  record CommandFailed(DeskCommand command, boolean secretaryThere) implements CallSignal {
    /** While she is there. */
    public CommandFailed(DeskCommand command) {
      this(command, true);
    }
  }
}
