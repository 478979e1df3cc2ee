package io.permanence.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Brings a database to the schema this version needs. Blocking (JDBC): call it before serving,
 * never on an event loop.
 */
public final class Migrations {
  private static final String BOOTSTRAP = "bootstrap.sql";

  private Migrations() {}

  /**
   * Creates the roles and extensions, as a superuser; safe to repeat. A database administrator may
   * run the same script by hand instead.
   *
   * @param superuserJdbc a JDBC URL whose user is a superuser
   * @throws SQLException when the server refuses
   */
  public static void bootstrap(String superuserJdbc) throws SQLException {
    try (Connection connection = DriverManager.getConnection(superuserJdbc);
        Statement statement = connection.createStatement()) {
      statement.execute(bootstrapScript());
    }
  }

  /**
   * Applies the migrations that are missing, as {@code permanence_owner}.
   *
   * @return how many were applied
   * @throws IllegalStateException saying why, when it cannot be reached or is not as it should be
   */
  public static int migrate(String jdbc, String ownerPassword) {
    try {
      MigrateResult result =
          Flyway.configure()
              .dataSource(jdbc, "permanence_owner", ownerPassword)
              .locations("classpath:io/permanence/store/migrations")
              .sqlMigrationPrefix("V")
              .validateMigrationNaming(true)
              .cleanDisabled(true)
              .load()
              .migrate();
      return result.migrationsExecuted;
    } catch (FlywayException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** What {@link #bootstrap} runs, for an administrator who runs it by hand. */
  public static String bootstrapScript() {
    try (InputStream script =
        Objects.requireNonNull(Migrations.class.getResourceAsStream(BOOTSTRAP))) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
