package io.permanence.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL for the store's own tests: one server a test run, one database a test class.
 */
public final class EmbeddedDatabase {
  private static final AtomicInteger COUNTER = new AtomicInteger();
  private static final EmbeddedPostgres SERVER = start();

  private final String name;

  private EmbeddedDatabase(String name) {
    this.name = name;
  }

  /** A fresh database with the whole schema. */
  public static EmbeddedDatabase migrated() {
    EmbeddedDatabase database = new EmbeddedDatabase("store" + COUNTER.incrementAndGet());
    try {
      try (Connection admin = SERVER.getPostgresDatabase().getConnection();
          Statement statement = admin.createStatement()) {
        statement.execute("create database " + database.name);
      }
      Migrations.bootstrap(database.superuserJdbc());
      Migrations.migrate(database.jdbc(), "");
      return database;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A connection that sees everything, to arrange and to look. */
  public Connection superuser() throws SQLException {
    return DriverManager.getConnection(superuserJdbc());
  }

  /** How the service would reach it. */
  public DatabaseSettings settings() {
    return DatabaseSettings.of("localhost", SERVER.getPort(), name, "permanence_app", "");
  }

  String jdbc() {
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
