package io.permanence.push.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.permanence.push.Household;
import io.permanence.testing.clock.MovableClock;
import io.permanence.push.StandIns;
import io.permanence.push.Waiting;
import io.permanence.store.Database;
import io.permanence.store.Module;
import io.permanence.store.mapping.Mapping;
import io.permanence.testing.postgres.TestDatabase;
import io.permanence.testing.standin.fault.Faults;
import io.permanence.testing.standin.fcm.FcmFault;
import io.permanence.testing.standin.inbox.Channel;
import io.permanence.testing.standin.inbox.InboxFilter;
import io.permanence.testing.standin.inbox.InboxMessage;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Push while a call rings (C1): who gets one, who does not, and what it says. */
@ExtendWith(VertxExtension.class)
class IncomingCallTest {
  private static final TestDatabase POSTGRES = TestDatabase.fresh();
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private final MovableClock clock = new MovableClock();
  private Household household;
  private StandIns standIns;
  private Database database;
  private Relay relay;

  @BeforeEach
  void moveIn(Vertx vertx) {
    household = new Household(POSTGRES);
    standIns = new StandIns(vertx);
    database = Mapping.open(vertx, POSTGRES.settings(), Module.PUSH);
    relay =
        new Relay(
            vertx,
            database,
            clock,
            new Random(7),
            new Tally(new SimpleMeterRegistry()),
            standIns.carriers(vertx, clock));
  }

  @AfterEach
  void leave() {
    Waiting.on(relay.stop());
    Waiting.on(database.close());
    standIns.close();
    POSTGRES.execute("update delivery set state = 'FAILED' where state = 'QUEUED'");
  }

  private void start() {
    relay.start(Duration.ofMillis(50));
  }

  @ParameterizedTest
  @ValueSource(strings = {"desk", "ladder"})
  void whoChoseSoIsToldOnceByPushAlone(String decision) {
    household.choosesCalls(true);
    start();
    UUID call = household.rings(decision, clock.instant());
    settled(call, "PUSH SENT");
    assertThat(standIns.inbox.find(InboxFilter.ALL)).hasSize(1);
    assertThat(standIns.arrived(Channel.PUSH).getFirst().to()).isEqualTo(household.token);
  }

  @Test
  void itIsUrgentShortLivedAndSaysNothingOfWhoCalls() {
    household.choosesCalls(true);
    start();
    UUID call = household.rings("desk", clock.instant());
    settled(call, "PUSH SENT");
    InboxMessage push = standIns.arrived(Channel.PUSH).getFirst();
    JsonObject message = Objects.requireNonNull(push.data());
    assertThat(push.text()).isEqualTo("Un appel arrive pour vous.");
    assertThat(message.encode())
        .contains(call.toString())
        .doesNotContain("3998", "Martin", household.customer.toString());
    assertThat(message.getJsonObject("data").fieldNames()).containsOnly("kind", "id");
    JsonObject web = message.getJsonObject("webpush").getJsonObject("headers");
    assertThat(web.getString("Urgency")).isEqualTo("high");
    assertThat(Integer.parseInt(web.getString("TTL"))).isBetween(1, 45);
    assertThat(message.getJsonObject("android").getString("priority")).isEqualTo("high");
  }

  @Test
  void whoChoseOnlyCallsIsToldOfCallsAndNotOfNotes() {
    household.choosesCalls(false);
    start();
    settled(household.rings("desk", clock.instant()), "PUSH SENT");
    settled(household.note("Roy", "Rappeler", clock.instant()), "EMAIL SENT", "SMS SENT");
  }

  @Test
  void nobodyIsToldWhoDidNotChooseSo() {
    start();
    UUID call = household.rings("desk", clock.instant());
    UUID note = household.note("Roy", "Rappeler", clock.instant());
    settled(note, "EMAIL SENT", "PUSH SENT", "SMS SENT");
    assertThat(outboxRows(call)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"announce", "voicemail", "reject"})
  void aCallerWhoRingsNowhereIsNotToldOf(String decision) {
    household.choosesCalls(true);
    assertThat(outboxRows(household.rings(decision, clock.instant()))).isEmpty();
  }

  @Test
  void aWithdrawnConsentStopsIt() {
    household.choosesCalls(true);
    household.withdraw(clock.instant());
    start();
    settled(household.rings("desk", clock.instant()), "PUSH FAILED consent-withdrawn");
    assertThat(standIns.fcm.requests()).isZero();
  }

  @Test
  void quietHoursAreQuiet() {
    household.choosesCalls(true);
    var now = clock.instant().atZone(PARIS).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    POSTGRES.execute(
        """
        update notification_preference set quiet_from = cast(? as time), quiet_to = cast(? as time)
        where customer_id = ? and incoming_calls\
        """,
        now.minusHours(1).toString(),
        now.plusHours(1).toString(),
        household.customer.value());
    start();
    UUID call = household.rings("desk", clock.instant());
    Waiting.until("it was looked at", () -> outboxRows(call).equals(List.of("t")), () -> call);
    assertThat(household.deliveries(call)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"answered_at", "ended_at"})
  void whatRingsNoMoreIsNotTold(String over) {
    household.choosesCalls(true);
    UUID call = household.rings("desk", clock.instant());
    POSTGRES.execute("update call set " + over + " = arrived_at where id = ?", call);
    start();
    settled(call, "PUSH FAILED expired");
    assertThat(standIns.fcm.requests()).isZero();
  }

  @Test
  void aPushTheProviderPutOffIsNotRepeatedAfterTheCall() {
    household.choosesCalls(true);
    standIns.fcm.fail(Faults.EVERYBODY, FcmFault.UNAVAILABLE, 1, Duration.ZERO);
    start();
    UUID call = household.rings("desk", clock.instant());
    Waiting.until("it was tried", () -> standIns.fcm.requests() == 1, standIns.fcm::requests);
    POSTGRES.execute("update call set ended_at = arrived_at where id = ?", call);
    clock.advance(Duration.ofSeconds(10));
    settled(call, "PUSH FAILED expired");
    assertThat(standIns.arrived(Channel.PUSH)).isEmpty();
  }

  @Test
  void aCallWrittenLateBecauseTheDatabaseWasAwayIsNotTold() {
    household.choosesCalls(true);
    start();
    settled(household.rings("desk", clock.instant().minusSeconds(60)), "PUSH FAILED expired");
  }

  private static List<String> outboxRows(UUID call) {
    return POSTGRES.look(
        "select cast(done_at is not null as text)::char from outbox where subject_id = ?", call);
  }

  private void settled(UUID subject, String... expected) {
    Waiting.until(
        "deliveries are " + List.of(expected),
        () -> household.deliveries(subject).equals(List.of(expected)),
        () -> household.deliveries(subject));
  }
}
