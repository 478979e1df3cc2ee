package io.permanence.model.delivery;

/** What there is to tell. */
public enum MessageKind {
  /** A secretary's note was sent; the subject is the note. */
  NOTE,
  /** A call is ringing now; the subject is the call. Worth nothing when it no longer rings. */
  INCOMING_CALL,
  /** A caller left a voicemail; the subject is the call. */
  VOICEMAIL,
  /** A caller gave up before anybody answered; the subject is the call. */
  LOST_CALL,
  /** A code proves a forwarding number (A14); the subject is the proof. By SMS to that number. */
  NUMBER_PROOF
}
