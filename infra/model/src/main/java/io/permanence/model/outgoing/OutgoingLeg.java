package io.permanence.model.outgoing;

import io.permanence.model.id.CustomerId;
import io.permanence.model.line.DialTarget.Rate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One leg through the trunk as the caps count it. A leg belongs to the day it began on, in the
 * customer's zone, also when it lasts past midnight.
 *
 * @param subject the call, or the proof of a number
 * @param reservedSeconds what it counts for until it is over, however short it then was
 * @param answeredAt absent while it rings, and for ever when nobody answered
 * @param endedAt absent while it is up
 */
public record OutgoingLeg(
    CustomerId customer,
    UUID id,
    UUID subject,
    Purpose purpose,
    LocalDate day,
    Rate rate,
    int reservedSeconds,
    Instant startedAt,
    Optional<Instant> answeredAt,
    Optional<Instant> endedAt) {
  /** What a number is rung for. */
  public enum Purpose {
    /** A rung of the ladder, dialled by Asterisk itself. */
    PUT_THROUGH,
    /** A secretary asked for it. */
    CONSULT,
    /** The spoken code that proves a number. */
    PROOF
  }

  /** The leg, answered; the first answer counts. */
  public OutgoingLeg answered(Instant at) {
    return answeredAt.isPresent() || endedAt.isPresent()
        ? this
        : new OutgoingLeg(
            customer,
            id,
            subject,
            purpose,
            day,
            rate,
            reservedSeconds,
            startedAt,
            Optional.of(at),
            endedAt);
  }

  /** The leg, over; the first end counts. */
  public OutgoingLeg ended(Instant at) {
    return endedAt.isPresent()
        ? this
        : new OutgoingLeg(
            customer,
            id,
            subject,
            purpose,
            day,
            rate,
            reservedSeconds,
            startedAt,
            answeredAt,
            Optional.of(at));
  }

  /**
   * Seconds it counts for: what it lasted when it is over; while it is up what was reserved, or
   * more when it lasts longer.
   */
  public int seconds(Instant now) {
    int lasted =
        answeredAt
            .map(from -> Duration.between(from, endedAt.orElse(now)))
            .map(each -> Math.toIntExact(Math.max(0, each.plusMillis(999).toSeconds())))
            .orElse(0);
    return endedAt.isPresent() ? lasted : Math.max(reservedSeconds, lasted);
  }
}
