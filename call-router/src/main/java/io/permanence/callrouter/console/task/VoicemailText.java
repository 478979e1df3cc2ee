package io.permanence.callrouter.console.task;

/** What the note of a voicemail says (A12): that it is one, and how long. */
final class VoicemailText {
  private static final int A_MINUTE = 60;

  private VoicemailText() {}

  /**
   * The note's text.
   *
   * @param language the customer's, {@code fr} or {@code en}
   * @param seconds how long the caller spoke
   */
  static String of(String language, int seconds) {
    return (language.equals("en") ? "Voice message of " : "Message vocal de ") + length(seconds);
  }

  private static String length(int seconds) {
    return seconds < A_MINUTE
        ? seconds + " s"
        : "%d min %02d s".formatted(seconds / A_MINUTE, seconds % A_MINUTE);
  }
}
