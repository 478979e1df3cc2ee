package io.permanence.routing;

import io.permanence.model.call.ReasonCode;

/** Which way a call goes, as coarse as a customer counts it (A11). */
public enum Way {
  /** To the customer: the ladder at once, or a secretary who may put the caller through. */
  PUT_THROUGH,
  /** To a secretary, who takes a note. */
  DESK,
  /** The caller may leave a voice message. */
  VOICEMAIL,
  /** The caller hears a message. */
  MESSAGE,
  /** The customer blocked the number; message or voicemail. */
  BLOCKED,
  /** No instruction had a part in it: a loop, an overload, the fallback. */
  UNDECIDED;

  /** The way a decision leads. */
  public static Way of(Decision decision) {
    return of(decision.name(), decision.basis().code());
  }

  /**
   * The way a call of the journal went.
   *
   * @param decision the decision's name in the journal
   */
  public static Way of(String decision, ReasonCode reason) {
    return switch (reason) {
      case BLOCKED -> BLOCKED;
      case LOOP, OVERLOAD, FALLBACK, UNKNOWN_NUMBER -> UNDECIDED;
      case ALL, VIP_UNDER_ALL, VIP_UNDER_VIP -> PUT_THROUGH;
      default -> ofName(decision);
    };
  }

  private static Way ofName(String decision) {
    return switch (decision) {
      case "voicemail" -> VOICEMAIL;
      case "announce" -> MESSAGE;
      default -> DESK;
    };
  }
}
