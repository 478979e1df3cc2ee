package io.permanence.store.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.PhoneNumber;
import io.permanence.model.call.CallEvent;
import io.permanence.model.call.CallEventKind;
import io.permanence.model.call.CallOutcome;
import io.permanence.model.call.Reason;
import io.permanence.model.call.ReasonCode;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.InstructionId;
import io.permanence.model.id.LineId;
import io.permanence.model.id.TeamId;
import io.permanence.store.Database;
import io.permanence.store.EmbeddedDatabase;
import io.permanence.store.Module;
import io.permanence.store.Refusals;
import io.permanence.store.call.CallRecord.GoverningInstruction;
import io.permanence.store.mapping.Mapping;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class CallsTest {
  private static final EmbeddedDatabase POSTGRES = EmbeddedDatabase.migrated();
  private static final CustomerId A = CustomerId.random();
  private static final CustomerId B = CustomerId.random();
  private static final TeamId TEAM = TeamId.random();
  private static final Instant NOON = Instant.parse("2026-11-23T11:00:00.123456Z");

  private final CallId call = CallId.random();
  private Database router;

  @BeforeAll
  static void twoCustomers() throws SQLException {
    try (Connection connection = POSTGRES.superuser();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into customer (customer_id, name, created_at) values (?, 'x', ?)")) {
      for (CustomerId id : List.of(A, B)) {
        insert.setObject(1, id.value());
        insert.setObject(2, NOON.atOffset(ZoneOffset.UTC));
        insert.executeUpdate();
      }
    }
  }

  @BeforeEach
  void open(Vertx vertx) {
    router = Mapping.open(vertx, POSTGRES.settings(), Module.ROUTER);
  }

  @AfterEach
  void close() {
    await(router.close());
  }

  private CallRecord record(CustomerId customer) {
    return record(customer, call);
  }

  private static CallRecord record(CustomerId customer, CallId call) {
    return new CallRecord(
        call,
        customer,
        LineId.random(),
        Optional.of(new PhoneNumber("+33639980101")),
        NOON,
        "desk",
        Reason.of(ReasonCode.VIP_UNDER_VIP, Map.of("until", "2026-11-23T17:00:00Z")),
        Optional.of(new GoverningInstruction(InstructionId.random(), 3)),
        Optional.of(NOON.minusSeconds(1)));
  }

  private CallEvent event(int sequence, CallEventKind kind) {
    return new CallEvent(call, sequence, kind, NOON.plusSeconds(sequence), Map.of("step", "1"));
  }

  @Test
  void aCallIsReadAsItWasWritten() {
    CallRecord written = record(A);
    write(batch -> batch.open(written));
    assertThat(found(A)).contains(written);
  }

  @Test
  void aWithheldCallerAndAStandingDefaultAreAbsent() {
    CallRecord written =
        new CallRecord(
            call,
            A,
            LineId.random(),
            Optional.empty(),
            NOON,
            "desk",
            Reason.of(ReasonCode.NOBODY),
            Optional.empty(),
            Optional.empty());
    write(batch -> batch.open(written));
    assertThat(found(A)).contains(written);
  }

  @Test
  void whatIsWrittenTwiceIsWrittenOnce() {
    for (int i = 0; i < 2; i++) {
      write(
          batch -> {
            batch.open(record(A));
            batch.append(A, event(0, CallEventKind.ARRIVED));
            batch.append(A, event(1, CallEventKind.DECIDED));
          });
    }
    assertThat(events(A))
        .containsExactly(event(0, CallEventKind.ARRIVED), event(1, CallEventKind.DECIDED));
  }

  @Test
  void theFirstAnswerAndTheFirstEndStayAndTheOutcomeIsBettered() throws SQLException {
    AccountId camille = AccountId.random();
    write(batch -> batch.open(record(A)));
    write(batch -> batch.answered(A, call, Optional.of(camille), NOON.plusSeconds(9)));
    write(batch -> batch.answered(A, call, Optional.empty(), NOON.plusSeconds(99)));
    write(batch -> batch.ended(A, call, NOON.plusSeconds(60), CallOutcome.LOST, TEAM));
    write(batch -> batch.ended(A, call, NOON.plusSeconds(90), CallOutcome.VOICEMAIL, TEAM));
    assertThat(summary()).isEqualTo(camille + " 9 60 VOICEMAIL");
  }

  @Test
  void aLostOrBrokenCallOwesItsTeamATaskOnceAndALostOneTheCustomerAWord() throws SQLException {
    CallId broken = CallId.random();
    CallId taken = CallId.random();
    JournalBatch batch = new JournalBatch();
    List.of(call, broken, taken).forEach(each -> batch.open(record(A, each)));
    batch.ended(A, call, NOON.plusSeconds(60), CallOutcome.LOST, TEAM);
    batch.ended(A, broken, NOON.plusSeconds(61), CallOutcome.BROKEN, TEAM);
    batch.ended(A, taken, NOON.plusSeconds(62), CallOutcome.TAKEN, TEAM);
    for (int i = 0; i < 2; i++) {
      await(router.acrossCustomers(batch::write));
    }
    write(again -> again.ended(A, call, NOON.plusSeconds(90), CallOutcome.LOST, TEAM));
    String any = "in ('%s', '%s', '%s')".formatted(call, broken, taken);
    assertThat(
            texts(
                "select kind || ' ' || extract(epoch from created_at - '%s')::int from task"
                        .formatted(NOON)
                    + " where team_id = '%s' and call_id %s order by kind".formatted(TEAM, any)))
        .containsExactly("DROPPED 61", "LOST 60");
    assertThat(
            texts(
                "select kind || ' ' || subject_id from outbox where subject_id %s".formatted(any)))
        .containsExactly("LOST_CALL " + call);
  }

  private static List<String> texts(String sql) throws SQLException {
    try (Connection owner = POSTGRES.superuser();
        ResultSet row = owner.createStatement().executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (row.next()) {
        texts.add(row.getString(1));
      }
      return texts;
    }
  }

  @Test
  void aCustomersCallsAreHidFromTheOthers() {
    write(
        batch -> {
          batch.open(record(A));
          batch.append(A, event(0, CallEventKind.ARRIVED));
        });
    assertThat(found(B)).isEmpty();
    assertThat(events(B)).isEmpty();
    Optional<CallRecord> acrossAll = await(router.acrossCustomers(tx -> Calls.find(tx, call)));
    assertThat(acrossAll).isEmpty();
  }

  @Test
  void aBatchMeansWhatItsEntriesMeanOneAfterTheOther() throws SQLException {
    AccountId camille = AccountId.random();
    CallId other = CallId.random();
    CallRecord written = record(A);
    JournalBatch batch = new JournalBatch();
    batch.open(written);
    batch.append(A, event(0, CallEventKind.ARRIVED));
    batch.append(A, event(1, CallEventKind.DECIDED));
    batch.answered(A, call, Optional.of(camille), NOON.plusSeconds(9));
    batch.answered(A, call, Optional.empty(), NOON.plusSeconds(99));
    batch.ended(A, call, NOON.plusSeconds(60), CallOutcome.LOST, TEAM);
    batch.ended(A, call, NOON.plusSeconds(90), CallOutcome.VOICEMAIL, TEAM);
    batch.unrouted(other, NOON, ReasonCode.UNKNOWN_NUMBER);
    for (int i = 0; i < 2; i++) {
      await(router.acrossCustomers(batch::write));
    }
    assertThat(found(A)).contains(written);
    assertThat(events(A))
        .containsExactly(event(0, CallEventKind.ARRIVED), event(1, CallEventKind.DECIDED));
    assertThat(summary()).isEqualTo(camille + " 9 60 VOICEMAIL");
  }

  @Test
  void aBatchIsRefusedAsAWholeAndReachesNobodyElsesCall() {
    JournalBatch refused = new JournalBatch();
    refused.open(record(A));
    refused.append(B, event(0, CallEventKind.ARRIVED));
    assertThat(failure(router.acrossCustomers(refused::write))).matches(Refusals::isRefusal);
    assertThat(found(A)).isEmpty();

    write(batch -> batch.open(record(A)));
    JournalBatch foreign = new JournalBatch();
    foreign.ended(B, call, NOON.plusSeconds(1), CallOutcome.LOST, TEAM);
    await(router.acrossCustomers(foreign::write));
    List<Calls.OpenCall> open = await(router.acrossCustomers(Calls::open));
    assertThat(open).contains(new Calls.OpenCall(A, call));
  }

  /** Who answered, the seconds to the answer and to the end, and the outcome. */
  private String summary() throws SQLException {
    try (Connection connection = POSTGRES.superuser();
        PreparedStatement select =
            connection.prepareStatement(
                """
                select concat_ws(' ', answered_by, extract(epoch from answered_at - arrived_at)::int,
                  extract(epoch from ended_at - arrived_at)::int, outcome) from call where id = ?\
                """)) {
      select.setObject(1, call.value());
      try (ResultSet row = select.executeQuery()) {
        assertThat(row.next()).isTrue();
        return row.getString(1);
      }
    }
  }

  private void write(Consumer<JournalBatch> entries) {
    JournalBatch batch = new JournalBatch();
    entries.accept(batch);
    await(router.acrossCustomers(batch::write));
  }

  private Optional<CallRecord> found(CustomerId customer) {
    return await(router.inTransaction(customer, tx -> Calls.find(tx, call)));
  }

  private List<CallEvent> events(CustomerId customer) {
    return await(router.inTransaction(customer, tx -> Calls.events(tx, call)));
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }

  private static Throwable failure(Future<?> future) {
    return future
        .map(value -> (Throwable) new AssertionError("succeeded"))
        .otherwise(failure -> failure)
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(10, TimeUnit.SECONDS)
        .join();
  }
}
