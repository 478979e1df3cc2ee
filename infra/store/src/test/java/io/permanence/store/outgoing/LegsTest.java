package io.permanence.store.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.id.CustomerId;
import io.permanence.model.line.DialTarget.Rate;
import io.permanence.model.outgoing.OutgoingLeg;
import io.permanence.model.outgoing.OutgoingLeg.Purpose;
import io.permanence.store.Database;
import io.permanence.store.EmbeddedDatabase;
import io.permanence.store.Module;
import io.permanence.store.Refusals;
import io.permanence.store.mapping.Mapping;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class LegsTest {
  private static final EmbeddedDatabase POSTGRES = EmbeddedDatabase.migrated();
  private static final CustomerId A = CustomerId.random();
  private static final CustomerId B = CustomerId.random();
  private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");

  private Database router;

  @BeforeAll
  static void twoCustomers() throws SQLException {
    try (Connection connection = POSTGRES.superuser();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into customer (customer_id, name, created_at) values (?, 'x', ?)")) {
      for (CustomerId id : List.of(A, B)) {
        insert.setObject(1, id.value());
        insert.setObject(2, NOON.atOffset(ZoneOffset.UTC));
        insert.executeUpdate();
      }
    }
  }

  @BeforeEach
  void open(Vertx vertx) {
    router = Mapping.open(vertx, POSTGRES.settings(), Module.ROUTER);
  }

  @AfterEach
  void close() {
    await(router.close());
  }

  private static OutgoingLeg leg(CustomerId customer) {
    return new OutgoingLeg(
        customer,
        UUID.randomUUID(),
        UUID.randomUUID(),
        Purpose.PUT_THROUGH,
        LocalDate.of(2026, 11, 23),
        Rate.MOBILE,
        600,
        NOON,
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void legsOfManyCustomersAreWrittenTogetherAndNeverLoseTheirEnd() {
    OutgoingLeg begun = leg(A);
    OutgoingLeg over = begun.answered(NOON.plusSeconds(9)).ended(NOON.plusSeconds(60));
    OutgoingLeg other = leg(B);
    await(router.acrossCustomers(tx -> Legs.put(tx, List.of(over, other), NOON)));
    await(router.acrossCustomers(tx -> Legs.put(tx, List.of(begun), NOON)));
    List<OutgoingLeg> read = await(router.acrossCustomers(tx -> Legs.since(tx, NOON)));
    assertThat(read).contains(over, other).doesNotContain(begun);
  }

  @Test
  void oneLegOfNobodyRefusesThemAll() {
    OutgoingLeg good = leg(A);
    Future<Void> written =
        router.acrossCustomers(tx -> Legs.put(tx, List.of(good, leg(CustomerId.random())), NOON));
    Throwable failure =
        await(written.map(done -> new Throwable("written")).otherwise(refused -> refused));
    assertThat(failure).matches(Refusals::isRefusal);
    List<OutgoingLeg> read = await(router.acrossCustomers(tx -> Legs.since(tx, NOON)));
    assertThat(read).doesNotContain(good);
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
