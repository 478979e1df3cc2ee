package io.permanence.callrouter.desk;

import io.permanence.model.call.CallEventKind;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.ForwardingNumberId;
import java.util.Map;
import java.util.UUID;

/** What is to be done because a call moved on: data, carried out elsewhere, in order. */
public sealed interface DeskCommand {
  /** What Asterisk is to do. */
  sealed interface Telephony extends DeskCommand {}

  /** Connect two legs; they leave whatever bridge they rest in. */
  record Bridge(Leg one, Leg other) implements Telephony {}

  /** The caller to music. */
  record RedirectToHold() implements Telephony {}

  /**
   * The caller to the customer's voicemail; noted as <em>voicemail</em> when it is done.
   *
   * @param details of that event, codes and ids
   */
  record RedirectToVoicemail(Map<String, String> details) implements Telephony {
    public RedirectToVoicemail {
      details = Map.copyOf(details);
    }

    static RedirectToVoicemail because(String reason) {
      return new RedirectToVoicemail(Map.of("reason", reason));
    }
  }

  /** Ring the secretary's desk phone. */
  record RingSecretary(AccountId secretary) implements Telephony {}

  /**
   * Ring the numbers of a rung at once.
   *
   * @param blind for the caller; otherwise for the secretary
   */
  record OriginateThird(Rung rung, boolean blind) implements Telephony {
    /** Rings one number. */
    public OriginateThird(ForwardingNumberId number, int ringSeconds, boolean blind) {
      this(Rung.of(number, ringSeconds), blind);
    }
  }

  /** This number answered: the others of its rung stop ringing. */
  record SilenceOthers(ForwardingNumberId answered) implements Telephony {}

  /** The caller into the conversation of secretary and customer. */
  record AddCaller() implements Telephony {}

  /** The secretary out of the conversation, back to rest. */
  record RestSecretary() implements Telephony {}

  /** Note the parking place with the caller's leg, where a restart finds it; 0 for none. */
  record MarkSlot(int slot) implements Telephony {}

  /**
   * Note with the caller's leg that it waits for the customer and is no secretary's any more, where
   * a restart finds it, until {@link MarkSlot} with 0.
   */
  record MarkLetGo() implements Telephony {}

  /** Press keys for a leg. */
  record SendDigits(Leg leg, Digits digits) implements Telephony {}

  /** End a leg. */
  record HangUp(Leg leg) implements Telephony {}

  /** Show the offer with its card. */
  record ShowOffer(AccountId secretary, UUID offer) implements DeskCommand {}

  /** Take the offer off the screen. */
  record WithdrawOffer(AccountId secretary, UUID offer, Withdrawal reason) implements DeskCommand {}

  /** Tell the secretary's state what became of her. */
  record Tell(AccountId secretary, SecretarySignal signal) implements DeskCommand {}

  /** Write an event of the call. The details are codes and ids. */
  record Journal(CallEventKind kind, Map<String, String> details) implements DeskCommand {
    private static final String REASON = "reason";
    private static final String CALLBACK_WANTED = "callback-wanted";

    public Journal {
      details = Map.copyOf(details);
    }

    /** The caller hears that somebody will call back. */
    static Journal callbackPromised() {
      return new Journal(CallEventKind.ANNOUNCED, Map.of(REASON, CALLBACK_WANTED));
    }

    /** Whether such an event promises the caller to be called back. */
    public static boolean promisesCallback(CallEventKind kind, Map<String, String> details) {
      return kind == CallEventKind.ANNOUNCED && CALLBACK_WANTED.equals(details.get(REASON));
    }
  }

  /** Why an offer vanishes. */
  enum Withdrawal {
    CALLER_HUNG_UP,
    MISSED,
    DECLINED,
    TAKEN_ELSEWHERE,
    TELEPHONE_LOST
  }
}
