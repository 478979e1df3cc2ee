package io.permanence.runtime.http;

/**
 * Tells texts that a store can keep and a screen can show from others: no NUL or other control
 * character, no half of a character.
 */
public final class Printable {
  private static final int DELETE = 0x7f;

  private Printable() {}

  /** Whether it may stand in a field of several lines: with line breaks and tabs. */
  public static boolean lines(String text) {
    return text.codePoints().allMatch(point -> isBreakOrTab(point) || isShown(point));
  }

  /** Whether it may stand in a field of one line. */
  public static boolean line(String text) {
    return text.codePoints().allMatch(Printable::isShown);
  }

  private static boolean isBreakOrTab(int point) {
    return point == '\n' || point == '\r' || point == '\t';
  }

  private static boolean isShown(int point) {
    boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return point >= ' ' && point != DELETE && !half;
  }
}
