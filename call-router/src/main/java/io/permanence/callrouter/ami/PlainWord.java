package io.permanence.callrouter.ami;

/**
 * The gate for everything sent to Asterisk: the manager protocol separates headers by line breaks
 * and the library writes texts as they are, so a control character could forge a whole command.
 */
final class PlainWord {
  private static final int LONGEST = 256;

  private PlainWord() {}

  /**
   * The text itself.
   *
   * @throws IllegalArgumentException when it holds anything but printable ASCII or is too long
   */
  static String of(String text) {
    if (text.length() > LONGEST || !text.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
      throw new IllegalArgumentException("not fit to be sent to Asterisk");
    }
    return text;
  }
}
