package io.permanence.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.store.Migrations;
import io.permanence.testing.postgres.LocalPostgres;
import io.permanence.testing.sip.SipCall;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database on a server of somebody's own, by settings alone (DESIGN 6). */
class ForeignDatabaseTest {
  private static final String SECRET = "a secret & more";

  @Test
  void theSystemRunsOnAServerThatAnAdministratorMadeReady(@TempDir Path folder)
      throws SQLException {
    LocalPostgres foreign = new LocalPostgres(folder.resolve("foreign"));
    LocalPostgres.Running server = foreign.start(0);
    try {
      run(server.jdbc("postgres", "postgres"), "create database telephones");
      run(server.jdbc("telephones", "postgres"), Migrations.bootstrapScript());
      try (RunningSystem system =
          RunningSystem.start(
              folder.resolve("run"),
              Map.of(
                  "PERMANENCE_DB_HOST",
                  "127.0.0.1",
                  "PERMANENCE_DB_PORT",
                  Integer.toString(server.port()),
                  "PERMANENCE_DB_NAME",
                  "telephones",
                  "PERMANENCE_DB_PASSWORD",
                  SECRET,
                  "PERMANENCE_OWNER_PASSWORD",
                  SECRET))) {
        assertThat(system.state("pids").path("postgres").asLong()).isZero();
        assertThat(folder.resolve("run/postgres")).doesNotExist();
        assertThat(system.url("jdbc")).contains(":" + server.port() + "/telephones?");
        Instant began = Instant.now();
        try (SipCall blocked = Demo.caller(system, Demo.BLOCKED).dialling(Demo.DOCTOR).call()) {
          assertThat(blocked.awaitAnswer()).isLessThan(Duration.ofSeconds(2));
          blocked.awaitEnd();
        }
        Until.holds("the call is in the journal", () -> journal(server, began) == 1);
      }
    } finally {
      foreign.stop();
    }
  }

  private static int journal(LocalPostgres.Running server, Instant since) {
    try (Connection look = DriverManager.getConnection(server.jdbc("telephones", "postgres"));
        var query =
            look.prepareStatement(
                "select count(*) from call where outcome = 'MESSAGE' and arrived_at >= ?")) {
      query.setObject(1, since.minusSeconds(1).atOffset(ZoneOffset.UTC));
      try (var rows = query.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static void run(String jdbc, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbc);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
