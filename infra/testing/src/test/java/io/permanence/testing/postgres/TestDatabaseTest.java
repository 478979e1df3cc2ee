package io.permanence.testing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {
  @Test
  void eachDatabaseHasTheWholeSchemaAndNobodyElsesRows() {
    try (var first = TestDatabase.fresh();
        var second = TestDatabase.fresh()) {
      insertCustomer(first);

      assertThat(customers(first)).containsExactly("Cabinet Martin");
      assertThat(customers(second)).isEmpty();
    }
  }

  @Test
  void theServiceReachesItWithTheRoleThatOwnsNothing() throws SQLException {
    try (var database = TestDatabase.fresh()) {
      var settings = database.settings();
      assertThat(settings.user()).isEqualTo("permanence_app");
      String url = database.jdbc() + "?user=" + settings.user();
      try (var app = DriverManager.getConnection(url);
          var statement = app.createStatement()) {
        assertThatThrownBy(() -> statement.executeQuery("select from customer"))
            .hasMessageContaining("permission denied");
      }
    }
  }

  @Test
  void aClosedDatabaseIsGoneEvenWhileSomebodyIsConnected() throws SQLException {
    var database = TestDatabase.fresh();
    try (var late = database.superuser()) {
      database.close();

      assertThat(late.isValid(1)).isFalse();
    }
    assertThatThrownBy(database::superuser).hasMessageContaining("does not exist");
  }

  private static void insertCustomer(TestDatabase database) {
    database.execute(
        "insert into customer (customer_id, name, created_at)"
            + " values (gen_random_uuid(), 'Cabinet Martin', ?)",
        Instant.EPOCH);
  }

  private static List<String> customers(TestDatabase database) {
    return database.look("select name from customer");
  }
}
