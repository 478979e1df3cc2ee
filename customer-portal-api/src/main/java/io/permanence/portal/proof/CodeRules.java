package io.permanence.portal.proof;

import io.permanence.model.NumberPlan;
import io.permanence.model.PhoneNumber;
import io.permanence.store.proof.NumberProof;
import io.permanence.store.proof.NumberProof.By;
import io.permanence.store.proof.NumberProofs.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How often a code may be sent, and whether what was typed is it (A14).
 *
 * <table>
 *   <caption>Limits</caption>
 *   <tr><td>a code</td><td>valid 10 minutes, 5 attempts, replaced by the next one</td></tr>
 *   <tr><td>to one number</td><td>one in 30 seconds, 3 an hour, 6 in 24 hours</td></tr>
 *   <tr><td>of one customer</td><td>10 an hour, 20 in 24 hours</td></tr>
 * </table>
 *
 * Removing a number and adding it again does not begin its limits anew.
 */
public final class CodeRules {
  /** How long a code is good. */
  public static final Duration VALID = Duration.ofMinutes(10);

  /** How many codes may be typed for one that was sent. */
  public static final int ATTEMPTS = 5;

  /** How far back codes count. */
  static final Duration DAY = Duration.ofHours(24);

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private CodeRules() {}

  /** A limit, as the answer names it. */
  enum Limit {
    PAUSE("one-at-a-time", 1, CodeRules.PAUSE, true),
    NUMBER_HOUR("number-per-hour", 3, HOUR, true),
    NUMBER_DAY("number-per-day", 6, DAY, true),
    CUSTOMER_HOUR("customer-per-hour", 10, HOUR, false),
    CUSTOMER_DAY("customer-per-day", 20, DAY, false);

    private final String rule;
    private final int most;
    private final Duration window;
    private final boolean ofNumber;

    Limit(String rule, int most, Duration window, boolean ofNumber) {
      this.rule = rule;
      this.most = most;
      this.window = window;
      this.ofNumber = ofNumber;
    }

    String rule() {
      return rule;
    }

    int most() {
      return most;
    }
  }

  /** Whether a code is sent. */
  sealed interface Sending {
    /** It is. */
    record Allowed() implements Sending {}

    /** This kind of number gets no SMS: only a call reaches it. */
    record NoSms() implements Sending {}

    /** Too many were; one more after a while. */
    record TooMany(Limit limit, Duration pause) implements Sending {}
  }

  /**
   * Decides whether one more code is sent.
   *
   * @param before those of the last 24 hours, newest first
   */
  static Sending sending(
      By by, PhoneNumber number, NumberPlan.Kind kind, List<Sent> before, Instant now) {
    if (by == By.SMS && kind != NumberPlan.Kind.MOBILE) {
      return new Sending.NoSms();
    }
    for (Limit limit : Limit.values()) {
      Optional<Instant> free = free(limit, number, before);
      if (free.isPresent() && free.get().isAfter(now)) {
        return new Sending.TooMany(limit, Duration.between(now, free.get()));
      }
    }
    return new Sending.Allowed();
  }

  /** When the limit lets one more pass; absent while it was never reached. */
  private static Optional<Instant> free(Limit limit, PhoneNumber number, List<Sent> before) {
    return before.stream()
        .filter(each -> !limit.ofNumber || each.number().equals(number))
        .skip(limit.most - 1L)
        .findFirst()
        .map(each -> each.at().plus(limit.window));
  }

  /** What a typed code is. */
  sealed interface Attempt {
    /** It is the one. */
    record Right() implements Attempt {}

    /** It is not; so many attempts are left. */
    record Wrong(int left) implements Attempt {}

    /** It came too late. */
    record Expired() implements Attempt {}

    /** Too many wrong ones: another code has to be sent. */
    record UsedUp() implements Attempt {}
  }

  /**
   * Judges a typed code.
   *
   * @param matches whether it is the code that was sent
   */
  static Attempt attempt(NumberProof proof, boolean matches, Instant now) {
    if (proof.attempts() >= ATTEMPTS) {
      return new Attempt.UsedUp();
    }
    if (!proof.expiresAt().isAfter(now)) {
      return new Attempt.Expired();
    }
    return matches ? new Attempt.Right() : new Attempt.Wrong(ATTEMPTS - proof.attempts() - 1);
  }
}
