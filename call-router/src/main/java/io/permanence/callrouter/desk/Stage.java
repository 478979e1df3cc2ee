package io.permanence.callrouter.desk;

import io.permanence.model.id.AccountId;
import io.permanence.model.id.ForwardingNumberId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where a call at the desk stands. */
public sealed interface Stage {
  /**
   * In music, nobody asked.
   *
   * @param returning the caller had a secretary already and lost her
   */
  record Waiting(boolean returning) implements Stage {}

  /**
   * Offered to a secretary. The caller is connected when the card has been shown, she has accepted,
   * and a leg to her telephone rests (a desk phone's only after she lifts it).
   */
  record Offered(
      UUID offer,
      AccountId secretary,
      Instant at,
      Instant expiresAt,
      boolean returning,
      boolean cardShown,
      boolean accepted,
      boolean legRests)
      implements Stage {
    boolean complete() {
      return cardShown && accepted && legRests;
    }

    Offered withCardShown() {
      return new Offered(offer, secretary, at, expiresAt, returning, true, accepted, legRests);
    }

    Offered withAccepted() {
      return new Offered(offer, secretary, at, expiresAt, returning, cardShown, true, legRests);
    }

    /** Lifting a desk phone is accepting. */
    Offered withLegResting() {
      return new Offered(offer, secretary, at, expiresAt, returning, cardShown, true, true);
    }
  }

  /** Accepted; Asterisk has been told to connect. */
  record Connecting(UUID offer, AccountId secretary, boolean returning) implements Stage {}

  /** Caller and secretary hear each other. */
  record Talking(AccountId secretary) implements Stage {}

  /** The caller hears music, the secretary has the call. */
  record Held(AccountId secretary) implements Stage {}

  /** The customer is being rung, or spoken with, while the caller hears music. */
  sealed interface Reaching extends Stage {
    /** Who began it. */
    AccountId secretary();

    /** The numbers that ring, or the one that answered. */
    Ringing ringing();

    /** The number that answered, or the first of those that ring. */
    default ForwardingNumberId number() {
      return ringing().first();
    }

    /** How far it is. */
    Progress progress();

    /** Whether the rest of the ladder is tried when this number does not answer. */
    boolean climbing();

    /** Since when it is that far. */
    Instant since();

    /** How far it is. */
    enum Progress {
      RINGING,
      /** Answered; being connected. */
      JOINING,
      CONNECTED
    }
  }

  /** The caller hears music, the secretary calls the customer (B5). */
  record Consulting(
      AccountId secretary, Ringing ringing, Progress progress, boolean climbing, Instant since)
      implements Reaching {
    /** With one number. */
    public Consulting(
        AccountId secretary,
        ForwardingNumberId number,
        Progress progress,
        boolean climbing,
        Instant since) {
      this(secretary, Ringing.of(number), progress, climbing, since);
    }
  }

  /**
   * Blind transfer (B5): the caller hears music, the ladder rings for the caller.
   *
   * @param stays the secretary still has the call and gets the caller back when nobody answers;
   *     otherwise she has let go, and the caller goes back to the desk
   * @param progress never CONNECTED: that is {@link PutThrough}
   */
  record Transferring(
      AccountId secretary, boolean stays, Ringing ringing, Progress progress, Instant since)
      implements Reaching {
    @Override
    public boolean climbing() {
      return true;
    }
  }

  /**
   * Caller, customer and secretary hear each other.
   *
   * @param met whether the caller is with them; until then Asterisk has only been told to add
   */
  record Conference(AccountId secretary, ForwardingNumberId number, boolean met) implements Stage {
    Conference withCaller() {
      return new Conference(secretary, number, true);
    }
  }

  /**
   * The secretary has left the caller to the customer.
   *
   * @param met whether they hear each other; until then Asterisk has only been told to connect them
   */
  record PutThrough(AccountId secretary, ForwardingNumberId number, boolean met) implements Stage {}

  /**
   * The caller hears music in a numbered place, until some secretary picks up.
   *
   * @param slot from 1
   * @param until after that the caller goes back to the desk, before everybody else
   */
  record Parked(int slot, AccountId by, Instant until) implements Stage {}

  /**
   * A secretary picks a parked caller up, who hears music until she is connected.
   *
   * @param ringing her desk phone rings; otherwise Asterisk has been told to connect
   * @param until after that the caller stays parked
   */
  record PickingUp(Parked from, AccountId secretary, boolean ringing, Instant until)
      implements Stage {}

  /** Nothing is left to do. */
  record Over(Ending ending, Optional<AccountId> secretary) implements Stage {}

  /**
   * The secretary who has to do with this call at this moment: it is offered to her, she has the
   * caller, or is about to.
   */
  default Optional<AccountId> engages() {
    return switch (this) {
      case Transferring transferring when !transferring.stays() -> Optional.empty();
      case PutThrough putThrough -> Optional.empty();
      case Over over -> Optional.empty();
      case Stage other -> other.owner();
    };
  }

  /** Whether a leg to the customer exists, ringing or connected. */
  default boolean hasThird() {
    return this instanceof Reaching || this instanceof Conference || this instanceof PutThrough;
  }

  /** The secretary who has this call, or to whom it is offered. */
  default Optional<AccountId> owner() {
    return switch (this) {
      case Waiting waiting -> Optional.empty();
      case Offered offered -> Optional.of(offered.secretary());
      case Connecting connecting -> Optional.of(connecting.secretary());
      case Talking talking -> Optional.of(talking.secretary());
      case Held held -> Optional.of(held.secretary());
      case Consulting consulting -> Optional.of(consulting.secretary());
      case Transferring transferring -> Optional.of(transferring.secretary());
      case Conference conference -> Optional.of(conference.secretary());
      case PutThrough putThrough -> Optional.of(putThrough.secretary());
      case Parked parked -> Optional.empty();
      case PickingUp picking -> Optional.of(picking.secretary());
      case Over over -> over.secretary();
    };
  }
}
