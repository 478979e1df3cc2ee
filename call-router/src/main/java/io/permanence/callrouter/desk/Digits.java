package io.permanence.callrouter.desk;

import java.util.regex.Pattern;

/**
 * Keys to be pressed on a connected line, for a menu at the other end.
 *
 * @param keys 1 to 20 of {@code 0-9 * #}
 */
public record Digits(String keys) {
  /** The most keys that are pressed at once. */
  public static final int MOST = 20;

  /** What may be pressed. */
  public static final Pattern VALID = Pattern.compile("[0-9*#]{1," + MOST + "}");

  public Digits {
    if (!VALID.matcher(keys).matches()) {
      throw new IllegalArgumentException("1 to 20 of 0-9 * #");
    }
  }

  /** The keys may be a secret of the customer: they are in no log. */
  @Override
  public String toString() {
    return "Digits[" + keys.length() + "]";
  }
}
