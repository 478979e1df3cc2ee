package io.permanence.model;

import java.util.regex.Pattern;

/**
 * A telephone number in E.164 form, for example {@code +33639980101}. The value is checked for
 * shape only; whether it exists and may be dialled is the {@link NumberPlan}'s business.
 *
 * <p>{@link #toString()} masks the subscriber's digits, so that a number printed by accident does
 * not become a person in a log.
 */
public record PhoneNumber(String e164) implements Comparable<PhoneNumber> {
  private static final Pattern SHAPE = Pattern.compile("\\+[1-9][0-9]{4,14}");

  /**
   * Accepts a number already in E.164 form.
   *
   * @throws IllegalArgumentException when the text is not {@code +} and 5 to 15 digits
   */
  public PhoneNumber {
    if (!SHAPE.matcher(e164).matches()) {
      throw new IllegalArgumentException("not an E.164 number");
    }
  }

  /** The number from its digits without {@code +}, as it travels in the dialplan. */
  public static PhoneNumber ofDigits(String digits) {
    return new PhoneNumber("+" + digits);
  }

  /** The digits without {@code +}. */
  public String digits() {
    return e164.substring(1);
  }

  /**
   * The digits as one number: at most 15, so a {@code long} holds them; used by compact snapshots.
   */
  public long packed() {
    return Long.parseLong(digits());
  }

  @Override
  public int compareTo(PhoneNumber other) {
    return e164.compareTo(other.e164);
  }

  @Override
  public String toString() {
    int shown = 3;
    int tail = Math.max(shown, e164.length() - 2);
    return e164.substring(0, shown) + "*".repeat(tail - shown) + e164.substring(tail);
  }
}
