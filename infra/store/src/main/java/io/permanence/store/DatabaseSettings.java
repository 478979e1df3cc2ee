package io.permanence.store;

import java.time.Duration;

/**
 * Where PostgreSQL is and how patiently it is used.
 *
 * @param user the service's login ({@code permanence_app}); owns nothing
 * @param password empty where the server trusts the connection
 * @param connections pool size
 * @param waiters how many transactions may queue for a connection before new ones are refused
 * @param statementTimeout a statement that takes longer is cancelled by the server
 * @param connectTimeout how long opening a connection may take
 */
public record DatabaseSettings(
    String host,
    int port,
    String database,
    String user,
    String password,
    int connections,
    int waiters,
    Duration statementTimeout,
    Duration connectTimeout) {
  /** Sensible limits for one node. */
  public static DatabaseSettings of(
      String host, int port, String database, String user, String password) {
    return new DatabaseSettings(
        host,
        port,
        database,
        user,
        password,
        12,
        500,
        Duration.ofSeconds(1),
        Duration.ofSeconds(2));
  }

  @Override
  public String toString() {
    return "%s@%s:%d/%s".formatted(user, host, port, database);
  }
}
