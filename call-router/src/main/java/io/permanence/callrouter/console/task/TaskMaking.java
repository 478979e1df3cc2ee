package io.permanence.callrouter.console.task;

import io.permanence.callrouter.floor.Aftermath;
import io.permanence.callrouter.journal.LiveCall;
import io.permanence.callrouter.spool.Voicemail;
import io.permanence.callrouter.spool.VoicemailSink;
import io.permanence.model.Caller;
import io.permanence.model.delivery.MessageKind;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.NoteId;
import io.permanence.model.id.TeamId;
import io.permanence.store.Database;
import io.permanence.store.Tx;
import io.permanence.store.customer.Customers;
import io.permanence.store.delivery.Outbox;
import io.permanence.store.note.Note;
import io.permanence.store.note.Notes;
import io.permanence.store.task.Task;
import io.permanence.store.task.Tasks;
import io.permanence.store.voicemail.Recorded;
import io.permanence.store.voicemail.Voicemails;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes tasks of what is left after a call (B9): an unsent note, a voicemail; those of lost and
 * broken calls and of wishes to be called back the journal makes with the event. What is told to
 * the customer is decided in the same transaction (C2). While the database is away it tries again
 * until it succeeds; making a task twice makes one.
 */
public final class TaskMaking implements Aftermath, VoicemailSink {
  private static final Logger log = LoggerFactory.getLogger(TaskMaking.class);
  private static final long AGAIN_MILLIS = 2_000;

  private final Vertx vertx;
  private final Database database;
  private final Clock clock;
  private final BiConsumer<AccountId, LiveCall> noteKept;
  private final Set<Future<Void>> underWay = ConcurrentHashMap.newKeySet();

  /**
   * Makes tasks in that store.
   *
   * @param noteKept told when an unsent note became a secretary's task
   */
  public TaskMaking(
      Vertx vertx, Database database, Clock clock, BiConsumer<AccountId, LiveCall> noteKept) {
    this.vertx = vertx;
    this.database = database;
    this.clock = clock;
    this.noteKept = noteKept;
  }

  /** The customer's outgoing calls are used up for today: once a day somebody looks (A14). */
  public void capReached(LiveCall call, Instant now) {
    Instant midnight =
        now.atZone(call.snapshot().zone())
            .toLocalDate()
            .atStartOfDay(call.snapshot().zone())
            .toInstant();
    untilDone(
        () ->
            database.inTransaction(
                call.customer(),
                tx ->
                    Tasks.addOnceSince(
                        tx,
                        task(call, Task.Kind.CAP_REACHED, Optional.empty(), Optional.empty(), now),
                        midnight)));
  }

  private static Tasks.NewTask task(
      LiveCall call,
      Task.Kind kind,
      Optional<NoteId> note,
      Optional<AccountId> owner,
      Instant now) {
    return new Tasks.NewTask(
        call.customer(), kind, call.id(), note, call.snapshot().homeTeam(), owner, now);
  }

  @Override
  public void noLongerHers(AccountId secretary, LiveCall call) {
    untilDone(
        () ->
            database
                .inTransaction(call.customer(), tx -> keepDrafts(tx, secretary, call))
                .onSuccess(
                    kept -> {
                      if (kept) {
                        noteKept.accept(secretary, call);
                      }
                    }));
  }

  private static Future<Boolean> keepDrafts(Tx tx, AccountId secretary, LiveCall call) {
    return Notes.drafts(tx, secretary, call.id())
        .compose(
            drafts -> {
              Future<Boolean> all = Future.succeededFuture(false);
              for (Note draft : drafts) {
                all =
                    all.compose(
                        before -> Tasks.keepDraft(tx, draft.id()).map(made -> before || made));
              }
              return all;
            });
  }

  /** A draft that nobody is at work on any more becomes its secretary's task. */
  public void keepDraft(CustomerId customer, NoteId draft) {
    untilDone(() -> database.inTransaction(customer, tx -> Tasks.keepDraft(tx, draft)));
  }

