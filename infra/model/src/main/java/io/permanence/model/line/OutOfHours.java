package io.permanence.model.line;

/** What a line does with a caller whom no secretary can take at this hour (A12). */
public enum OutOfHours {
  /** A spoken message, then voicemail. */
  VOICEMAIL,
  /** A spoken message only. */
  MESSAGE
}
