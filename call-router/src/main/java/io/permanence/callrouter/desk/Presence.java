package io.permanence.callrouter.desk;

import java.util.Locale;

/** What a secretary is doing, as colleagues, supervisor and the desk see it (B4). */
public enum Presence {
  /** Signed in, but the telephone or the microphone is missing, or she is not ready yet. */
  PREPARING,
  READY,
  OFFERED,
  TALKING,
  /** The call is over, the note is being finished. */
  WRAP_UP,
  BREAK,
  /** Taken out after too many missed offers. */
  PAUSED,
  SIGNED_OFF;

  /** The name on the wire, for example {@code wrap-up}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
