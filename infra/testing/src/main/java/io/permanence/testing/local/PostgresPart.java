package io.permanence.testing.local;

import io.permanence.store.Migrations;
import io.permanence.testing.postgres.LocalPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** PostgreSQL with the database {@code permanence} at this version's schema. */
final class PostgresPart implements Part {
  private static final String DATABASE = "permanence";

  private final LocalPostgres postgres;
  private final int port;

  PostgresPart(RunFolder folder, int port) {
    this.postgres = new LocalPostgres(folder.root().resolve("postgres"));
    this.port = port;
  }

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public String title() {
    return "PostgreSQL";
  }

  @Override
  public Optional<Long> pid() {
    return postgres.running().map(LocalPostgres.Running::pid);
  }

  @Override
  public void start() {
    LocalPostgres.Running running = postgres.start(port);
    try {
      createDatabase(running);
      Migrations.bootstrap(superuser(running.port()));
    } catch (SQLException e) {
      throw new IllegalStateException("the database could not be prepared", e);
    }
    Migrations.migrate(jdbc(running.port()), "");
  }

  @Override
  public void stop() {
    postgres.stop();
  }

  /** The address of the database for somebody who may see everything. */
  static String superuser(int port) {
    return jdbc(port) + "?user=postgres";
  }

  private static String jdbc(int port) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, DATABASE);
  }

  private static void createDatabase(LocalPostgres.Running running) throws SQLException {
    try (Connection admin = DriverManager.getConnection(running.jdbc("postgres", "postgres"));
        Statement statement = admin.createStatement();
        ResultSet found =
            statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
      if (!found.next()) {
        try (Statement create = admin.createStatement()) {
          create.execute("create database " + DATABASE);
        }
      }
    }
  }
}
