package io.permanence.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.id.ConsentId;
import io.permanence.model.line.Windows.Span;
import io.permanence.store.Module;
import io.permanence.store.google.BusyMirror;
import io.permanence.sync.GoogleHouse;
import io.permanence.sync.Linked;
import io.permanence.sync.Waiting;
import io.permanence.testing.postgres.TestDatabase;
import io.permanence.testing.standin.google.people.PeopleStandIn;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The consent to the calendar is withdrawn: its busy times go, and nothing else does (E4, E6). */
@ExtendWith(VertxExtension.class)
class CalendarWithdrawalTest {
  private static final TestDatabase POSTGRES = TestDatabase.fresh();
  private static final String MARTIN = "martin@example.org";
  private static final Instant NOON = Instant.parse("2026-11-22T11:00:00Z");
  private static final int ROUNDS = 20;

  private GoogleHouse house;
  private Linked linked;

  @BeforeEach
  void moveIn(Vertx vertx) {
    house = new GoogleHouse(vertx, POSTGRES, List.of(MARTIN));
    linked = new Linked(house, MARTIN);
  }

  @AfterEach
  void leave() {
    house.close();
    POSTGRES.execute("update google_request set done_at = created_at where done_at is null");
    POSTGRES.execute("update google_link set state = 'NEEDS_CONSENT'");
  }

  @Test
  void busyTimesAreDeletedAndTheContactsStay() {
    house.people.put(MARTIN, "c1", PeopleStandIn.person("Jeanne", "Petit", "+33639980101"));
    house.synchronise(10);
    linked.linkUp();
    ConsentId calendar = linked.calendar();
    for (int hour = 0; hour < 1_100; hour++) {
      assertThat(Waiting.on(busy(linked, calendar, hour))).isTrue();
    }
    UUID request = linked.withdraw(calendar);
    ended(linked, request);
    assertThat(busyTimes(linked)).isZero();
    assertThat(linked.mirror()).hasSize(1);
    assertThat(house.oauth.isGranted(MARTIN)).isTrue();
    assertThat(linked.syncNow()).isEqualTo("done");
  }

  @Test
  void theContactsConsentWithdrawnLeavesTheCalendarsTimes() {
    house.synchronise(10);
    linked.linkUp();
    ConsentId calendar = linked.calendar();
    assertThat(Waiting.on(busy(linked, calendar, 0))).isTrue();
    ended(linked, linked.withdraw());
    assertThat(busyTimes(linked)).isEqualTo(1);
  }

  @Test
  void aConsentToTheContactsIsNoneToTheCalendar() {
    Linked other = new Linked(house, MARTIN);
    assertThat(Waiting.on(busy(other, other.consent(), 0))).isFalse();
    assertThat(busyTimes(other)).isZero();
  }

  @Test
  void aRunInTheMiddleWritesNothingAfterTheWithdrawal() {
    house.synchronise(10);
    Random random = new Random(20261122);
    int midway = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Linked customer = new Linked(house, MARTIN);
      ConsentId calendar = customer.calendar();
      AtomicInteger written = new AtomicInteger();
      Future<Void> run = write(customer, calendar, written);
      LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextLong(60_000)));
      UUID request = customer.withdraw(calendar);
      Waiting.on(run);
      ended(customer, request);
      midway += written.get() > 0 ? 1 : 0;
      assertThat(busyTimes(customer)).as("round %d", round).isZero();
      assertThat(Waiting.on(busy(customer, calendar, 9_999))).isFalse();
    }
    assertThat(midway).as("rounds that had written something").isPositive();
  }

  /** Writes one after the other until the store says no. */
  private Future<Void> write(Linked customer, ConsentId calendar, AtomicInteger written) {
    return busy(customer, calendar, written.get())
        .compose(
            kept -> {
              if (!kept) {
                return Future.succeededFuture();
              }
              written.incrementAndGet();
              return write(customer, calendar, written);
            });
  }

  private Future<Boolean> busy(Linked customer, ConsentId consent, int hour) {
    return house
        .database
        .as(Module.SYNC)
        .inTransaction(
            customer.customer,
            tx -> BusyMirror.put(tx, customer.customer, consent, List.of(span(hour)), NOON));
  }

  private static Span span(int hour) {
    Instant from = NOON.plus(Duration.ofHours(hour));
    return new Span(from, from.plus(Duration.ofMinutes(30)));
  }

  private static void ended(Linked customer, UUID request) {
    Waiting.until(
        "it is withdrawn",
        () -> !customer.outcome(request).isEmpty(),
        () -> customer.outcome(request));
  }

  private static int busyTimes(Linked customer) {
    return Integer.parseInt(
        POSTGRES
            .look(
                "select count(*) from google_busy where customer_id = ?", customer.customer.value())
            .getFirst());
  }
}
