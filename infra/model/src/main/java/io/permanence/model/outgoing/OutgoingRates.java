package io.permanence.model.outgoing;

import io.permanence.model.line.DialTarget.Rate;

/**
 * The company's estimate of what a minute costs, in hundredths of its currency, each begun minute
 * counted whole; and how many minutes a leg that is being dialled is reckoned at until it is over.
 *
 * @param reservedMinutes at least 1
 */
public record OutgoingRates(int fixed, int mobile, int abroad, int reservedMinutes) {
  private static final int MINUTE = 60;

  public OutgoingRates {
    if (fixed < 0 || mobile < 0 || abroad < 0 || reservedMinutes < 1) {
      throw new IllegalArgumentException("a rate is not negative, a reservation is a minute");
    }
  }

  /** What so many seconds cost. */
  public int cents(Rate rate, int seconds) {
    int minutes = (seconds + MINUTE - 1) / MINUTE;
    int cents =
        switch (rate) {
          case FIXED -> fixed;
          case MOBILE -> mobile;
          case ABROAD -> abroad;
        };
    return Math.multiplyExact(minutes, cents);
  }

  /** Seconds a leg is reckoned at until it is over; never more than a whole day's cap. */
  public int reservedSeconds(OutgoingCaps caps) {
    return Math.max(1, Math.min(reservedMinutes, caps.minutes())) * MINUTE;
  }
}
