package io.permanence.model.line;

import java.util.Locale;

/** Why a number is not dialled (A14); the journal keeps the {@link #wireName()}. */
public enum TollRefusal {
  /** It is the number of one of our own lines: the call would come straight back. */
  OWN_LINE,
  /** Satellites and international networks: +800, +808, +870 … +883, +888, +979. */
  NO_COUNTRY,
  COUNTRY_NOT_ALLOWED,
  /** Police, ambulance, fire brigade behind a calling code. */
  EMERGENCY,
  /** A service's short number behind a calling code. */
  SHORT_CODE,
  /** No subscriber can have it. */
  NOT_A_SUBSCRIBER,
  PREMIUM,
  SHARED_COST,
  /** Free for the caller, paid for by somebody: nobody is reached on a mobile by one. */
  TOLL_FREE,
  PERSONAL,
  PAGER,
  UNIVERSAL_ACCESS,
  VOICEMAIL,
  /** A subscriber's number of a kind nobody described. */
  UNKNOWN_KIND,
  /** Its owner has not proven to have it, or it is on the line's list no more. */
  NOT_PROVEN,
  /** The customer's calls of the day are used up. */
  DAILY_LEGS,
  /** The customer's minutes of the day are used up. */
  DAILY_MINUTES,
  /** The customer's money of the day is used up. */
  DAILY_COST;

  /** The name in the journal and on the wire, for example {@code country-not-allowed}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether a cap of the day is reached: every other number is refused as well. */
  public boolean capReached() {
    return this == DAILY_LEGS || this == DAILY_MINUTES || this == DAILY_COST;
  }
}