  /**
   * Keeps what a secretary left unsent, whenever that was: after a stop of the service nobody else
   * remembers that she had begun it.
   *
   * @param inHand whether she is at work on that call now: its note is not left yet
   */
  public void keepDrafts(AccountId secretary, Predicate<CallId> inHand) {
    untilDone(
        () ->
            database
                .acrossCustomers(tx -> Notes.drafts(tx, secretary))
                .compose(drafts -> keepEach(drafts, inHand)));
  }

  private Future<Boolean> keepEach(List<Notes.Draft> drafts, Predicate<CallId> inHand) {
    Future<Boolean> all = Future.succeededFuture(false);
    for (Notes.Draft draft : drafts) {
      all =
          all.compose(
              before ->
                  database.inTransaction(
                      draft.customer(),
                      tx ->
                          Notes.find(tx, draft.id())
                              .compose(
                                  note ->
                                      note.filter(left -> !inHand.test(left.call())).isPresent()
                                          ? Tasks.keepDraft(tx, draft.id())
                                          : Future.succeededFuture(false))));
    }
    return all;
  }

  @Override
  public Future<Void> left(Voicemail voicemail) {
    CustomerId customer = voicemail.customer();
    TeamId team = voicemail.team();
    Instant at = voicemail.recordedAt();
    Function<Tx, Future<Boolean>> work =
        tx ->
            Tasks.add(
                    tx,
                    new Tasks.NewTask(
                        customer,
                        Task.Kind.VOICEMAIL,
                        voicemail.call(),
                        Optional.empty(),
                        team,
                        Optional.empty(),
                        at))
                .compose(
                    made ->
                        made
                            ? told(tx, voicemail).map(done -> true)
                            : Future.succeededFuture(false));
    return database.inTransaction(customer, work).mapEmpty();
  }

  /** The recording, its note in the customer's language, and the one message that tells of it. */
  private Future<Void> told(Tx tx, Voicemail voicemail) {
    Recorded recorded =
        new Recorded(
            voicemail.customer(),
            voicemail.call(),
            voicemail.caller() instanceof Caller.Known known
                ? Optional.of(known.number())
                : Optional.empty(),
            voicemail.seconds(),
            voicemail.recordedAt(),
            voicemail.audio());
    return Customers.current(tx)
        .compose(
            customer ->
                Voicemails.keep(
                    tx, recorded, VoicemailText.of(customer.language(), voicemail.seconds())))
        .compose(
            kept ->
                Outbox.append(
                    tx,
                    voicemail.customer(),
                    MessageKind.VOICEMAIL,
                    recorded.note().value(),
                    clock.instant()));
  }

  /** Deletes the recordings that may no longer be kept (H9); what fails is done an hour later. */
  public void forgetOldVoicemails() {
    database
        .acrossCustomers(tx -> Voicemails.forget(tx, clock.instant()))
        .onSuccess(gone -> log.debug("{} recordings are no longer kept", gone))
        .onFailure(failure -> log.warn("old recordings stay for now: {}", failure.getMessage()));
  }

  /** Completes when every task asked for so far is made; before a stop. */
  public Future<Void> drained() {
    return Future.join(List.copyOf(underWay)).mapEmpty();
  }

  private void untilDone(Supplier<Future<Boolean>> work) {
    Promise<Void> made = Promise.promise();
    underWay.add(made.future());
    made.future().onComplete(done -> underWay.remove(made.future()));
    attempt(work, made);
  }

  private void attempt(Supplier<Future<Boolean>> work, Promise<Void> made) {
    work.get()
        .onSuccess(done -> made.complete())
        .onFailure(
            failure -> {
              log.warn("a task could not be made yet: {}", failure.getMessage());
              vertx.setTimer(AGAIN_MILLIS, ignored -> attempt(work, made));
            });
  }
}
