package io.permanence.testing.database;

import io.permanence.store.DatabaseSettings;
import io.permanence.store.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A fresh database with the whole schema, on a server that ends with the test run. */
public final class TestDatabase {
  private static final AtomicInteger COUNTER = new AtomicInteger();
  private static final EmbeddedPostgres SERVER = start();

  private final String name;

  private TestDatabase(String name) {
    this.name = name;
  }

  /** Makes one; takes about a second. */
  public static TestDatabase migrated() {
    TestDatabase database = new TestDatabase("test" + COUNTER.incrementAndGet());
    try (Connection admin = SERVER.getPostgresDatabase().getConnection();
        Statement statement = admin.createStatement()) {
      statement.execute("create database " + database.name);
      Migrations.bootstrap(database.superuserJdbc());
      Migrations.migrate(database.jdbc(), "");
      return database;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How the service reaches it. */
  public DatabaseSettings settings() {
    return DatabaseSettings.of("localhost", SERVER.getPort(), name, "permanence_app", "");
  }

  /** A connection that sees everything, to arrange and to look. */
  public Connection superuser() throws SQLException {
    return DriverManager.getConnection(superuserJdbc());
  }

  /** Arranges something as a superuser; parameters are positional. */
  public int execute(String sql, Object... parameters) {
    try (Connection connection = superuser();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      fill(statement, parameters);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Looks as a superuser: the first column of each row as text. */
  public List<String> look(String sql, Object... parameters) {
    try (Connection connection = superuser();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      fill(statement, parameters);
      List<String> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(result.getString(1));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void fill(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(
          i + 1,
          parameters[i] instanceof java.time.Instant instant
              ? instant.atOffset(java.time.ZoneOffset.UTC)
              : parameters[i]);
    }
  }

  private String jdbc() {
    return "jdbc:postgresql://localhost:%d/%s".formatted(SERVER.getPort(), name);
  }

  private String superuserJdbc() {
    return jdbc() + "?user=postgres";
  }

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
