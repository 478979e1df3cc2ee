package io.permanence.store.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.PhoneNumber;
import io.permanence.model.Urgency;
import io.permanence.model.delivery.Channel;
import io.permanence.model.delivery.Delivery;
import io.permanence.model.delivery.Message;
import io.permanence.model.delivery.Target;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.LineId;
import io.permanence.model.id.NoteId;
import io.permanence.model.id.TeamId;
import io.permanence.model.intake.Question;
import io.permanence.store.Database;
import io.permanence.store.EmbeddedDatabase;
import io.permanence.store.Module;
import io.permanence.store.Tx;
import io.permanence.store.delivery.Targets;
import io.permanence.store.intake.IntakeScripts;
import io.permanence.store.mapping.Mapping;
import io.permanence.store.note.Note;
import io.permanence.store.note.Notes;
import io.permanence.store.task.Task;
import io.permanence.store.task.Tasks;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a note leaves to be done (B6, B9). */
class NotesLeftTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final CustomerId MARTIN = CustomerId.random();
  private static final TeamId HEALTH = TeamId.random();
  private static final AccountId LEA = AccountId.random();
  private static final AccountId CAMILLE = AccountId.random();
  private static final LineId LINE = LineId.random();
  private static final UUID QUESTION = new UUID(1, 1);
  private static final EmbeddedDatabase POSTGRES = EmbeddedDatabase.migrated();
  private static Vertx vertx;
  private static Database database;

  @BeforeAll
  static void aCustomerWithALine() throws SQLException {
    vertx = Vertx.vertx();
    database = Mapping.open(vertx, POSTGRES.settings(), Module.ROUTER);
    sql("insert into team values ('%s', 'Santé', 1)".formatted(HEALTH));
    for (AccountId who : List.of(LEA, CAMILLE)) {
      sql("insert into secretary values ('%s', 'Léa', '%s')".formatted(who, HEALTH));
    }
    sql(
        "insert into customer (customer_id, name, trade, created_at) values ('%s', 'Cabinet Martin',"
                .formatted(MARTIN)
            + " 'médecin', now())");
    sql(
        "insert into line (customer_id, id, number, name, home_team, created_at) values"
            + " ('%s', '%s', '+33199001001', 'Cabinet', '%s', now())"
                .formatted(MARTIN, LINE, HEALTH));
  }

  @AfterAll
  static void close() {
    await(database.close());
    await(vertx.close());
  }

  @Test
  void eachUnsentNoteIsATaskOfItsSecretaryUntilItIsSent() throws SQLException {
    CallId call = call();
    Draft leas = new Draft(call, LEA, "begun");
    Draft camilles = new Draft(call, CAMILLE, "begun too");
    Draft empty = new Draft(call, LEA, " \n");
    for (Draft each : List.of(leas, camilles, empty)) {
      save(each.revision(1));
    }
    List<Notes.Draft> drafts = across(tx -> Notes.drafts(tx, LEA));
    assertThat(drafts)
        .contains(new Notes.Draft(MARTIN, leas.id), new Notes.Draft(MARTIN, empty.id));
    assertThat(kept(leas)).isTrue();
    assertThat(kept(camilles)).isTrue();
    assertThat(kept(leas)).isFalse();
    assertThat(kept(empty)).isFalse();
    assertThat(unsent(LEA)).contains(leas.id).doesNotContain(camilles.id, empty.id);
    assertThat(unsent(CAMILLE)).containsExactly(camilles.id);
    save(leas.sent(2, false));
    inMartins(tx -> Tasks.noteSent(tx, leas.id, LEA, NOON));
    assertThat(kept(leas)).isFalse();
    assertThat(unsent(LEA)).doesNotContain(leas.id);
  }

  @Test
  void anUnsentNoteWhoseCallIsNotInTheJournalYetIsKeptAllTheSame() {
    Draft early = new Draft(CallId.random(), LEA, "begun");
    save(early.revision(1));
    assertThat(kept(early)).isTrue();
    assertThat(unsent(LEA)).contains(early.id);
  }

  @Test
  void aClosedTaskOfAnUnsentNoteOpensAgainOnlyWhenTheNoteIsWrittenOn() throws SQLException {
    Draft draft = new Draft(call(), LEA, "begun");
    save(draft.revision(1));
    assertThat(kept(draft)).isTrue();
    sql(
        "update task set closed_at = '%s' where note_id = '%s'"
            .formatted(NOON.plusSeconds(5), draft.id));
    assertThat(kept(draft)).isFalse();
    assertThat(unsent(LEA)).doesNotContain(draft.id);
    save(draft.at(2, NOON.plusSeconds(60)));
    assertThat(kept(draft)).isTrue();
    assertThat(unsent(LEA)).contains(draft.id);
  }

  @Test
  void theSameRevisionWithAnotherContentIsToldAndNotStored() throws SQLException {
    Draft draft = new Draft(call(), LEA, "one");
    save(draft.revision(3));
    assertThat(save(draft.revision(3))).isInstanceOf(Notes.Saved.Stored.class);
    Notes.Saved saved = save(new Draft(draft.id, draft.call, LEA, "another").revision(3));
    assertThat(saved)
        .isInstanceOfSatisfying(
            Notes.Saved.Outdated.class,
            outdated -> assertThat(outdated.stored().request()).isEqualTo("one"));
    save(draft.sent(4, false));
    assertThat(save(draft.sent(4, false))).isInstanceOf(Notes.Saved.Stored.class);
    assertThat(save(new Draft(draft.id, draft.call, LEA, "late").sent(4, false)))
        .isInstanceOf(Notes.Saved.AlreadySent.class);
  }

  @Test
  void theWishToBeCalledBackIsOneTaskOfTheTeamHoweverOftenItIsSent() throws SQLException {
    Draft draft = new Draft(call(), LEA, "please");
    save(draft.sent(1, true));
    Draft other = new Draft(draft.call, CAMILLE, "please");
    save(other.sent(1, true));
    Draft without = new Draft(call(), LEA, "nothing");
    save(without.sent(1, false));
    for (Draft each : List.of(draft, draft, other, without)) {
      inMartins(tx -> Tasks.callbackNoted(tx, each.id, NOON));
    }
    List<Task> tasks =
        across(tx -> Tasks.listed(tx, CAMILLE, HEALTH, NOON)).stream()
            .filter(task -> task.kind() == Task.Kind.CALLBACK)
            .toList();
    assertThat(tasks).hasSize(1);
    assertThat(tasks.getFirst().note()).contains(draft.id);
    assertThat(tasks.getFirst().call()).contains(draft.call);
    assertThat(tasks.getFirst().owner()).isEmpty();
  }

  @Test
  void aMessageTellsTheAnswersInTheQuestionsWordsAndTheWishToBeCalledBack() throws SQLException {
    Draft draft = new Draft(call(), LEA, "please");
    save(draft.sent(1, true));
    inMartins(tx -> IntakeScripts.asked(tx, draft.id, List.of(question())));
    UUID outbox =
        UUID.fromString(
            text("select id from outbox where subject_id = '%s'".formatted(draft.id.value())));
    Delivery mail = mail(outbox, draft.id);
    Map<UUID, Target> targets =
        await(
            database
                .as(Module.PUSH)
                .inTransaction(MARTIN, tx -> Targets.of(tx, MARTIN, List.of(mail))));
    Message message = Objects.requireNonNull(targets.get(mail.id())).message().orElseThrow();
    assertThat(message.callbackWanted()).isTrue();
    assertThat(message.answers()).containsExactly(Map.entry("Déjà venu ?", "oui"));
    assertThat(message.request()).isEqualTo("please");
  }

  private static Question question() {
    return new Question(
        QUESTION, "Déjà venu ?", Question.Kind.TEXT, false, List.of(), Optional.empty());
  }

  private static Delivery mail(UUID outbox, NoteId note) {
    return new Delivery(
        MARTIN,
        UUID.randomUUID(),
        outbox,
        note.value(),
        LEA,
        Channel.EMAIL,
        Optional.empty(),
        Optional.of("docteur@cabinet.example"),
        1,
        0,
        0,
        NOON);
  }

  /** A note in the making. */
  private record Draft(NoteId id, CallId call, AccountId by, String request) {
    Draft(CallId call, AccountId by, String request) {
      this(NoteId.random(), call, by, request);
    }

    Note revision(int revision) {
      return at(revision, NOON);
    }

    Note at(int revision, Instant savedAt) {
      return note(revision, false, savedAt, Optional.empty());
    }

    Note sent(int revision, boolean callback) {
      return note(revision, callback, NOON, Optional.of(NOON));
    }

    private Note note(int revision, boolean callback, Instant savedAt, Optional<Instant> sent) {
      return new Note(
          MARTIN,
          id,
          call,
          by,
          revision,
          "",
          Optional.of(new PhoneNumber("+33639980101")),
          true,
          request,
          Urgency.NORMAL,
          callback,
          new TreeMap<>(Map.of(QUESTION, request.isBlank() ? " " : "oui")),
          savedAt,
          sent);
    }
  }

  private static boolean kept(Draft draft) {
    return inMartins(tx -> Tasks.keepDraft(tx, draft.id));
  }

  private static List<NoteId> unsent(AccountId who) {
    return across(tx -> Tasks.listed(tx, who, HEALTH, NOON)).stream()
        .filter(task -> task.kind() == Task.Kind.UNSAVED_NOTE)
        .map(task -> task.note().orElseThrow())
        .toList();
  }

  private static CallId call() throws SQLException {
    CallId call = CallId.random();
    sql(
        "insert into call (customer_id, id, line_id, arrived_at, decision, reason) values ('%s', '%s',"
                .formatted(MARTIN, call)
            + " '%s', now(), 'desk', 'all')".formatted(LINE));
    return call;
  }

  private static Notes.Saved save(Note note) {
    return inMartins(tx -> Notes.save(tx, note));
  }

  private static void sql(String statement) throws SQLException {
    try (Connection connection = POSTGRES.superuser();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private static String text(String query) throws SQLException {
    try (Connection connection = POSTGRES.superuser();
        Statement sql = connection.createStatement();
        var rows = sql.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static <T> T inMartins(Function<Tx, Future<T>> work) {
    return await(database.inTransaction(MARTIN, work));
  }

  private static <T> T across(Function<Tx, Future<T>> work) {
    return await(database.acrossCustomers(work));
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
