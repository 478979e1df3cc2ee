package io.permanence.testing.postgres;

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
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fresh database with the whole schema, for one test class or one test.
 *
 * <p>The first use in a JVM starts PostgreSQL and migrates a template (a few seconds); each further
 * database is a copy of it (some hundredths of a second). The server stops with the JVM. Blocking:
 * use it from a test's own thread.
 */
public final class TestDatabase implements AutoCloseable {
  private static final String TEMPLATE = "permanence_template";
  private static final AtomicInteger COUNTER = new AtomicInteger();

  /** Starts at the first use, once. */
  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    static {
      run("create database " + TEMPLATE);
      try {
        Migrations.bootstrap(url(TEMPLATE) + "?user=postgres");
      } catch (SQLException refused) {
        throw new IllegalStateException(refused);
      }
      Migrations.migrate(url(TEMPLATE), "");
    }

    private Server() {}

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setServerConfig("synchronous_commit", "off")
            .setServerConfig("full_page_writes", "off")
            .setServerConfig("max_connections", "300")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .start();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    static String url(String database) {
      return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(POSTGRES.getPort(), database);
    }

    static void run(String sql) {
      try (Connection admin = DriverManager.getConnection(url("postgres") + "?user=postgres");
          Statement statement = admin.createStatement()) {
        statement.execute(sql);
      } catch (SQLException refused) {
        throw new IllegalStateException(refused);
      }
    }
  }

  private final String name;

  private TestDatabase(String name) {
    this.name = name;
  }

  /** A new database that nobody else uses. */
  public static TestDatabase fresh() {
    String name = "test_" + COUNTER.incrementAndGet();
    Server.run("create database " + name + " template " + TEMPLATE);
    return new TestDatabase(name);
  }

  /** How the service reaches it. */
  public DatabaseSettings settings() {
    return DatabaseSettings.of("127.0.0.1", Server.POSTGRES.getPort(), name, "permanence_app", "");
  }

  /** The address without a user. */
  public String jdbc() {
    return Server.url(name);
  }

  /** The address for a user who sees everything. */
  public String superuserJdbc() {
    return jdbc() + "?user=postgres";
  }

  /** A connection that sees everything, to arrange and to look. */
  public Connection superuser() throws SQLException {
    return DriverManager.getConnection(superuserJdbc());
  }

  /** Arranges something as a superuser; parameters are positional, instants welcome. */
  public int execute(String sql, Object... parameters) {
    try (Connection connection = superuser();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      fill(statement, parameters);
      return statement.executeUpdate();
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  /** Looks as a superuser: the first column of each row as text. */
  public List<String> look(String sql, Object... parameters) {
    try (Connection connection = superuser();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      fill(statement, parameters);
      var rows = new ArrayList<String>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(result.getString(1));
        }
      }
      return rows;
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  private static void fill(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      Object value = parameters[i];
      statement.setObject(
          i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
    }
  }

  /** Removes it, whoever is still connected. */
  @Override
  public void close() {
    Server.run("drop database if exists " + name + " with (force)");
  }
}
