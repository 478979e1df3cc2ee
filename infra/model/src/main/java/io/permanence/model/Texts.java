package io.permanence.model;

/** What is true of any text a person typed. */
public final class Texts {
  private Texts() {}

  /**
   * Whether nothing of it can be seen or read aloud: only spaces of any width, line ends, controls
   * and marks of no width. A greeting, a name or a question like that is none (D5, B6).
   */
  public static boolean isBlank(String text) {
    return text.codePoints().allMatch(Texts::isInvisible);
  }

  private static boolean isInvisible(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT;
  }
}
