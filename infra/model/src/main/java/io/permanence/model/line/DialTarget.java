package io.permanence.model.line;

import io.permanence.model.PhoneNumber;
import java.util.Objects;

/**
 * A number that may be dialled through the trunk. Only the {@link TollFence} makes one, so that
 * whatever builds a leg towards the carrier has asked it: there is no other way to the value.
 */
public final class DialTarget {
  private final PhoneNumber number;
  private final Rate rate;

  DialTarget(PhoneNumber number, Rate rate) {
    this.number = number;
    this.rate = rate;
  }

  /** What a minute to a number is reckoned at; the company's prices are settings. */
  public enum Rate {
    FIXED,
    MOBILE,
    /** Any number of another country than the company's first. */
    ABROAD
  }

  /** The number. */
  public PhoneNumber number() {
    return number;
  }

  /** What it costs. */
  public Rate rate() {
    return rate;
  }

  /** {@code +} and digits. */
  public String e164() {
    return number.e164();
  }

  /** The digits without {@code +}, as they travel in the dialplan. */
  public String digits() {
    return number.digits();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DialTarget target
        && target.number.equals(number)
        && target.rate == rate;
  }

  @Override
  public int hashCode() {
    return Objects.hash(number, rate);
  }

  @Override
  public String toString() {
    return "DialTarget[" + number + " " + rate + "]";
  }
}
