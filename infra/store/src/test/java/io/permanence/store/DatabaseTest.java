package io.permanence.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.id.CustomerId;
import io.permanence.store.mapping.Mapping;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class DatabaseTest {
  private static final EmbeddedDatabase POSTGRES = EmbeddedDatabase.migrated();
  private static final CustomerId A = CustomerId.random();
  private static final CustomerId B = CustomerId.random();

  @BeforeAll
  static void twoCustomers() throws SQLException {
    try (Connection connection = POSTGRES.superuser();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into customer (customer_id, name, created_at) values (?, ?, ?)")) {
      for (CustomerId id : List.of(A, B)) {
        insert.setObject(1, id.value());
        insert.setString(2, "Cabinet " + id);
        insert.setObject(3, Instant.EPOCH.atOffset(ZoneOffset.UTC));
        insert.executeUpdate();
      }
    }
  }

  @Test
  void aTransactionSeesItsCustomerAndNoOther(Vertx vertx) {
    Database database = Mapping.open(vertx, POSTGRES.settings(), Module.PORTAL);
    assertThat(await(database.inTransaction(A, DatabaseTest::names)))
        .containsExactly("Cabinet " + A);
    assertThat(await(database.acrossCustomers(DatabaseTest::names))).isEmpty();
    await(database.close());
  }

  @Test
  void aModuleCannotWriteAnothersTables(Vertx vertx) {
    Database router = Mapping.open(vertx, POSTGRES.settings(), Module.ROUTER);
    Future<Integer> write =
        router.inTransaction(A, tx -> tx.execute("update customer set name = 'taken'"));
    assertThat(failure(write)).hasMessageContaining("permission denied");
    Future<Integer> asPortal =
        router
            .as(Module.PORTAL)
            .inTransaction(A, tx -> tx.execute("update customer set trade = 'x'"));
    assertThat(await(asPortal)).isEqualTo(1);
    await(router.close());
  }

  @Test
  void aRowOfAnotherCustomerCannotBeMade(Vertx vertx) {
    Database portal = Mapping.open(vertx, POSTGRES.settings(), Module.PORTAL);
    Future<Integer> smuggled =
        portal.inTransaction(
            A,
            tx ->
                tx.execute(
                    "insert into person (customer_id, account_id, display_name) values (?1, ?1, 'x')",
                    B.value()));
    assertThat(failure(smuggled)).hasMessageContaining("row-level security");
    await(portal.close());
  }

  @Test
  void overlappingTransactionsFromOneContextDoNotShareASession(Vertx vertx) {
    Database database = Mapping.open(vertx, POSTGRES.settings(), Module.PORTAL);
    CompletableFuture<List<List<String>>> seen = new CompletableFuture<>();
    vertx.runOnContext(
        ignored -> {
          List<Future<List<String>>> both = new ArrayList<>();
          for (CustomerId id : List.of(A, B, A, B)) {
            both.add(database.inTransaction(id, DatabaseTest::names));
          }
          Future.all(both)
              .onSuccess(all -> seen.complete(all.list()))
              .onFailure(seen::completeExceptionally);
        });
    assertThat(seen.orTimeout(10, TimeUnit.SECONDS).join())
        .containsExactly(
            List.of("Cabinet " + A),
            List.of("Cabinet " + B),
            List.of("Cabinet " + A),
            List.of("Cabinet " + B));
    await(database.close());
  }

  @Test
  void whatFailsLeavesNothingBehind(Vertx vertx) {
    Database portal = Mapping.open(vertx, POSTGRES.settings(), Module.PORTAL);
    Future<Void> halfDone =
        portal.inTransaction(
            B,
            tx ->
                tx.execute("update customer set name = 'half done'")
                    .compose(rows -> Future.failedFuture("the rest failed")));
    assertThat(failure(halfDone)).hasMessage("the rest failed");
    assertThat(await(portal.inTransaction(B, DatabaseTest::names))).containsExactly("Cabinet " + B);
    await(portal.close());
  }

  private static Future<List<String>> names(Tx tx) {
    return tx.rows("select name from customer order by name")
        .map(rows -> rows.stream().map(row -> (String) row[0]).toList());
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }

  private static Throwable failure(Future<?> future) {
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    future
        .onSuccess(
            value -> failure.completeExceptionally(new AssertionError("succeeded: " + value)))
        .onFailure(failure::complete);
    return failure.orTimeout(10, TimeUnit.SECONDS).join();
  }
}
