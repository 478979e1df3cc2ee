package io.permanence.model;

/**
 * A telephone number in E.164 form, for example {@code +33639980101}. The value is checked for
 * shape only; whether it exists and may be dialled is the {@link NumberPlan}'s business.
 *
 * <p>{@link #toString()} masks the subscriber's digits, so that a number printed by accident does
 * not become a person in a log.
 */
public record PhoneNumber(String e164) implements Comparable<PhoneNumber> {
  private static final int SHORTEST = 6;
  private static final int LONGEST = 16;

  /**
   * Accepts a number already in E.164 form.
   *
   * @throws IllegalArgumentException when the text is not {@code +} and 5 to 15 digits
   */
  public PhoneNumber {
    if (!shaped(e164)) {
      throw new IllegalArgumentException("not an E.164 number");
    }
  }

  private static boolean shaped(String text) {
    int length = text.length();
    if (length < SHORTEST || length > LONGEST || text.charAt(0) != '+' || text.charAt(1) == '0') {
      return false;
    }
    for (int i = 1; i < length; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
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
    return Long.parseLong(e164, 1, e164.length(), 10);
  }

  /** The number of {@link #packed()}. */
  public static PhoneNumber ofPacked(long packed) {
    return new PhoneNumber("+" + packed);
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
