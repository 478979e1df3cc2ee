package io.permanence.bench.setup;

import io.permanence.bench.setup.Wanted.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Objects;

/**
 * A large company: customers with one line each, a standing and an open-ended instruction, one that
 * is long over, a ladder of one number, and ten contacts: one blocked, five VIPs. Line, ladder and
 * contacts have the same number in them.
 *
 * @param lines how many
 */
public record Company(int lines) {
  private static final int CONTACTS = 10;
  private static final int LADDERS_OF_TEN = 7;

  /** Adds the customers beside what is there; rules and keys of the tables hold as always. */
  public void fill(String jdbc) throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbc);
        Statement statement = connection.createStatement()) {
      if (present(statement)) {
        return;
      }
      // The triggers announce each row by itself: what they keep is filled in the same way below.
      statement.execute("set session_replication_role = replica");
      statement.execute(sql());
      statement.execute("analyze");
    }
  }

  /** Several statements: PostgreSQL takes them together. */
  private String sql() {
    try (var stream =
        Objects.requireNonNull(Company.class.getResourceAsStream("company.sql"), "company.sql")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .replace("@LINES@", "" + lines)
          .replace("@CONTACTS@", "" + CONTACTS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean present(Statement statement) throws SQLException {
    try (var found =
        statement.executeQuery("select count(*) from customer where name like 'Bench %'")) {
      found.next();
      return found.getInt(1) == lines;
    }
  }

  /** The nth call: seven of ten come from a VIP and ring the ladder, three are blocked. */
  Wanted call(int n) {
    int line = (int) (n * 7919L % lines);
    boolean ladder = n % 10 < LADDERS_OF_TEN;
    int contact = ladder ? 1 + n % 5 : 0;
    return new Wanted(
        "+331%08d".formatted(line),
        "+3374%07d".formatted(line * CONTACTS + contact),
        ladder ? Outcome.LADDER : Outcome.ANSWER,
        ladder ? "+3361%07d".formatted(line) : "");
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%,d lines, %,d contacts", lines, lines * CONTACTS);
  }
}
