package io.permanence.push.plan;

import java.util.regex.Pattern;

/**
 * Text that people typed, made harmless for headers, lines and screens: no control characters, no
 * marks that turn the direction of writing.
 */
public final class PlainText {
  private static final Pattern UNWANTED = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");
  private static final Pattern UNWANTED_BUT_BREAKS =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\\n\\t]]");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]+");
  private static final Pattern BREAKS = Pattern.compile("\\R");

  private PlainText() {}

  /** The text on one line, at most so many characters. */
  public static String line(String text, int most) {
    String clean = SPACES.matcher(UNWANTED.matcher(text).replaceAll(" ")).replaceAll(" ").strip();
    return cut(clean, most);
  }

  /** The text with its line breaks as {@code \n} and nothing else unseen. */
  public static String block(String text) {
    return UNWANTED_BUT_BREAKS
        .matcher(BREAKS.matcher(text).replaceAll("\n"))
        .replaceAll("")
        .strip();
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end).stripTrailing() + "…";
  }
}
