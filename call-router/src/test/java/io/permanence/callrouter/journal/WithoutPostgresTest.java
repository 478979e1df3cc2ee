package io.permanence.callrouter.journal;

import static io.permanence.callrouter.journal.Waiting.await;
import static io.permanence.callrouter.journal.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.call.CallEventKind;
import io.permanence.model.id.CallId;
import io.permanence.model.id.InstructionId;
import io.permanence.store.DatabaseSettings;
import io.permanence.store.Migrations;
import io.permanence.testing.postgres.LocalPostgres;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL stops and comes back under the router (R4). */
@ExtendWith(VertxExtension.class)
class WithoutPostgresTest {
  /** Refusals after which an entry to blame would have been found and dropped. */
  private static final int THE_WHOLE_A_HALF_ONE = 3;

  private Path log;
  private LocalPostgres postgres;
  private int port;
  private Office office;
  private Switchboard switchboard;

  @BeforeEach
  void start(@TempDir Path root, Vertx vertx) throws SQLException {
    log = root.resolve("server.log");
    postgres = new LocalPostgres(root);
    var running = postgres.start(0);
    port = running.port();
    Migrations.bootstrap(running.jdbc("postgres", "postgres"));
    Migrations.migrate("jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), "");
    office = Office.open(running.jdbc("postgres", "postgres"), "+33199001001");
    switchboard =
        Switchboard.start(
            vertx, DatabaseSettings.of("127.0.0.1", port, "postgres", "permanence_app", ""));
  }

  @AfterEach
  void stop() {
    switchboard.stop();
    postgres.stop();
  }

  @Test
  void callsAreDecidedFromMemoryAndWrittenWhenItIsBack() {
    List<CallId> calls = new ArrayList<>();
    postgres.stop();
    for (int i = 0; i < 50; i++) {
      CallId call = CallId.random();
      calls.add(call);
      assertThat(await(switchboard.routing.route(call, "33199001001", "withheld")))
          .isInstanceOf(Reply.ToDesk.class);
      until(() -> switchboard.expected.size() == calls.size());
      assertThat(
              switchboard.journal.append(
                  call,
                  CallEventKind.OFFERED,
                  Switchboard.MONDAY_TEN,
                  Map.of("secretary", CallId.random().toString())))
          .isTrue();
      assertThat(switchboard.journal.hungUp(call, Switchboard.MONDAY_TEN.plusSeconds(9))).isTrue();
    }
    assertThat(switchboard.journal.backlog()).isEqualTo(50 * 7);

    postgres.start(port);
    await(switchboard.journal.drained());
    for (CallId call : calls) {
      assertThat(
              office.texts(
                  "select kind from call_event where call_id = ? order by seq", call.value()))
          .containsExactly("arrived", "decided", "waiting", "offered", "lost");
    }
    assertThat(office.texts("select count(*) from call where outcome = 'LOST'"))
        .containsExactly("50");
    assertThat(switchboard.journal.lost()).isZero();
  }

  @Test
  void aDatabaseThatIsNotOursIsWaitedOutAndNothingIsDropped() {
    office.run("alter function write_journal(jsonb) rename to write_journal_elsewhere");
    CallId call = CallId.random();
    await(switchboard.routing.route(call, "33199001001", "withheld"));
    until(() -> refusals("function write_journal(jsonb) does not exist") >= THE_WHOLE_A_HALF_ONE);

    office.run("alter function write_journal_elsewhere(jsonb) rename to write_journal");
    await(switchboard.journal.drained());
    assertThat(office.texts("select kind from call_event where call_id = ?", call.value()))
        .contains("arrived", "decided");
    assertThat(switchboard.journal.lost()).isZero();
  }

  @Test
  void aPromiseToCallBackIsATaskOnceItIsBack() {
    CallId call = CallId.random();
    postgres.stop();
    assertThat(await(switchboard.routing.route(call, "33199001001", "33639980301")))
        .isInstanceOf(Reply.ToDesk.class);
    until(() -> switchboard.expected.size() == 1);
    assertThat(
            switchboard.journal.append(
                call,
                CallEventKind.ANNOUNCED,
                Switchboard.MONDAY_TEN,
                Map.of("reason", "callback-wanted")))
        .isTrue();
    switchboard.journal.hungUp(call, Switchboard.MONDAY_TEN.plusSeconds(9));

    postgres.start(port);
    await(switchboard.journal.drained());
    assertThat(office.texts("select kind from task where call_id = ?", call.value()))
        .containsExactly("CALLBACK");
    assertThat(office.texts("select outcome from call where id = ?", call.value()))
        .containsExactly("MESSAGE");
  }

  @Test
  void whoLostTheSecretaryAndGaveUpIsATaskButNotALostCall() {
    CallId call = CallId.random();
    await(switchboard.routing.route(call, "33199001001", "33639980301"));
    until(() -> switchboard.expected.size() == 1);
    for (CallEventKind kind :
        List.of(
            CallEventKind.OFFERED,
            CallEventKind.ANSWERED,
            CallEventKind.WAITING,
            CallEventKind.ENDED)) {
      assertThat(switchboard.journal.append(call, kind, Switchboard.MONDAY_TEN, Map.of())).isTrue();
    }
    await(switchboard.journal.drained());
    assertThat(office.texts("select kind from task where call_id = ?", call.value()))
        .containsExactly("DROPPED");
    assertThat(office.texts("select outcome from call where id = ?", call.value()))
        .containsExactly("TAKEN");
  }

  @Test
  void changesMadeAfterItCameBackGovernAgain() {
    postgres.stop();
    postgres.start(port);
    office.instructed("ALL", "DIRECT");
    until(
        () ->
            !switchboard.snapshots.byNumber(office.number).orElseThrow().instructions().isEmpty());
  }

  @Test
  void aCustomerWhoseUseOfTheDayCannotBeReadIsRungAllTheSame() {
    InstructionId instruction = office.instructed("ALL", "DIRECT");
    office.rung(instruction, 0, "+33639980001");
    until(
        () ->
            switchboard.snapshots.byNumber(office.number).orElseThrow().instructions().stream()
                .anyMatch(each -> each.handling().ladder().size() == 1));
    postgres.stop();
    assertThat(await(switchboard.routing.route(CallId.random(), "33199001001", "withheld")))
        .isInstanceOf(Reply.Dial.class);
    postgres.start(port);
  }

  /** How often PostgreSQL wrote that into its log. */
  private long refusals(String words) {
    try (Stream<String> lines = Files.lines(log)) {
      return lines.filter(line -> line.contains(words)).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
