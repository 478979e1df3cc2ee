package io.permanence.store;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** Tells data that PostgreSQL refuses from a PostgreSQL that is away. */
public final class Refusals {
  private static final Set<String> CONFLICTS = Set.of("23503", "23505", "23P01");
  private static final String NOT_YOURS = "42501";

  private Refusals() {}

  /**
   * Whether the data were refused (classes 22 and 23 of SQLSTATE, and 42501, which is a row of
   * somebody else's): trying again with the same data is useless.
   */
  public static boolean isRefusal(Throwable failure) {
    return sqlState(failure)
        .filter(s -> s.startsWith("22") || s.startsWith("23") || s.equals(NOT_YOURS))
        .isPresent();
  }

  /**
   * Whether the statement does not fit the database (the rest of class 42 of SQLSTATE): a table or
   * function is not there. The data are not to blame; a database of another version, or another one
   * altogether, answers so, and what is to be written waits for the right one.
   */
  public static boolean isMisfit(Throwable failure) {
    return sqlState(failure).filter(s -> s.startsWith("42") && !s.equals(NOT_YOURS)).isPresent();
  }

  /**
   * Whether another row stands against this one: it is there already, or it is still needed, or
   * gone (23503, 23505 and 23P01 of SQLSTATE). Happens to correct requests that meet.
   */
  public static boolean isConflict(Throwable failure) {
    return sqlState(failure).filter(CONFLICTS::contains).isPresent();
  }

  /** Whether a row by itself breaks a rule of its table (the rest of class 23 of SQLSTATE). */
  public static boolean isBrokenRule(Throwable failure) {
    return sqlState(failure).filter(s -> s.startsWith("23") && !CONFLICTS.contains(s)).isPresent();
  }

  /**
   * Whether PostgreSQL could not serve anybody just now: a statement took too long, it is starting
   * or stopping, or it has no room (classes 08, 53 and 57 of SQLSTATE).
   */
  public static boolean isOutage(Throwable failure) {
    return sqlState(failure)
        .filter(s -> s.startsWith("08") || s.startsWith("53") || s.startsWith("57"))
        .isPresent();
  }

  /** PostgreSQL's code for the failure, when it comes from PostgreSQL. */
  public static Optional<String> sqlState(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof PgException refusal) {
        return Optional.ofNullable(refusal.getSqlState());
      }
      if (each instanceof SQLException refusal && refusal.getSQLState() != null) {
        return Optional.of(refusal.getSQLState());
      }
    }
    return Optional.empty();
  }
}
