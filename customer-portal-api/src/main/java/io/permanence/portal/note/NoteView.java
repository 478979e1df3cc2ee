package io.permanence.portal.note;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.CallId;
import io.permanence.store.history.Note;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A note as the contract shows it. */
public record NoteView(
    UUID id,
    Optional<UUID> callId,
    int version,
    Optional<String> callerName,
    Optional<String> callerNumber,
    boolean numberConfirmed,
    boolean callbackWanted,
    String request,
    String urgency,
    List<Answered> answers,
    Optional<Integer> voicemailSeconds,
    Optional<String> takenBy,
    Instant takenAt,
    Optional<Instant> readAt,
    Optional<Instant> binnedAt,
    Optional<FeedbackView> feedback) {
  private static final int MOST_ANSWERS = 30;
  private static final int LONGEST_QUESTION = 200;
  private static final int LONGEST_ANSWER = 2000;

  /** An answer of the customer's own questions. */
  public record Answered(String question, String answer) {}

  /** What the customer thought of it. */
  public record FeedbackView(String rating, Optional<String> comment) {
    static FeedbackView of(Note.Feedback feedback) {
      return new FeedbackView(feedback.good() ? "GOOD" : "BAD", feedback.comment());
    }
  }

  /** Of a secretary only the first name is told. */
  public static NoteView of(Note note) {
    return new NoteView(
        note.id().value(),
        note.call().map(CallId::value),
        note.version(),
        Optional.of(note.callerName()).filter(name -> !name.isBlank()),
        note.callerNumber().map(PhoneNumber::e164),
        note.numberConfirmed(),
        note.callbackWanted(),
        note.request(),
        note.urgency().name(),
        note.answers().entrySet().stream()
            .limit(MOST_ANSWERS)
            .map(
                each ->
                    new Answered(
                        cut(each.getKey(), LONGEST_QUESTION), cut(each.getValue(), LONGEST_ANSWER)))
            .toList(),
        note.voicemailSeconds(),
        note.takenBy().map(name -> name.split(" ", 2)[0]),
        note.takenAt(),
        note.readAt(),
        note.binnedAt(),
        note.feedback().map(FeedbackView::of));
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }
}
