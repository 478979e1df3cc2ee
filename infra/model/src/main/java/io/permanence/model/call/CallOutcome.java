package io.permanence.model.call;

/** How a call ended, in one word: what statistics and lists show. */
public enum CallOutcome {
  /** A secretary spoke with the caller. */
  TAKEN,
  /** The caller reached the customer. */
  PUT_THROUGH,
  /** The caller left a message, or was asked to. */
  VOICEMAIL,
  /** The caller gave up before anybody answered. */
  LOST,
  /** The caller heard a message. */
  MESSAGE,
  /** The emergency group answered while the router was away. */
  FALLBACK,
  /** The call broke with its Asterisk. */
  BROKEN
}
