package io.permanence.store;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** Tells data that PostgreSQL refuses from a PostgreSQL that is away. */
public final class Refusals {
  private static final Set<String> CONFLICTS = Set.of("23503", "23505", "23P01");

  private Refusals() {}

  /**
   * Whether the data or the statement were refused (classes 22, 23 and 42 of SQLSTATE): trying
   * again is useless. Everything else may pass.
   */
  public static boolean isRefusal(Throwable failure) {
    return sqlState(failure)
        .filter(s -> s.startsWith("22") || s.startsWith("23") || s.startsWith("42"))
        .isPresent();
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
