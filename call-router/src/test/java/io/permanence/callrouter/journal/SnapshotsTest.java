package io.permanence.callrouter.journal;

import static io.permanence.callrouter.journal.Waiting.await;
import static io.permanence.callrouter.journal.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.PhoneNumber;
import io.permanence.model.line.CallerMark;
import io.permanence.model.line.LineSnapshot;
import io.permanence.model.line.PutThrough;
import io.permanence.model.line.Window;
import io.permanence.store.Database;
import io.permanence.store.Module;
import io.permanence.store.mapping.Mapping;
import io.permanence.testing.postgres.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class SnapshotsTest {
  private final TestDatabase postgres = TestDatabase.fresh();
  private final Office office = Office.open(postgres.superuserJdbc(), "+33199001001");
  private Database database;
  private Snapshots snapshots;

  @BeforeEach
  void start(Vertx vertx) {
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
        .extracting(step -> step.number().e164())
        .containsExactly("+33639980001", "+33199001005");
    assertThat(line.marks().of(new PhoneNumber("+33639980101"))).isEqualTo(CallerMark.VIP);
    assertThat(line.marks().of(new PhoneNumber("+33639980201"))).isEqualTo(CallerMark.BLOCKED);
    assertThat(snapshots.byLine(office.line)).contains(line);
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
