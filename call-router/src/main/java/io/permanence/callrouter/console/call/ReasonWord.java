package io.permanence.callrouter.console.call;

import io.permanence.model.call.ReasonCode;

/**
 * A reason as the console names it: codes that are one thing for a secretary share a word. The
 * console has two sentences for each, what to do and why, in French and English.
 */
final class ReasonWord {
  private ReasonWord() {}

  static String of(ReasonCode code) {
    return switch (code) {
      case ALL, VIP_UNDER_ALL -> "everyone-put-through";
      case VIP_UNDER_VIP -> "vip-put-through";
      case NOT_VIP -> "vip-only";
      case WITHHELD -> "caller-withheld";
      case NOBODY, VIP_UNDER_NOBODY -> "nobody-put-through";
      case BLOCKED -> "caller-blocked";
      case BUSY -> "calendar-busy";
      case BUSY_VIP_ONLY -> "calendar-busy-vip-only";
      case DEMO -> "live-test";
      case WITHHELD_TO_DESK,
          WITHHELD_TO_VOICEMAIL,
          WITHHELD_REFUSED,
          NO_NUMBER_TO_RING,
          OUT_OF_HOURS,
          UNKNOWN_NUMBER,
          LOOP,
          OVERLOAD,
          FALLBACK ->
          code.wireName();
    };
  }
}
