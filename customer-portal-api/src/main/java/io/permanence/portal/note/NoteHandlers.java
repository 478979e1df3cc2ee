package io.permanence.portal.note;

import io.permanence.model.id.CallId;
import io.permanence.model.id.NoteId;
import io.permanence.portal.http.Answer;
import io.permanence.portal.http.Operation;
import io.permanence.portal.http.Request;
import io.permanence.portal.note.NoteView.FeedbackView;
import io.permanence.runtime.http.Problem;
import io.permanence.store.Database;
import io.permanence.store.Tx;
import io.permanence.store.history.Note;
import io.permanence.store.history.Notes;
import io.permanence.store.voicemail.Voicemails;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notes: read, bin, gone; feedback; deliveries. */
public final class NoteHandlers {
  private final Database database;

  /** Works on what the customer does with notes. */
  public NoteHandlers(Database database) {
    this.database = database;
  }

  /** The operations by their ids. */
  public Map<String, Operation> operations() {
    return Map.of(
        "getNote", this::get,
        "hearNote", this::hear,
        "updateNote", this::update,
        "deleteNote", this::delete,
        "giveFeedback", this::giveFeedback,
        "withdrawFeedback", this::withdrawFeedback,
        "listDeliveries", this::deliveries);
  }

  private record Deliveries(List<DeliveryView> items) {}

  private Future<Answer> get(Request request) {
    return database
        .inTransaction(request.customer(), tx -> found(tx, request))
        .map(NoteHandlers::answer);
  }

  /** What the caller said, when the note is a voicemail's: such a one bears its call's id. */
  private Future<Answer> hear(Request request) {
    return database
        .inTransaction(
            request.customer(),
            tx ->
                found(tx, request)
                    .compose(
                        note -> Voicemails.audio(tx, new CallId(note.id().value()), request.now())))
        .map(audio -> audio.map(Answer::sound).orElseThrow(() -> Problem.notFound().exception()));
  }

  private static Answer answer(Note note) {
    return Answer.ok(NoteView.of(note), note.version());
  }

  private static Future<Note> found(Tx tx, Request request) {
    return Notes.find(tx, new NoteId(request.id("noteId")))
        .map(note -> note.orElseThrow(() -> Problem.notFound().exception()));
  }

  /** The note, to be changed: locked, and in the version the client read. */
  private static Future<Note> editable(Tx tx, Request request, int version) {
    return Notes.lock(tx, new NoteId(request.id("noteId")))
        .compose(locked -> found(tx, request))
        .map(
            note -> {
              if (note.version() != version) {
                throw Problem.changedMeanwhile().exception();
              }
              return note;
            });
  }

  private Future<Answer> update(Request request) {
    int version = request.version();
    return database
        .inTransaction(
            request.customer(),
            tx ->
                editable(tx, request, version)
                    .compose(
                        note ->
                            Notes.setState(
                                tx,
                                request.customer(),
                                note.id(),
                                stamp(request, "read", note.readAt()),
                                stamp(request, "binned", note.binnedAt())))
                    .compose(done -> found(tx, request)))
        .map(NoteHandlers::answer);
  }

  private static Optional<Instant> stamp(Request request, String field, Optional<Instant> present) {
    Optional<Boolean> wish = request.body().optionalFlag(field);
    if (wish.isEmpty()) {
      return present;
    }
    return wish.get() ? present.or(() -> Optional.of(request.now())) : Optional.empty();
  }

  private Future<Answer> delete(Request request) {
    int version = request.version();
    return database
        .inTransaction(
            request.customer(),
            tx ->
                editable(tx, request, version)
                    .compose(
                        note ->
                            note.binnedAt().isPresent()
                                ? Notes.delete(tx, note)
                                : Future.failedFuture(
                                    Problem.conflict(
                                            "note-not-in-bin", "Put the note into the bin first.")
                                        .exception())))
        .map(done -> Answer.nothing());
  }

  private Future<Answer> giveFeedback(Request request) {
    Note.Feedback feedback =
        new Note.Feedback(
            request.body().text("rating").equals("GOOD"), request.body().optional("comment"));
    return setFeedback(request, Optional.of(feedback))
        .map(done -> Answer.ok(FeedbackView.of(feedback)));
  }

  private Future<Answer> withdrawFeedback(Request request) {
    return setFeedback(request, Optional.empty()).map(done -> Answer.nothing());
  }

  private Future<Void> setFeedback(Request request, Optional<Note.Feedback> feedback) {
    return database.inTransaction(
        request.customer(),
        tx ->
            found(tx, request)
                .compose(note -> Notes.setFeedback(tx, request.customer(), note.id(), feedback)));
  }

  private Future<Answer> deliveries(Request request) {
    return database
        .inTransaction(
            request.customer(),
            tx ->
                found(tx, request)
                    .compose(note -> Notes.deliveries(tx, note.id(), request.account())))
        .map(all -> Answer.ok(new Deliveries(all.stream().map(DeliveryView::of).toList())));
  }
}
