package io.permanence.model.line;

/** What becomes of callers who hide their number (A7). */
public enum WithheldCallers {
  /** They are treated like any stranger. */
  AS_STRANGERS,
  /** A secretary answers; they are never put through. */
  DESK_ONLY,
  /** They may leave a message. */
  VOICEMAIL,
  /** They hear a message that asks them to show their number. */
  MESSAGE
}
