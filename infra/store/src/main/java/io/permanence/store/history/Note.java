package io.permanence.store.history;

import io.permanence.model.PhoneNumber;
import io.permanence.model.Urgency;
import io.permanence.model.id.CallId;
import io.permanence.model.id.NoteId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A note that was sent, and what the customer did with it.
 *
 * @param version of the note and what was done with it together
 * @param callbackWanted the caller wants to be called back
 * @param voicemailSeconds how long the caller spoke; absent when there is nothing to hear
 * @param takenBy the secretary's name; absent when nobody took it (voicemail)
 */
public record Note(
    NoteId id,
    Optional<CallId> call,
    int version,
    String callerName,
    Optional<PhoneNumber> callerNumber,
    boolean numberConfirmed,
    String request,
    Urgency urgency,
    Map<String, String> answers,
    boolean callbackWanted,
    Optional<String> takenBy,
    Optional<Integer> voicemailSeconds,
    Instant takenAt,
    Optional<Instant> readAt,
    Optional<Instant> binnedAt,
    Optional<Feedback> feedback) {
  /** What the customer thought of the note (D4). */
  public record Feedback(boolean good, Optional<String> comment) {}

  public Note {
    answers = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(answers));
  }
}
