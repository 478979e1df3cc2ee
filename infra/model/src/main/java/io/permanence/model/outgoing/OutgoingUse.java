package io.permanence.model.outgoing;

import io.permanence.model.line.DialTarget.Rate;
import io.permanence.model.line.TollRefusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/**
 * What a customer has used of a day's caps, the legs that are up counted at their reservation. A
 * leg that is up when a cap is reached goes on: nobody is cut off in the middle of a sentence, and
 * the reservation has counted most of it before it began.
 */
public record OutgoingUse(int legs, int seconds, int cents) {
  private static final int MINUTE = 60;

  /** The use of one day. */
  public static OutgoingUse of(
      Collection<OutgoingLeg> legs, LocalDate day, OutgoingRates rates, Instant now) {
    int count = 0;
    int seconds = 0;
    int cents = 0;
    for (OutgoingLeg each : legs) {
      if (each.day().equals(day)) {
        int lasted = each.seconds(now);
        count++;
        seconds += lasted;
        cents += rates.cents(each.rate(), lasted);
      }
    }
    return new OutgoingUse(count, seconds, cents);
  }

  /**
   * Which cap one more leg would break, in the order legs, minutes, cost; empty when it fits with
   * its whole reservation.
   */
  public Optional<TollRefusal> refusal(OutgoingCaps caps, OutgoingRates rates, Rate rate) {
    int reserved = rates.reservedSeconds(caps);
    if (legs + 1 > caps.legs()) {
      return Optional.of(TollRefusal.DAILY_LEGS);
    }
    if (seconds + reserved > caps.minutes() * MINUTE) {
      return Optional.of(TollRefusal.DAILY_MINUTES);
    }
    if (cents + Math.min(rates.cents(rate, reserved), Math.max(1, caps.cents())) > caps.cents()) {
      return Optional.of(TollRefusal.DAILY_COST);
    }
    return Optional.empty();
  }
}
