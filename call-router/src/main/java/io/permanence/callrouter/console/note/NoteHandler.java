package io.permanence.callrouter.console.note;

import io.permanence.callrouter.console.body.Fields;
import io.permanence.callrouter.console.body.Gate;
import io.permanence.callrouter.console.body.Gate.Answer;
import io.permanence.callrouter.console.body.Operation;
import io.permanence.callrouter.console.call.BegunNotes;
import io.permanence.callrouter.console.call.CardAccess;
import io.permanence.callrouter.floor.Desk;
import io.permanence.identity.ActiveSession;
import io.permanence.model.PhoneNumber;
import io.permanence.model.Urgency;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.NoteId;
import io.permanence.runtime.http.Problem;
import io.permanence.store.Database;
import io.permanence.store.Tx;
import io.permanence.store.intake.IntakeScripts;
import io.permanence.store.note.Note;
import io.permanence.store.note.Notes;
import io.permanence.store.note.Notes.Saved;
import io.permanence.store.task.Tasks;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Saving drafts and sending notes (B6, C2). */
public final class NoteHandler {
  private static final Set<String> INTENTS = new LinkedHashSet<>(List.of("draft", "send"));
  private static final Set<String> URGENCIES = new LinkedHashSet<>(List.of("normal", "urgent"));
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_REQUEST = 4000;
  private static final int LONGEST_ANSWER = 2000;
  private static final int MOST_ANSWERS = 30;

  private final Database database;
  private final CardAccess access;
  private final BegunNotes notes;
  private final Desk desk;
  private final Gate gate;
  private final Clock clock;
  private final BiConsumer<CustomerId, NoteId> left;

  /**
   * A handler writing to that store.
   *
   * @param left told of a draft that was saved when its secretary was not at work on it any more
   */
  public NoteHandler(
      Database database,
      CardAccess access,
      BegunNotes notes,
      Desk desk,
      Gate gate,
      Clock clock,
      BiConsumer<CustomerId, NoteId> left) {
    this.database = database;
    this.access = access;
    this.notes = notes;
    this.desk = desk;
    this.gate = gate;
    this.clock = clock;
    this.left = left;
  }

  /** Mounts the routes. */
  public void mount(Router router) {
    router.get("/notes/:noteId").handler(gate.read(Operation.GET_NOTE, this::read));
    router.put("/notes/:noteId").handler(gate.handle(Operation.SAVE_NOTE, this::save));
  }

  private static NoteId noteId(RoutingContext context) {
    return new NoteId(Fields.pathId("noteId", context.pathParam("noteId")));
  }

