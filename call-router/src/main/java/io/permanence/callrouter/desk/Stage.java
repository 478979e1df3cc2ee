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

  /** The caller hears music, the secretary calls the customer (B5). */
  record Consulting(
      AccountId secretary, ForwardingNumberId number, Progress progress, Instant since)
      implements Stage {
    /** How far the consultation is. */
    public enum Progress {
      RINGING,
      /** Answered; being connected with the secretary. */
      JOINING,
      CONNECTED
    }
  }

  /** Caller and customer hear each other; the secretary has left. */
  record PutThrough(AccountId secretary, ForwardingNumberId number) implements Stage {}

  /** Nothing is left to do. */
  record Over(Ending ending, Optional<AccountId> secretary) implements Stage {}

  /** The secretary who has this call, or to whom it is offered. */
  default Optional<AccountId> owner() {
    return switch (this) {
      case Waiting waiting -> Optional.empty();
      case Offered offered -> Optional.of(offered.secretary());
      case Connecting connecting -> Optional.of(connecting.secretary());
      case Talking talking -> Optional.of(talking.secretary());
      case Held held -> Optional.of(held.secretary());
      case Consulting consulting -> Optional.of(consulting.secretary());
      case PutThrough putThrough -> Optional.of(putThrough.secretary());
      case Over over -> over.secretary();
    };
  }
}
