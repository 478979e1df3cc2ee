package io.permanence.callrouter.desk;

import io.permanence.model.id.ForwardingNumberId;

/** What the ladder says after a number that was not reached (A4). */
public sealed interface Onward {
  /** Ring this rung. */
  record Ring(Rung rung) implements Onward {
    /** Ring one number. */
    public Ring(ForwardingNumberId number, int ringSeconds) {
      this(Rung.of(number, ringSeconds));
    }
  }

  /** Nothing more: back to the secretary, or the desk. */
  record Back() implements Onward {}

  /** The caller leaves a message. */
  record Voicemail() implements Onward {}
}
