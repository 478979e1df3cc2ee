package io.permanence.callrouter.console.note;

import io.permanence.model.id.AccountId;
import io.permanence.store.note.SentNote;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A note that was sent, and how the customer was told, as the list shows it (C2). */
record SentNoteView(
    String noteId,
    boolean mine,
    Optional<String> secretary,
    String customerName,
    Optional<String> callerName,
    String urgency,
    Instant sentAt,
    boolean decided,
    List<MessageView> messages) {
  private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int LONGEST_CODE = 60;

  /** One message and what became of it. */
  record MessageView(
      String messageId,
      String channel,
      Optional<String> target,
      String state,
      Optional<String> why,
      int attempts,
      Optional<Instant> againAt,
      Instant changedAt) {
    static MessageView of(SentNote.Message message) {
      String state = state(message);
      return new MessageView(
          message.id().toString(),
          message.channel().toLowerCase(Locale.ROOT),
          message.target(),
          state,
          switch (state) {
            case "failed" -> Optional.of(code(message).orElse("provider-refused"));
            case "retrying" -> code(message);
            default -> Optional.empty();
          },
          message.attempts(),
          state.equals("retrying") ? Optional.of(message.dueAt()) : Optional.empty(),
          message.changedAt());
    }

    /** Queued after an attempt that came to nothing is being retried. */
    private static String state(SentNote.Message message) {
      return switch (message.state()) {
        case "SENT" -> "sent";
        case "DELIVERED" -> "delivered";
        case "FAILED" -> "failed";
        default -> message.why().isPresent() ? "retrying" : "queued";
      };
    }

    private static Optional<String> code(SentNote.Message message) {
      return message
          .why()
          .filter(why -> why.length() <= LONGEST_CODE && CODE.matcher(why).matches());
    }
  }

  static SentNoteView of(SentNote note, AccountId who, Optional<String> secretary) {
    return new SentNoteView(
        note.id().toString(),
        note.secretary().equals(who),
        secretary,
        note.customerName(),
        note.callerName(),
        note.urgency().name().toLowerCase(Locale.ROOT),
        note.sentAt(),
        note.decided(),
        note.messages().stream().map(MessageView::of).toList());
  }
}
