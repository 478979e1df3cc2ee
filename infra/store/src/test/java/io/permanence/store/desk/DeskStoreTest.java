package io.permanence.store.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.PhoneNumber;
import io.permanence.model.Urgency;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.LineId;
import io.permanence.model.id.NoteId;
import io.permanence.model.id.TeamId;
import io.permanence.store.Database;
import io.permanence.store.EmbeddedDatabase;
import io.permanence.store.Module;
import io.permanence.store.Tx;
import io.permanence.store.desk.TelephoneRows.TelephoneRow;
import io.permanence.store.mapping.Mapping;
import io.permanence.store.note.Note;
import io.permanence.store.note.Notes;
import io.permanence.store.task.Task;
import io.permanence.store.task.Tasks;
import io.permanence.store.task.Tasks.Ownership;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DeskStoreTest {
  private static final EmbeddedDatabase POSTGRES = EmbeddedDatabase.migrated();
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final CustomerId MARTIN = CustomerId.random();
  private static final TeamId HEALTH = TeamId.random();
  private static final AccountId LEA = AccountId.random();
  private static final AccountId CAMILLE = AccountId.random();
  private static final LineId LINE = LineId.random();
  private static final CallId BEFORE = CallId.random();
  private static final CallId CALL = CallId.random();
  private static final PhoneNumber JEANNE = new PhoneNumber("+33639980101");
  private static Vertx vertx;
  private static Database database;

  @BeforeAll
  static void aCustomerWithACall() throws SQLException {
    vertx = Vertx.vertx();
    database = Mapping.open(vertx, POSTGRES.settings(), Module.ROUTER);
    try (Connection connection = POSTGRES.superuser();
        Statement sql = connection.createStatement()) {
      UUID contact = UUID.randomUUID();
      String at = "timestamptz '2026-11-22T11:00:00Z'";
      String caller = JEANNE.e164();
      for (String each :
          List.of(
              "insert into team values ('" + HEALTH + "', 'Santé', 1)",
              "insert into secretary values ('" + LEA + "', 'Léa', '" + HEALTH + "')",
              "insert into customer (customer_id, name, trade, created_at) values ('"
                  + MARTIN
                  + "', 'Cabinet Martin', 'médecin', "
                  + at
                  + ")",
              "insert into line (customer_id, id, number, name, home_team, overflow_teams,"
                  + " created_at) values ('"
                  + MARTIN
                  + "', '"
                  + LINE
                  + "', '+33199001001', 'Cabinet', '"
                  + HEALTH
                  + "', array['"
                  + HEALTH
                  + "'::uuid], "
                  + at
                  + ")",
              "insert into contact (customer_id, id, display_name, note, created_at, updated_at)"
                  + " values ('"
                  + MARTIN
                  + "', '"
                  + contact
                  + "', 'Jeanne Petit', 'allergique', "
                  + at
                  + ", "
                  + at
                  + ")",
              "insert into contact_number values ('"
                  + MARTIN
                  + "', '"
                  + contact
                  + "', '"
                  + caller
                  + "')",
              call(BEFORE, "2026-11-03T09:00:00Z", "'TAKEN'"),
              call(CALL, "2026-11-22T11:59:00Z", "null"))) {
        sql.execute(each);
      }
    }
  }

  private static String call(CallId id, String at, String outcome) {
    return "insert into call (customer_id, id, line_id, caller, arrived_at, decision, reason,"
        + " answered_by, answered_at, outcome) values ('"
        + MARTIN
        + "', '"
        + id
        + "', '"
        + LINE
        + "', '"
        + JEANNE.e164()
        + "', '"
        + at
        + "', 'desk', 'all', '"
        + LEA
        + "', '"
        + at
        + "', "
        + outcome
        + ")";
  }

  @AfterAll
  static void close() {
    await(database.close());
    await(vertx.close());
  }

  @Test
  void aNoteIsSentOnceWhateverIsRepeated() throws SQLException {
    NoteId id = NoteId.random();
    Note draft = note(id, LEA, 1, "renewal", Optional.empty());
    Note sent = note(id, LEA, 2, "renewal of prescription", Optional.of(NOON));
    assertThat(save(draft)).isInstanceOf(Notes.Saved.Stored.class);
    assertThat(save(draft)).isInstanceOf(Notes.Saved.Stored.class);
    assertThat(save(sent)).isInstanceOf(Notes.Saved.Stored.class);
    assertThat(save(sent)).isInstanceOf(Notes.Saved.Stored.class);
    assertThat(save(note(id, LEA, 3, "later", Optional.empty())))
        .isInstanceOf(Notes.Saved.AlreadySent.class);
    assertThat(count("outbox where subject_id = '" + id + "'")).isEqualTo(1);
    assertThat(count("note where id = '" + id + "'")).isEqualTo(1);
    var found1 = inMartins(tx -> Notes.find(tx, id));
    assertThat(found1.orElseThrow().request()).isEqualTo("renewal of prescription");
    var found2 = across(tx -> Notes.home(tx, id, LEA));
    assertThat(found2).contains(MARTIN);
    var found3 = across(tx -> Notes.home(tx, id, CAMILLE));
    assertThat(found3).isEmpty();
  }

  @Test
  void anOlderRevisionAndAnotherSecretaryChangeNothing() {
    NoteId id = NoteId.random();
    save(note(id, LEA, 5, "five", Optional.empty()));
    assertThat(save(note(id, LEA, 4, "four", Optional.empty())))
        .isInstanceOf(Notes.Saved.Outdated.class);
    assertThat(save(note(id, CAMILLE, 6, "six", Optional.empty())))
        .isInstanceOf(Notes.Saved.NotHers.class);
    var found4 = inMartins(tx -> Notes.find(tx, id));
    assertThat(found4.orElseThrow().request()).isEqualTo("five");
  }

  @Test
  void aLostCallIsOneTaskForTheTeamAndIsClosedOnce() {
    Tasks.NewTask lost =
        new Tasks.NewTask(
            MARTIN, Task.Kind.LOST, CALL, Optional.empty(), HEALTH, Optional.empty(), NOON);
    var found5 = inMartins(tx -> Tasks.add(tx, lost));
    assertThat(found5).isTrue();
    var found6 = inMartins(tx -> Tasks.add(tx, lost));
    assertThat(found6).isFalse();
    List<Task> seen = across(tx -> Tasks.listed(tx, CAMILLE, HEALTH, NOON));
    assertThat(seen).hasSize(1);
    assertThat(seen.getFirst().customerName()).isEqualTo("Cabinet Martin");
    assertThat(seen.getFirst().caller()).contains(JEANNE);
    var id = seen.getFirst().id();
    var found7 = inMartins(tx -> Tasks.close(tx, id, LEA, "reached", NOON));
    assertThat(found7).isEqualTo(Tasks.Closure.CLOSED);
    var found8 = inMartins(tx -> Tasks.close(tx, id, LEA, "reached", NOON));
    assertThat(found8).isEqualTo(Tasks.Closure.CLOSED_ALREADY);
    var found9 = inMartins(tx -> Tasks.close(tx, id, CAMILLE, "done", NOON));
    assertThat(found9).isEqualTo(Tasks.Closure.CLOSED_OTHERWISE);
    var found10 = across(tx -> Tasks.listed(tx, CAMILLE, HEALTH, NOON));
    assertThat(found10).isEmpty();
  }

  @Test
  void aTaskIsTakenGivenBackTriedOnceForEachTryAndClosedByWhoeverHasIt() {
    inMartins(
        tx ->
            Tasks.add(
                tx,
                new Tasks.NewTask(
                    MARTIN,
                    Task.Kind.CALLBACK,
                    CALL,
                    Optional.empty(),
                    HEALTH,
                    Optional.empty(),
                    NOON)));
    var id = listed(NOON).id();
    assertThat(owned(tx -> Tasks.take(tx, id, LEA, false))).isEqualTo(Ownership.CHANGED);
    assertThat(owned(tx -> Tasks.take(tx, id, CAMILLE, false))).isEqualTo(Ownership.TAKEN);
    assertThat(owned(tx -> Tasks.release(tx, id, CAMILLE))).isEqualTo(Ownership.TAKEN);
    assertThat(closed(tx -> Tasks.close(tx, id, CAMILLE, "done", NOON)))
        .isEqualTo(Tasks.Closure.TAKEN);
    assertThat(owned(tx -> Tasks.take(tx, id, CAMILLE, true))).isEqualTo(Ownership.CHANGED);
    Tasks.Try tried = new Tasks.Try(UUID.randomUUID(), NOON.plusSeconds(900), Optional.of("Bip"));
    inMartins(tx -> Tasks.tried(tx, id, CAMILLE, tried));
    inMartins(tx -> Tasks.tried(tx, id, CAMILLE, tried));
    Task later = listed(NOON);
    assertThat(later.tries()).isEqualTo(1);
    assertThat(later.dueAt()).contains(NOON.plusSeconds(900));
    assertThat(later.remark()).contains("Bip");
    assertThat(later.owner()).contains(CAMILLE);
    assertThat(owned(tx -> Tasks.release(tx, id, CAMILLE))).isEqualTo(Ownership.CHANGED);
    assertThat(listed(NOON).owner()).isEmpty();
    assertThat(closed(tx -> Tasks.close(tx, id, CAMILLE, "reached", NOON)))
        .isEqualTo(Tasks.Closure.CLOSED);
    assertThat(owned(tx -> Tasks.take(tx, id, LEA, true))).isEqualTo(Ownership.UNKNOWN);
  }

  private static Ownership owned(Function<Tx, Future<Ownership>> work) {
    return inMartins(work);
  }

  private static Tasks.Closure closed(Function<Tx, Future<Tasks.Closure>> work) {
    return inMartins(work);
  }

  private static Task listed(java.time.Instant at) {
    return across(tx -> Tasks.listed(tx, CAMILLE, HEALTH, at)).stream()
        .filter(task -> task.kind() == Task.Kind.CALLBACK)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCardKnowsCustomerCallerAndWhatWasBefore() {
    CardFacts facts =
        inMartins(tx -> CardFacts.read(tx, LINE, CALL, Optional.of(JEANNE))).orElseThrow();
    assertThat(facts.customerName()).isEqualTo("Cabinet Martin");
    assertThat(facts.overflowTeams()).containsExactly(HEALTH);
    assertThat(facts.contact().orElseThrow().name()).isEqualTo("Jeanne Petit");
    assertThat(facts.contact().orElseThrow().remark()).contains("allergique");
    assertThat(facts.earlier()).hasSize(1);
    assertThat(facts.earlier().getFirst().secretary()).contains("Léa");
  }

  @Test
  void figuresCountCallsOfTeamsAndWorkOfSecretaries() {
    save(note(NoteId.random(), LEA, 1, "sent", Optional.of(NOON)));
    var found11 = across(tx -> DeskEvents.since(tx, NOON.minusSeconds(3600)));
    assertThat(found11).allMatch(each -> each.team().equals(HEALTH));
    var found12 = across(tx -> DeskFigures.work(tx, NOON.minusSeconds(3600)));
    assertThat(found12).anyMatch(work -> work.secretary().equals(LEA) && work.notes() >= 1);
    var found13 = across(tx -> DeskFigures.home(tx, CALL));
    assertThat(found13.orElseThrow().customer()).isEqualTo(MARTIN);
  }

  @Test
  void aTelephoneReplacesTheOneBeforeAndDiesInTime() {
    TelephoneRow first = browser("b-one", NOON.plusSeconds(60));
    TelephoneRow second = browser("b-two", NOON.plusSeconds(120));
    across(tx -> TelephoneRows.replace(tx, first));
    across(tx -> TelephoneRows.replace(tx, second));
    var found14 = across(tx -> TelephoneRows.valid(tx, NOON));
    assertThat(found14).containsExactly(second);
    var found15 = across(tx -> TelephoneRows.valid(tx, NOON.plusSeconds(120)));
    assertThat(found15).isEmpty();
  }

  @Test
  void whatSheWasLastSeenDoingIsKept() {
    across(
        tx -> Secretaries.seen(tx, new Secretaries.Seen(LEA, "BREAK", Optional.of("lunch"), NOON)));
    across(tx -> Secretaries.seen(tx, new Secretaries.Seen(LEA, "READY", Optional.empty(), NOON)));
    var found16 = across(tx -> Secretaries.lastSeen(tx, LEA));
    assertThat(found16.orElseThrow().state()).isEqualTo("READY");
    var found17 = across(Secretaries::all);
    assertThat(found17).extracting(Secretaries.Secretary::name).contains("Léa");
  }

  private static TelephoneRow browser(String name, Instant until) {
    return new TelephoneRow(
        name, LEA, TelephoneRows.Kind.BROWSER, "secret-secret", Optional.of(until));
  }

  private static Note note(
      NoteId id, AccountId by, int revision, String request, Optional<Instant> sent) {
    return new Note(
        MARTIN,
        id,
        CALL,
        by,
        revision,
        "Jeanne Petit",
        Optional.of(JEANNE),
        true,
        request,
        Urgency.URGENT,
        false,
        new TreeMap<>(Map.of(new UUID(1, 1), "yes")),
        NOON,
        sent);
  }

  private static Notes.Saved save(Note note) {
    return inMartins(tx -> Notes.save(tx, note));
  }

  private static <T> T inMartins(Function<Tx, Future<T>> work) {
    return await(database.inTransaction(MARTIN, work));
  }

  private static <T> T across(Function<Tx, Future<T>> work) {
    return await(database.acrossCustomers(work));
  }

  private static long count(String from) throws SQLException {
    try (Connection connection = POSTGRES.superuser();
        Statement sql = connection.createStatement();
        var rows = sql.executeQuery("select count(*) from " + from)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
