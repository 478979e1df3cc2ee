package io.permanence.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.id.ConsentId;
import io.permanence.model.line.Windows.Span;
import io.permanence.sync.GoogleHouse;
import io.permanence.sync.Linked;
import io.permanence.sync.Waiting;
import io.permanence.testing.postgres.TestDatabase;
import io.permanence.testing.standin.google.people.PeopleStandIn;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * S10 in short: the consent is withdrawn at random instants of linking and mirroring. Whatever was
 * under way, nothing of Google is left here, Google's grant has ended, and after the withdrawal was
 * committed at most the one request that was already on its way reaches the contacts.
 */
@ExtendWith(VertxExtension.class)
class WithdrawalAtAnyInstantTest {
  private static final TestDatabase POSTGRES = TestDatabase.fresh();
  private static final int ROUNDS = Integer.getInteger("permanence.withdrawals", 25);
  private static final int CONTACTS = 30;
  private static final int PAGE = 3;
  private static final long LONGEST_MICROS = 900_000;

  @Test
  void nothingIsLeftAndNothingIsAskedAfterIt(Vertx vertx) {
    Random random = new Random(20261122);
    List<String> emails = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      emails.add("martin" + round + "@example.org");
    }
    GoogleHouse house = new GoogleHouse(vertx, POSTGRES, emails);
    house.synchronise(PAGE);
    int midway = 0;
    for (String email : emails) {
      midway += round(house, email, random.nextLong(LONGEST_MICROS)) ? 1 : 0;
    }
    assertThat(midway).as("rounds that had mirrored something").isPositive();
    house.close();
  }

  @Test
  void norOfTheCalendar(Vertx vertx) {
    Random random = new Random(20261128);
    GoogleHouse house = new GoogleHouse(vertx, POSTGRES, List.of("calendar@example.org"));
    house.synchronise(PAGE);
    int midway = 0;
    for (int round = 0; round < ROUNDS; round++) {
      midway += calendar(house, random.nextLong(LONGEST_MICROS)) ? 1 : 0;
    }
    assertThat(midway).as("rounds that had read something").isPositive();
    house.close();
  }

  /** Whether something had been read before the withdrawal. */
  private static boolean calendar(GoogleHouse house, long micros) {
    String email = "calendar@example.org";
    Instant now = house.clock.instant();
    house.calendar.busy(email, new Span(now, now.plusSeconds(3_600)));
    Linked linked = new Linked(house, email);
    ConsentId consent = linked.calendar();
    linked.connect(consent, house.code(email, GoogleHouse.CALENDAR));
    LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(micros));
    UUID request = linked.withdraw(consent);
    long askedBefore = house.calendar.requests();
    boolean read = !linked.busy().isEmpty();
    settled(linked, request);
    assertThat(linked.rows()).as("after %d µs", micros).isZero();
    assertThat(house.oauth.isGranted(email)).as("after %d µs", micros).isFalse();
    assertThat(house.calendar.requests() - askedBefore).isLessThanOrEqualTo(1);
    return read;
  }

  /** Whether something had been mirrored before the withdrawal. */
  private static boolean round(GoogleHouse house, String email, long micros) {
    for (int i = 0; i < CONTACTS; i++) {
      house.people.put(
          email, "c" + i, PeopleStandIn.person("Zoé", "Roy " + i, "+3363998%04d".formatted(i)));
    }
    Linked linked = new Linked(house, email);
    String code = house.code(email, GoogleHouse.CONTACTS);
    linked.connect(code);
    LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(micros));
    UUID request = linked.withdraw();
    long askedBefore = house.people.requests();
    boolean mirrored = linked.rows() > 0;
    settled(linked, request);
    assertThat(linked.rows()).as("%s after %d µs", email, micros).isZero();
    assertThat(house.oauth.isGranted(email)).as("%s after %d µs", email, micros).isFalse();
    assertThat(house.people.requests() - askedBefore).isLessThanOrEqualTo(1);
    return mirrored;
  }

  private static void settled(Linked linked, UUID request) {
    Waiting.until(
        "it is withdrawn", () -> !linked.outcome(request).isEmpty(), () -> linked.outcome(request));
    Waiting.until(
        "the code is settled",
        () ->
            POSTGRES
                .look(
                    "select id::text from google_request where customer_id = ? and done_at is null",
                    linked.customer.value())
                .isEmpty(),
        linked::runs);
  }
}
