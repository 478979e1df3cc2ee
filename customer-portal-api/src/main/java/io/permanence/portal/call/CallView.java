package io.permanence.portal.call;

import io.permanence.model.PhoneNumber;
import io.permanence.portal.note.NoteView;
import io.permanence.store.customer.NamedLine;
import io.permanence.store.history.CallLine;
import io.permanence.store.history.Decided;
import io.permanence.store.history.Note;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Calls as the contract shows them. */
final class CallView {
  private static final String IN_PROGRESS = "IN_PROGRESS";

  private CallView() {}

  record Page(List<Call> items, Optional<String> next, int unreadTotal) {}

  record Call(
      UUID id,
      Instant arrivedAt,
      Line line,
      Caller caller,
      String outcome,
      Optional<Instant> answeredAt,
      long durationSeconds,
      Optional<NoteSummary> note) {}

  record CallInFull(
      UUID id,
      Instant arrivedAt,
      Line line,
      Caller caller,
      String outcome,
      Optional<Instant> answeredAt,
      long durationSeconds,
      Optional<NoteView> note,
      List<NoteView> otherNotes,
      ReasonView reason,
      List<Event> events) {}

  record Line(UUID id, String number, String label) {}

  record Caller(
      String kind,
      Optional<String> number,
      Optional<String> name,
      Optional<String> contactId,
      String mark) {}

  record NoteSummary(
      UUID id,
      String excerpt,
      String urgency,
      Optional<Instant> readAt,
      Optional<Instant> binnedAt,
      int version) {}

  record Event(String kind, Instant at) {}

  static Call shortly(CallLine call, Instant now) {
    return new Call(
        call.id().value(),
        call.arrivedAt(),
        line(call.line()),
        caller(call),
        call.outcome().orElse(IN_PROGRESS),
        call.answeredAt(),
        seconds(call, now),
        call.note().map(CallView::summary));
  }

  static CallInFull inFull(CallLine call, Decided decided, List<Note> notes, Instant now) {
    return new CallInFull(
        call.id().value(),
        call.arrivedAt(),
        line(call.line()),
        caller(call),
        call.outcome().orElse(IN_PROGRESS),
        call.answeredAt(),
        seconds(call, now),
        notes.stream().filter(note -> isShown(call, note)).findFirst().map(NoteView::of),
        notes.stream().filter(note -> !isShown(call, note)).map(NoteView::of).toList(),
        ReasonView.of(decided),
        decided.events().stream().map(event -> new Event(event.kind(), event.at())).toList());
  }

  private static boolean isShown(CallLine call, Note note) {
    return call.note().filter(line -> line.id().equals(note.id())).isPresent();
  }

  private static Line line(NamedLine line) {
    return new Line(line.id().value(), line.number().e164(), line.name());
  }

  private static long seconds(CallLine call, Instant now) {
    return Math.max(0, Duration.between(call.arrivedAt(), call.endedAt().orElse(now)).toSeconds());
  }

  private static Caller caller(CallLine call) {
    return new Caller(
        call.caller().isPresent() ? "KNOWN" : "WITHHELD",
        call.caller().map(PhoneNumber::e164),
        call.note()
            .map(CallLine.NoteLine::callerName)
            .filter(name -> !name.isBlank())
            .or(() -> call.contact().map(CallLine.KnownCaller::name)),
        call.contact().map(contact -> contact.key().text()),
        call.contact().map(contact -> contact.mark().name()).orElse("NONE"));
  }

  private static NoteSummary summary(CallLine.NoteLine note) {
    return new NoteSummary(
        note.id().value(),
        note.excerpt(),
        note.urgency().name(),
        note.readAt(),
        note.binnedAt(),
        note.version());
  }
}
