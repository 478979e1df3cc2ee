package io.permanence.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.id.CustomerId;
import io.permanence.store.mapping.Mapping;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** PostgreSQL stands still with every connection open (R5). */
@ExtendWith(VertxExtension.class)
class HungDatabaseTest {
  private static final EmbeddedDatabase POSTGRES = EmbeddedDatabase.migrated();
  private static final Duration BOUND = Duration.ofSeconds(5);

  /** More than there are connections. */
  private static final int ASKED = 30;

  private final CustomerId customer = CustomerId.random();

  @Test
  void whoAsksIsToldSoonAndNothingIsDoneWhenItWakes(Vertx vertx) throws Exception {
    insert();
    Database database = Mapping.open(vertx, POSTGRES.settings(), Module.PORTAL);
    assertThat(await(write(database, "before"))).isEqualTo(1);
    List<Duration> waits = new ArrayList<>();
    long server = server();
    try {
      signal(server, "STOP");
      List<CompletableFuture<Duration>> asked =
          Stream.generate(() -> waited(write(database, "hung"))).limit(ASKED).toList();
      asked.forEach(each -> waits.add(each.orTimeout(20, TimeUnit.SECONDS).join()));
    } finally {
      signal(server, "CONT");
    }
    assertThat(waits).hasSize(ASKED).allMatch(each -> each.compareTo(BOUND) < 0);
    assertThat(await(write(database, "after"))).isEqualTo(1);
    assertThat(text("select count(*) from customer where trade = 'hung'")).isEqualTo("0");
    await(database.close());
  }

  private Future<Integer> write(Database database, String trade) {
    return database.inTransaction(
        customer, tx -> tx.execute("update customer set trade = ?1", trade));
  }

  /** How long it took to fail. */
  private static CompletableFuture<Duration> waited(Future<?> future) {
    long began = System.nanoTime();
    CompletableFuture<Duration> waited = new CompletableFuture<>();
    future
        .onFailure(failure -> waited.complete(Duration.ofNanos(System.nanoTime() - began)))
        .onSuccess(done -> waited.completeExceptionally(new AssertionError("it answered")));
    return waited;
  }

  private void insert() throws SQLException {
    try (Connection connection = POSTGRES.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into customer (customer_id, name, created_at) values ('%s', 'Cabinet', now())"
              .formatted(customer));
    }
  }

  private static String text(String sql) throws SQLException {
    try (Connection connection = POSTGRES.superuser();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static long server() throws SQLException {
    return Long.parseLong(
        text("select pg_read_file('postmaster.pid')").lines().toList().getFirst());
  }

  /**
   * To the server, which starts no process from then on, and then to each that serves a connection;
   * one that ended meanwhile needs none.
   */
  private static void signal(long server, String name) throws IOException, InterruptedException {
    assertThat(kill(name, server)).isZero();
    for (ProcessHandle each : ProcessHandle.of(server).orElseThrow().descendants().toList()) {
      assertThat(kill(name, each.pid()) == 0 || !each.isAlive()).isTrue();
    }
  }

  private static int kill(String name, long process) throws IOException, InterruptedException {
    return new ProcessBuilder("kill", "-" + name, Long.toString(process)).start().waitFor();
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