  private Future<NoteView> read(ActiveSession session, RoutingContext context) {
    NoteId id = noteId(context);
    AccountId who = session.principal().accountId();
    return database
        .acrossCustomers(tx -> Notes.home(tx, id, who))
        .compose(
            home ->
                home.map(customer -> database.inTransaction(customer, tx -> Notes.find(tx, id)))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())))
        .map(note -> NoteView.of(note.orElseThrow(() -> Problem.notFound().exception())));
  }

  /** What was sent, before it is known whose call it is. */
  private record Typed(
      int revision,
      boolean send,
      CallId call,
      String callerName,
      Optional<PhoneNumber> callerNumber,
      boolean numberReadBack,
      String request,
      Urgency urgency,
      boolean callbackWanted,
      SortedMap<UUID, String> answers) {
    Note note(CustomerId customer, NoteId id, AccountId who, Instant now) {
      return new Note(
          customer,
          id,
          call,
          who,
          revision,
          callerName,
          callerNumber,
          numberReadBack,
          request,
          urgency,
          callbackWanted,
          answers,
          now,
          send ? Optional.of(now) : Optional.empty());
    }
  }

  private Future<Answer> save(ActiveSession session, RoutingContext context) {
    NoteId id = noteId(context);
    AccountId who = session.principal().accountId();
    Typed typed = typed(Fields.of(Gate.body(context)));
    List<Problem.Field> missing =
        typed.send() ? NoteTaking.missing(typed.callerName(), typed.request()) : List.of();
    if (!missing.isEmpty()) {
      throw incomplete(missing).exception();
    }
    Instant now = clock.instant();
    return home(who, id, typed.call())
        .compose(
            customer ->
                database.inTransaction(
                    customer, tx -> store(tx, typed.note(customer, id, who, now), now)))
        .map(saved -> answer(who, saved));
  }

  private static Typed typed(Fields fields) {
    int revision = fields.number("revision", 1, Integer.MAX_VALUE);
    boolean send = fields.choice("intent", INTENTS).equals("send");
    CallId call = new CallId(fields.id("callId"));
    String callerName = fields.text("callerName", 0, LONGEST_NAME);
    Optional<PhoneNumber> callerNumber = fields.maybeNumber("callerNumber");
    boolean readBack = fields.flag("numberReadBack");
    String request = fields.lines("request", 0, LONGEST_REQUEST);
    String urgency = fields.choice("urgency", URGENCIES);
    boolean callback = fields.flag("callbackWanted");
    SortedMap<UUID, String> answers = new TreeMap<>();
    for (Fields answer : fields.objects("answers", MOST_ANSWERS)) {
      answers.put(answer.id("questionId"), answer.lines("value", 0, LONGEST_ANSWER));
      answer.closed();
    }
    fields.done();
    return new Typed(
        revision,
        send,
        call,
        callerName,
        callerNumber,
        readBack,
        request,
        Urgency.valueOf(urgency.toUpperCase(Locale.ROOT)),
        callback,
        answers);
  }

  /** Whose customer's: by the call, or by the note itself when it was begun earlier. */
  private Future<CustomerId> home(AccountId who, NoteId id, CallId call) {
    return access
        .home(who, call)
        .compose(
            byCall ->
                byCall.isPresent()
                    ? Future.succeededFuture(byCall)
                    : database.acrossCustomers(tx -> Notes.home(tx, id, who)))
        .map(home -> home.orElseThrow(() -> Problem.notFound().exception()));
  }

  /**
   * Answers that do not fit the customer's script keep a note from being sent, never from being
   * kept.
   */
  private static Future<Saved> store(Tx tx, Note note, Instant now) {
    return note.sentAt().isEmpty()
        ? save(tx, note, now)
        : IntakeScripts.of(tx)
            .compose(
                kept -> {
                  List<Problem.Field> faults =
                      kept.script().faults(note.answers()).stream()
                          .map(fault -> new Problem.Field(fault.field(), fault.rule()))
                          .toList();
                  return faults.isEmpty()
                      ? save(tx, note, now)
                          .compose(
                              saved ->
                                  IntakeScripts.asked(
                                          tx, note.id(), kept.script().asked(note.answers()))
                                      .map(done -> saved))
                      : Future.failedFuture(incomplete(faults).exception());
                });
  }

  private static Problem incomplete(List<Problem.Field> faults) {
    return new Problem("note-incomplete", "The note is not complete.", 422, faults);
  }

  private static Future<Saved> save(Tx tx, Note note, Instant now) {
    return Notes.save(tx, note)
        .compose(
            saved ->
                saved instanceof Saved.Stored stored && stored.note().sentAt().isPresent()
                    ? Tasks.noteSent(tx, note.id(), note.secretary(), now)
                        .compose(closed -> Tasks.callbackNoted(tx, note.id(), now))
                        .map(done -> saved)
                    : Future.succeededFuture(saved));
  }

  private Answer answer(AccountId who, Saved saved) {
    return switch (saved) {
      case Saved.Stored stored -> {
        if (stored.note().sentAt().isPresent()) {
          notes.sent(who, stored.note().id());
          desk.wrapUpDone(who, stored.note().call());
        } else if (desk.hasInHand(who, stored.note().call())) {
          notes.begun(who, stored.note().call(), stored.note().id());
        } else {
          left.accept(stored.note().customer(), stored.note().id());
        }
        yield new Answer.Body(NoteView.of(stored.note()));
      }
      case Saved.Outdated outdated ->
          conflict("note-changed", "Another content is stored.", outdated.stored());
      case Saved.AlreadySent sent ->
          conflict("note-sent", "The note has been sent.", sent.stored());
      case Saved.NotHers no -> throw Problem.notFound().exception();
    };
  }

  /** A problem that carries the note as it is stored, so that nothing that was typed is lost. */
  record NoteProblem(String type, String title, int status, NoteView note) {}

  private static Answer conflict(String type, String title, Note stored) {
    return new Answer.Other(409, new NoteProblem(type, title, 409, NoteView.of(stored)));
  }
}
