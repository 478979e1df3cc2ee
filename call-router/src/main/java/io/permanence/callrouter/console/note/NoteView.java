package io.permanence.callrouter.console.note;

import io.permanence.model.PhoneNumber;
import io.permanence.store.note.Note;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A note as its secretary's browser sees it. */
record NoteView(
    String noteId,
    int revision,
    String state,
    Instant savedAt,
    String callId,
    String callerName,
    Optional<String> callerNumber,
    boolean numberReadBack,
    String request,
    String urgency,
    boolean callbackWanted,
    List<Answer> answers) {
  /** The answer to one question. */
  record Answer(String questionId, String value) {}

  static NoteView of(Note note) {
    return new NoteView(
        note.id().toString(),
        note.revision(),
        note.sentAt().isPresent() ? "sent" : "draft",
        note.savedAt(),
        note.call().toString(),
        note.callerName(),
        note.callerNumber().map(PhoneNumber::e164),
        note.numberReadBack(),
        note.request(),
        note.urgency().name().toLowerCase(Locale.ROOT),
        note.callbackWanted(),
        note.answers().entrySet().stream()
            .map(entry -> new Answer(entry.getKey().toString(), entry.getValue()))
            .toList());
  }
}
