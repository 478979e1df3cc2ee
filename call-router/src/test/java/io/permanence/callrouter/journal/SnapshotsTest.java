package io.permanence.callrouter.journal;

import static io.permanence.callrouter.journal.Waiting.await;
import static io.permanence.callrouter.journal.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.InstructionId;
import io.permanence.model.line.CallerMark;
import io.permanence.model.line.Instruction;
import io.permanence.model.line.LadderStep;
import io.permanence.model.line.LadderStep.After;
import io.permanence.model.line.LadderStep.Then;
import io.permanence.model.line.LineSnapshot;
import io.permanence.model.line.MarkedCaller;
import io.permanence.model.line.PublicHolidays;
import io.permanence.model.line.PutThrough;
import io.permanence.model.line.PutThroughMode;
import io.permanence.model.line.WhenBusy;
import io.permanence.model.line.Window;
import io.permanence.model.line.Windows;
import io.permanence.model.line.WithheldCallers;
import io.permanence.store.Database;
import io.permanence.store.Module;
import io.permanence.store.line.RoutingLines;
import io.permanence.store.mapping.Mapping;
import io.permanence.testing.clock.MovableClock;
import io.permanence.testing.postgres.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class SnapshotsTest {
  private final TestDatabase postgres = TestDatabase.fresh();
  private final Office office = Office.open(postgres.superuserJdbc(), "+33199001001");
  private Vertx vertx;
  private Database database;
  private Snapshots snapshots;

  @BeforeEach
  void start(Vertx vertx) {
    this.vertx = vertx;
    database = Mapping.open(vertx, postgres.settings(), Module.ROUTER);
    snapshots = new Snapshots(vertx, database, Clock.systemUTC());
    await(snapshots.start(postgres.settings()));
  }

  @AfterEach
  void stop() {
    await(snapshots.stop());
    await(database.close());
    postgres.close();
  }

  private LineSnapshot line() {
    return snapshots.byNumber(office.number).orElseThrow();
  }

  @Test
  void everyLineIsThereWithAllThatDecides() {
    var instruction = office.instructed("VIP", "DIRECT");
    office.rung(instruction, 0, "+33639980001");
    office.rung(instruction, 1, "+33199001005");
    office.mark("+33639980101", "VIP");
    office.mark("+33639980201", "BLOCKED");
    office.openOnly("MONDAY", "08:00", "19:00");
    until(() -> line().line().openHours().isPresent());
    LineSnapshot line = line();
    assertThat(line.line().customerId()).isEqualTo(office.customer);
    assertThat(line.line().standing().putThrough()).isEqualTo(PutThrough.NONE);
    assertThat(line.instructions()).hasSize(1);
    assertThat(line.instructions().getFirst().id()).isEqualTo(instruction);
    assertThat(line.instructions().getFirst().window()).isInstanceOf(Window.OpenEnded.class);
    assertThat(line.instructions().getFirst().handling().ladder())
        .extracting(step -> step.targets().getFirst().number().e164())
        .containsExactly("+33639980001", "+33199001005");
    assertThat(line.marks().of(new PhoneNumber("+33639980101"))).isEqualTo(CallerMark.VIP);
    assertThat(line.marks().of(new PhoneNumber("+33639980201"))).isEqualTo(CallerMark.BLOCKED);
    assertThat(snapshots.byLine(office.line)).contains(line);
  }

  @Test
  void beforeTheFirstLoadALineIsReadByItself() {
    InstructionId instruction = office.instructed("VIP", "DIRECT");
    office.rung(instruction, 0, "+33639980001");
    Snapshots starting = new Snapshots(vertx, database, Clock.systemUTC());
    LineSnapshot line = await(starting.find(office.number)).orElseThrow();
    assertThat(line.id()).isEqualTo(office.line);
    assertThat(line.instructions()).extracting(Instruction::id).containsExactly(instruction);
    assertThat(starting.byLine(office.line)).contains(line);
    assertThat(await(starting.find(new PhoneNumber("+33199999999")))).isEmpty();
    assertThat(starting.loaded()).isFalse();
  }

  @Test
  void anInstructionSavedGovernsWithinASecond() {
    for (int round = 0; round < 5; round++) {
      int expected = round + 1;
      office.instructed("ALL", "DIRECT");
      assertThat(until(() -> line().instructions().size() == expected))
          .isLessThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void everythingThatARoutingDecisionAsksIsRead() {
    InstructionId instruction = office.instructed("ALL", "DIRECT");
    office.rung(instruction, 0, "+33639980001");
    office.together(instruction, 0, "+33639980002");
    office.run(
        "update ladder_step set on_refused = 'DESK', on_busy = 'VOICEMAIL' where instruction_id = ?",
        instruction.value());
    office.run(
        "update instruction set withheld_callers = 'MESSAGE' where id = ?", instruction.value());
    office.run(
        "update line set when_busy = 'VIP_ONLY', holidays = 'ALSACE_MOSELLE' where id = ?",
        office.line.value());
    office.mark("+33639980101", "VIP");
    office.run("update contact set vip_mode = 'ANNOUNCED'");
    until(() -> line().marked(new PhoneNumber("+33639980101")).mode().isPresent());
    LadderStep step = line().instructions().getFirst().handling().ladder().getFirst();
    assertThat(step.targets())
        .extracting(each -> each.number().e164())
        .containsExactly("+33639980001", "+33639980002");
    assertThat(step.after()).isEqualTo(new After(Then.NEXT, Then.VOICEMAIL, Then.DESK, Then.NEXT));
    assertThat(line().instructions().getFirst().handling().withheld())
        .contains(WithheldCallers.MESSAGE);
    assertThat(line().choices().whenBusy()).isEqualTo(WhenBusy.VIP_ONLY);
    assertThat(line().calendar().holidays()).isEqualTo(PublicHolidays.ALSACE_MOSELLE);
    assertThat(line().marked(new PhoneNumber("+33639980101")))
        .isEqualTo(MarkedCaller.vip(PutThroughMode.ANNOUNCED));
  }

  @Test
  void thePortalReadsTheVeryLineThatTheRouterDecidesFromAndNoNeighbours() {
    InstructionId instruction = office.instructed("ALL", "DIRECT");
    office.rung(instruction, 0, "+33639980001");
    office.together(instruction, 0, "+33639980002");
    office.openOnly("MONDAY", "08:00", "19:00");
    office.mark("+33639980101", "VIP");
    office.run("update forwarding_number set proven_at = null where number = '+33639980002'");
    Office neighbour = Office.open(postgres.superuserJdbc(), "+33199001002");
    until(() -> snapshots.byNumber(neighbour.number).isPresent());
    until(() -> line().governing(line().takenAt()).unproven() == 1);
    LineSnapshot line = line();
    Optional<LineSnapshot> own =
        await(
            database
                .as(Module.PORTAL)
                .inTransaction(
                    office.customer,
                    tx ->
                        RoutingLines.own(
                            tx,
                            office.line,
                            line.takenAt(),
                            line.takenAt().plus(RoutingLines.BUSY_AHEAD),
                            line.takenAt())));
    assertThat(own).contains(line);
    Optional<LineSnapshot> neighbours =
        await(
            database
                .as(Module.PORTAL)
                .inTransaction(
                    office.customer,
                    tx ->
                        RoutingLines.own(
                            tx, neighbour.line, line.takenAt(), line.takenAt(), line.takenAt())));
    assertThat(neighbours).isEmpty();
  }

  @Test
  void busyTimesThatAreNearAreReadWhereTheLineCares() {
    Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
    office.busy("over", now.minusSeconds(7200), now.minusSeconds(3600));
    office.busy("now", now.minusSeconds(60), now.plusSeconds(3600));
    office.busy("next year", now.plus(Duration.ofDays(365)), now.plus(Duration.ofDays(366)));
    office.run("update line set when_busy = 'NOBODY' where id = ?", office.line.value());
    until(() -> line().busyUntil(now).isPresent());
    assertThat(line().busy().spans())
        .containsExactly(new Windows.Span(now.minusSeconds(60), now.plusSeconds(3600)));
    office.run("delete from google_busy");
    until(() -> line().busy().spans().isEmpty());
  }

  @Test
  void busyTimesThatCameNearAreReadByTheNextRound(Vertx vertx) {
    MovableClock clock = new MovableClock();
    Snapshots later = new Snapshots(vertx, database, clock);
    await(later.start(postgres.settings()));
    Instant far = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(9));
    office.busy("far", far, far.plusSeconds(3600));
    office.run("update line set when_busy = 'NOBODY' where id = ?", office.line.value());
    until(
        () -> later.byNumber(office.number).orElseThrow().choices().whenBusy() == WhenBusy.NOBODY);
    assertThat(later.byNumber(office.number).orElseThrow().busyUntil(far)).isEmpty();
    clock.advance(Duration.ofDays(3));
    until(() -> later.byNumber(office.number).orElseThrow().busyUntil(far).isPresent());
    await(later.stop());
  }

  @Test
  void twoRoutersBothHearOfAChange(Vertx vertx) {
    Snapshots other = new Snapshots(vertx, database, Clock.systemUTC());
    await(other.start(postgres.settings()));
    office.instructed("ALL", "DIRECT");
    assertThat(
            until(
                () ->
                    line().instructions().size() == 1
                        && other.byNumber(office.number).orElseThrow().instructions().size() == 1))
        .isLessThan(Duration.ofSeconds(1));
    await(other.stop());
  }

  @Test
  void aChangeThatCommitsLateIsNotMissed() throws SQLException {
    try (Connection slow = postgres.superuser();
        Statement statement = slow.createStatement()) {
      slow.setAutoCommit(false);
      statement.execute("update line set demo = true where id = '%s'".formatted(office.line));
      Office other = Office.open(postgres.superuserJdbc(), "+33199001002");
      until(() -> snapshots.byNumber(other.number).isPresent());
      var after = snapshots.freshAt();
      until(() -> snapshots.freshAt().isAfter(after));
      assertThat(line().line().demo()).isFalse();
      slow.commit();
    }
    assertThat(until(() -> line().line().demo())).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void aNumberThatMovesOrGoesIsNoLongerAnswered() {
    office.run("update line set number = '+33199001009' where id = ?", office.line.value());
    until(() -> snapshots.byNumber(new PhoneNumber("+33199001009")).isPresent());
    until(() -> snapshots.byNumber(office.number).isEmpty());
    office.run("delete from customer where customer_id = ?", office.customer.value());
    until(() -> snapshots.size() == 0);
  }

  @Test
  void aLineThatMakesNoSenseIsDecidedAsBefore() {
    office.run("update line set open_hours = '[{\"days\":[]}]' where id = ?", office.line.value());
    Office other = Office.open(postgres.superuserJdbc(), "+33199001002");
    until(() -> snapshots.byNumber(other.number).isPresent());
    assertThat(line().line().openHours()).isEmpty();
    office.openOnly("MONDAY", "08:00", "19:00");
    until(() -> line().line().openHours().isPresent());
  }

  @Test
  void whoeverListensHearsOfLinesThereAndOfNewVersions() {
    List<Long> versions = new CopyOnWriteArrayList<>();
    snapshots.onEach(each -> versions.add(each.version()));
    assertThat(versions).hasSize(1);
    office.instructed("ALL", "DIRECT");
    until(() -> versions.size() == 2);
    assertThat(versions.get(1)).isGreaterThan(versions.get(0));
  }
}
