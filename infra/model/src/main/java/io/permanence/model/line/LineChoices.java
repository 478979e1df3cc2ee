package io.permanence.model.line;

import java.util.Arrays;

/**
 * What the customer chose once for a whole line.
 *
 * @param withheldCallers unless an instruction says otherwise
 * @param holidays the public holidays that weekly hours may keep
 */
public record LineChoices(
    OutOfHours outOfHours,
    BlockedCallers blockedCallers,
    WithheldCallers withheldCallers,
    WhenBusy whenBusy,
    PublicHolidays holidays) {
  /** What a new line begins with. */
  public static final LineChoices USUAL =
      new LineChoices(
          OutOfHours.VOICEMAIL,
          BlockedCallers.MESSAGE,
          WithheldCallers.AS_STRANGERS,
          WhenBusy.AS_INSTRUCTED,
          PublicHolidays.FRANCE);

  /**
   * A number of these very choices, at least 1: whoever edits says with it which they saw. The same
   * choices have the same number, so going there and back in between does no harm.
   */
  public int version() {
    int version = place(outOfHours, OutOfHours.values());
    version = next(version, blockedCallers, BlockedCallers.values());
    version = next(version, withheldCallers, WithheldCallers.values());
    version = next(version, whenBusy, WhenBusy.values());
    version = next(version, holidays, PublicHolidays.values());
    return version + 1;
  }

  private static <E extends Enum<E>> int next(int before, E word, E[] words) {
    return before * words.length + place(word, words);
  }

  private static <E extends Enum<E>> int place(E word, E[] words) {
    return Arrays.asList(words).indexOf(word);
  }

  /** What a blocked caller hears (A7). */
  public enum BlockedCallers {
    /** A polite message. */
    MESSAGE,
    /** Voicemail. */
    VOICEMAIL
  }
}
