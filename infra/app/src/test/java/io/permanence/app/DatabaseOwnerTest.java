package io.permanence.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.permanence.runtime.settings.Settings;
import io.permanence.store.Migrations;
import io.permanence.testing.postgres.LocalPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of somebody's own is made ready by an administrator and by migrate. */
class DatabaseOwnerTest {
  @Test
  void anAdministratorRunsTheScriptAndTheOwnerMakesTheSchema(@TempDir Path folder)
      throws SQLException {
    LocalPostgres foreign = new LocalPostgres(folder.resolve("foreign"));
    LocalPostgres.Running server = foreign.start(0);
    try {
      run(server.jdbc("postgres", "postgres"), "create database telephones");
      DatabaseOwner owner =
          DatabaseOwner.from(
              Settings.of(
                  Map.of(
                      "PERMANENCE_DB_HOST", "127.0.0.1",
                      "PERMANENCE_DB_PORT", Integer.toString(server.port()),
                      "PERMANENCE_DB_NAME", "telephones",
                      "PERMANENCE_OWNER_PASSWORD", "unasked here")));
      assertThatThrownBy(() -> Migrations.migrate(owner.jdbc(), owner.password()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("permanence_owner");
      run(server.jdbc("telephones", "postgres"), Migrations.bootstrapScript());
      assertThat(Migrations.migrate(owner.jdbc(), owner.password())).isPositive();
      try (Connection app =
              DriverManager.getConnection(server.jdbc("telephones", "permanence_app"));
          Statement statement = app.createStatement()) {
        statement.execute("set role permanence_portal");
        try (ResultSet rows = statement.executeQuery("select count(*) from team")) {
          assertThat(rows.next()).isTrue();
        }
      }
    } finally {
      foreign.stop();
    }
  }

  private static void run(String jdbc, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbc);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
