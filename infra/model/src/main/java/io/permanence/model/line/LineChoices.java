package io.permanence.model.line;

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

  /** What a blocked caller hears (A7). */
  public enum BlockedCallers {
    /** A polite message. */
    MESSAGE,
    /** Voicemail. */
    VOICEMAIL
  }
}
