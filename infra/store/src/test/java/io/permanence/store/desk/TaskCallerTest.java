package io.permanence.store.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.LineId;
import io.permanence.model.id.NoteId;
import io.permanence.model.id.TeamId;
import io.permanence.store.Database;
import io.permanence.store.EmbeddedDatabase;
import io.permanence.store.Module;
import io.permanence.store.mapping.Mapping;
import io.permanence.store.task.Task;
import io.permanence.store.task.Tasks;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who a task says the caller is (B9), with the customer's contacts as the card has them (B2). */
class TaskCallerTest {
  private static final EmbeddedDatabase POSTGRES = EmbeddedDatabase.migrated();
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final String AT = "timestamptz '2026-11-22T11:00:00Z'";
  private static final PhoneNumber JEANNE = new PhoneNumber("+33639980101");
  private static final CustomerId GARAGE = CustomerId.random();
  private static final TeamId HEALTH = TeamId.random();
  private static final AccountId CAMILLE = AccountId.random();
  private static Vertx vertx;
  private static Database database;

  @BeforeAll
  static void aTeamAndAnotherCustomerWhoseVipHasTheNumber() throws SQLException {
    vertx = Vertx.vertx();
    database = Mapping.open(vertx, POSTGRES.settings(), Module.ROUTER);
    sql("insert into team values ('%s', 'Santé', 1)".formatted(HEALTH));
    sql("insert into secretary values ('%s', 'Camille', '%s')".formatted(CAMILLE, HEALTH));
    customer(GARAGE, "Garage Lou");
    contact(GARAGE, "Maman", "VIP");
  }

  @AfterAll
  static void close() {
    await(database.close());
    await(vertx.close());
  }

  @Test
  void nobodyIsNamedFromAnotherCustomersContacts() throws SQLException {
    Task task = lostCallOf(CustomerId.random(), "+33199001001");
    assertThat(task.callerName()).isEmpty();
    assertThat(task.vip()).isFalse();
    assertThat(task.caller()).contains(JEANNE);
  }

  @Test
  void aContactIsNamedAndIsAVipOnlyWhenMarkedSo() throws SQLException {
    CustomerId plain = CustomerId.random();
    CustomerId marked = CustomerId.random();
    Task unmarked = lostCallOf(plain, "+33199001002", "Jeanne Petit", "NONE");
    assertThat(unmarked.callerName()).contains("Jeanne Petit");
    assertThat(unmarked.vip()).isFalse();
    Task starred = lostCallOf(marked, "+33199001003", "Jeanne Petit", "VIP");
    assertThat(starred.callerName()).contains("Jeanne Petit");
    assertThat(starred.vip()).isTrue();
  }

  @Test
  void aMirroredContactIsNamedAndMarkedAndYieldsToTheCustomersOwnName() throws SQLException {
    CustomerId customer = CustomerId.random();
    Task mirrored = lostCallOf(customer, "+33199001004");
    sql(
        "insert into google_contact values ('%s', 'people/1', 'e', 'Jeanne P.', '', '%s', %s)"
            .formatted(customer, UUID.randomUUID(), AT));
    sql(
        "insert into google_contact_number values ('%s', 'people/1', '%s')"
            .formatted(customer, JEANNE.e164()));
    sql("insert into mirror_mark values ('%s', 'people/1', 'VIP')".formatted(customer));
    assertThat(seen(mirrored).callerName()).contains("Jeanne P.");
    assertThat(seen(mirrored).vip()).isTrue();
    contact(customer, "Jeanne Petit", "NONE");
    assertThat(seen(mirrored).callerName()).contains("Jeanne Petit");
    assertThat(seen(mirrored).vip()).isTrue();
  }

  @Test
  void aVipWhoLeavesAnotherNumberIsStillTheOneWhoCalled() throws SQLException {
    CustomerId customer = CustomerId.random();
    Task lost = lostCallOf(customer, "+33199001005", "Jeanne Petit", "VIP");
    NoteId note = NoteId.random();
    sql(
        """
        insert into note (customer_id, id, call_id, secretary_id, state, caller_number, created_at,
          saved_at)
        values ('%s', '%s', '%s', '%s', 'DRAFT', '+33639980999', %s, %s)\
        """
            .formatted(customer, note, lost.call().orElseThrow(), CAMILLE, AT, AT));
    sql("update task set note_id = '%s' where id = '%s'".formatted(note, lost.id()));
    Task seen = seen(lost);
    assertThat(seen.caller()).contains(new PhoneNumber("+33639980999"));
    assertThat(seen.callerName()).contains("Jeanne Petit");
    assertThat(seen.vip()).isTrue();
  }

  private static Task lostCallOf(CustomerId customer, String line, String name, String mark)
      throws SQLException {
    Task task = lostCallOf(customer, line);
    contact(customer, name, mark);
    return seen(task);
  }

  private static Task lostCallOf(CustomerId customer, String number) throws SQLException {
    customer(customer, "Cabinet Martin");
    LineId line = LineId.random();
    CallId call = CallId.random();
    sql(
        """
        insert into line (customer_id, id, number, name, home_team, created_at)
        values ('%s', '%s', '%s', 'Cabinet', '%s', %s)\
        """
            .formatted(customer, line, number, HEALTH, AT));
    sql(
        """
        insert into call (customer_id, id, line_id, caller, arrived_at, decision, reason, outcome)
        values ('%s', '%s', '%s', '%s', %s, 'desk', 'all', 'LOST')\
        """
            .formatted(customer, call, line, JEANNE.e164(), AT));
    Tasks.NewTask lost =
        new Tasks.NewTask(
            customer, Task.Kind.LOST, call, Optional.empty(), HEALTH, Optional.empty(), NOON);
    await(database.inTransaction(customer, tx -> Tasks.add(tx, lost)));
    return await(database.acrossCustomers(tx -> Tasks.listed(tx, CAMILLE, HEALTH, NOON))).stream()
        .filter(task -> task.customer().equals(customer))
        .findFirst()
        .orElseThrow();
  }

  private static Task seen(Task before) {
    return await(database.acrossCustomers(tx -> Tasks.listed(tx, CAMILLE, HEALTH, NOON))).stream()
        .filter(task -> task.id().equals(before.id()))
        .findFirst()
        .orElseThrow();
  }

  private static void customer(CustomerId id, String name) throws SQLException {
    sql(
        "insert into customer (customer_id, name, trade, created_at) values ('%s', '%s', '', %s)"
            .formatted(id, name, AT));
  }

  private static void contact(CustomerId customer, String name, String mark) throws SQLException {
    UUID id = UUID.randomUUID();
    sql(
        """
        insert into contact (customer_id, id, display_name, note, mark, created_at, updated_at)
        values ('%s', '%s', '%s', '', '%s', %s, %s)\
        """
            .formatted(customer, id, name, mark, AT, AT));
    sql(
        "insert into contact_number values ('%s', '%s', '%s')"
            .formatted(customer, id, JEANNE.e164()));
  }

  private static void sql(String statement) throws SQLException {
    try (Connection connection = POSTGRES.superuser();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
