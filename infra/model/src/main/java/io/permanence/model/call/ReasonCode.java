package io.permanence.model.call;

import java.util.Locale;

/**
 * Why a call was treated as it was (A10). The words shown to secretary and customer are made from
 * the code and its arguments by whoever shows them, in their language; the store keeps the {@link
 * #wireName()}.
 */
public enum ReasonCode {
  /** Everybody is put through, and so is this caller. */
  ALL,
  /** The caller is a VIP, and everybody is put through anyway. */
  VIP_UNDER_ALL,
  /** Only VIPs are put through, and the caller is one. */
  VIP_UNDER_VIP,
  /** Only VIPs are put through, and the caller is none. */
  NOT_VIP,
  /** Only VIPs are put through, and a withheld number cannot be one. */
  WITHHELD,
  /** The number is withheld, and a secretary answers such callers. */
  WITHHELD_TO_DESK,
  /** The number is withheld, and such callers may leave a message. */
  WITHHELD_TO_VOICEMAIL,
  /** The number is withheld, and such callers are asked to show it. */
  WITHHELD_REFUSED,
  /** The customer's calendar says busy, and nobody is put through meanwhile (A8). */
  BUSY,
  /** The customer's calendar says busy, and only VIPs are put through meanwhile (A8). */
  BUSY_VIP_ONLY,
  /** Nobody is put through. */
  NOBODY,
  /** Nobody is put through, not even this VIP; the desk hears of it first. */
  VIP_UNDER_NOBODY,
  /** The caller would be put through, but no number to ring is given. */
  NO_NUMBER_TO_RING,
  /** The customer blocked this number. */
  BLOCKED,
  /** No secretary answers this line at this hour. */
  OUT_OF_HOURS,
  /** The number dialled belongs to no line. */
  UNKNOWN_NUMBER,
  /** A prospect tries the service. */
  DEMO,
  /** A put-through came back to us by the customer's own diversion (A15). */
  LOOP,
  /** More calls came at once than are taken on (R12). */
  OVERLOAD,
  /** The router gave no answer in time; Asterisk's fallback took the call. */
  FALLBACK;

  /** The name in the journal and on the wire, for example {@code vip-under-vip}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The code of that name.
   *
   * @throws IllegalArgumentException for a name that is none of them
   */
  public static ReasonCode of(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
