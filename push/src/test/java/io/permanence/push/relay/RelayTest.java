package io.permanence.push.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.permanence.push.Household;
import io.permanence.push.StandIns;
import io.permanence.push.Waiting;
import io.permanence.push.plan.Outcome;
import io.permanence.push.plan.Sending;
import io.permanence.store.Database;
import io.permanence.store.Module;
import io.permanence.store.mapping.Mapping;
import io.permanence.testing.clock.MovableClock;
import io.permanence.testing.postgres.TestDatabase;
import io.permanence.testing.standin.fault.Faults;
import io.permanence.testing.standin.inbox.Channel;
import io.permanence.testing.standin.inbox.InboxMessage;
import io.permanence.testing.standin.sms.SmsFault;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class RelayTest {
  private static final TestDatabase POSTGRES = TestDatabase.fresh();
  private static final Duration LOOK = Duration.ofMillis(50);

  private final MovableClock clock = new MovableClock();
  private final List<Relay> relays = new ArrayList<>();
  private Household household;
  private StandIns standIns;
  private Database database;

  @BeforeEach
  void moveIn(Vertx vertx) {
    household = new Household(POSTGRES);
    standIns = new StandIns(vertx);
    database = Mapping.open(vertx, POSTGRES.settings(), Module.PUSH);
  }

  @AfterEach
  void leave() {
    relays.forEach(relay -> Waiting.on(relay.stop()));
    Waiting.on(database.close());
    standIns.close();
    POSTGRES.execute("update delivery set state = 'FAILED' where state = 'QUEUED'");
  }

  @Test
  void oneNoteIsExactlyOnePushOneEmailAndOneSms(Vertx vertx) {
    start(vertx);
    UUID note = household.note("Mme Élise Roy", "Rappeler avant midi", clock.instant());
    settled(note, "EMAIL SENT", "PUSH SENT", "SMS SENT");

    InboxMessage push = only(Channel.PUSH);
    assertThat(push.to()).isEqualTo(household.token);
    assertThat(push.text()).isEqualTo("Vous avez un nouveau message.");
    assertThat(String.valueOf(push.data()))
        .contains(note.toString())
        .doesNotContain("Roy", "Rappeler", "3998");
    InboxMessage mail = only(Channel.EMAIL);
    assertThat(mail.subject()).isEqualTo("Nouveau message – Mme Élise Roy");
    assertThat(mail.text()).contains("Rappeler avant midi", "+33639980101");
    assertThat(only(Channel.SMS).text())
        .isEqualTo("Nouveau message: Mme Élise Roy, +33639980101. Rappeler avant midi");
  }

  @Test
  void anOutboxRowTakenUpTwiceIsFannedOutOnce(Vertx vertx) {
    UUID note = household.note("Roy", "Rappeler", clock.instant());
    start(vertx);
    settled(note, "EMAIL SENT", "PUSH SENT", "SMS SENT");

    POSTGRES.execute("update outbox set done_at = null where subject_id = ?", note);
    Waiting.until(
        "the row is closed again",
        () ->
            !POSTGRES
                .look("select 1 from outbox where subject_id = ? and done_at is not null", note)
                .isEmpty(),
        () -> "");
    assertThat(household.deliveries(note)).containsExactly("EMAIL SENT", "PUSH SENT", "SMS SENT");
    assertThat(standIns.inbox.find(io.permanence.testing.standin.inbox.InboxFilter.ALL)).hasSize(3);
  }

  @Test
  void whatAWorkerSentBeforeItDiedIsRepeatedUnderTheSameIds(Vertx vertx) {
    UUID note = household.note("Roy", "Rappeler", clock.instant());
    Vertx doomed = Vertx.vertx();
    List<Carrier> neverHeardAgain =
        standIns.carriers(doomed, clock).stream().<Carrier>map(Unheard::new).toList();
    relay(doomed, neverHeardAgain, Mapping.open(doomed, POSTGRES.settings(), Module.PUSH))
        .start(LOOK);
    Waiting.until(
        "all were sent",
        () ->
            standIns.arrived(Channel.EMAIL).size() == 1
                && standIns.arrived(Channel.PUSH).size() == 1
                && standIns.arrived(Channel.SMS).size() == 1,
        () -> standIns.inbox);
    Waiting.on(doomed.close());
    assertThat(household.deliveries(note))
        .containsExactly("EMAIL QUEUED", "PUSH QUEUED", "SMS QUEUED");

    start(vertx);
    clock.advance(Duration.ofSeconds(13));
    settled(note, "EMAIL SENT", "PUSH SENT", "SMS SENT");
    assertThat(standIns.arrived(Channel.EMAIL))
        .hasSize(2)
        .extracting(mail -> mail.headers().get("Message-ID"))
        .containsOnly("<" + deliveryId(note, "EMAIL") + "@permanence.example>");
    assertThat(standIns.arrived(Channel.PUSH))
        .hasSize(2)
        .extracting(RelayTest::tag)
        .containsOnly(note.toString());
    assertThat(standIns.arrived(Channel.SMS)).hasSize(1);
    assertThat(standIns.sms.requests()).isEqualTo(2);
  }

  @Test
  void anSmsThatMayHaveBeenSentTwiceIsNotSentAThirdTime(Vertx vertx) {
    standIns.sms.fail(Faults.EVERYBODY, SmsFault.CUT_AFTER_ACCEPTING, 9, Duration.ofSeconds(1));
    UUID note = household.note("Roy", "Rappeler", clock.instant());
    start(vertx);
    Waiting.until("it was tried", () -> standIns.sms.requests() == 1, standIns.sms::requests);
    clock.advance(Duration.ofSeconds(40));
    settled(note, "EMAIL SENT", "PUSH SENT", "SMS FAILED maybe-sent-twice");
    assertThat(standIns.sms.requests()).isEqualTo(2);
  }

  @Test
  void anSmsThatTheGatewayRefusedForNowMayBeTriedMoreOften(Vertx vertx) {
    standIns.sms.fail(Faults.EVERYBODY, SmsFault.BUSY, 4, Duration.ofSeconds(0));
    UUID note = household.note("Roy", "Rappeler", clock.instant());
    start(vertx);
    for (int tries = 1; tries <= 4; tries++) {
      int so = tries;
      Waiting.until("tried", () -> standIns.sms.requests() >= so, standIns.sms::requests);
      clock.advance(Duration.ofSeconds(40));
    }
    settled(note, "EMAIL SENT", "PUSH SENT", "SMS SENT");
    assertThat(standIns.arrived(Channel.SMS)).hasSize(1);
  }

  @Test
  void aProviderThatIsDownAndComesBackGetsEachMessageOnceAndHoldsUpNobodyElse(Vertx vertx) {
    standIns.smtp.faults().refuse("*", "451 4.3.0 Try again later", 1_000);
    start(vertx);
    List<UUID> notes = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      notes.add(household.note("Roy", "Rappeler " + i, clock.instant()));
    }
    notes.forEach(note -> settledOn("PUSH SENT", note));
    notes.forEach(note -> settledOn("SMS SENT", note));
    assertThat(standIns.arrived(Channel.EMAIL)).isEmpty();

    standIns.smtp.faults().clear();
    clock.advance(Duration.ofHours(1));
    notes.forEach(note -> settled(note, "EMAIL SENT", "PUSH SENT", "SMS SENT"));
    assertThat(standIns.arrived(Channel.EMAIL)).hasSize(40);
    assertThat(distinctIds(standIns.arrived(Channel.EMAIL))).isEqualTo(40);
  }

  @Test
  void aSilentProviderDoesNotSlowTheOthers(Vertx vertx) {
    standIns.sms.fail(Faults.EVERYBODY, SmsFault.SILENCE, 1_000, Duration.ZERO);
    start(vertx);
    UUID note = household.note("Roy", "Rappeler", clock.instant());
    settledOn("EMAIL SENT", note);
    settledOn("PUSH SENT", note);
    assertThat(household.deliveries(note)).contains("SMS QUEUED");
  }

  @Test
  void aWithdrawnConsentStopsThePushThatWasQueued(Vertx vertx) {
    UUID note = household.note("Roy", "Rappeler", clock.instant());
    household.withdraw(clock.instant());
    start(vertx);
    settled(note, "EMAIL SENT", "PUSH FAILED consent-withdrawn", "SMS SENT");
    assertThat(standIns.fcm.requests()).isZero();
  }

  @Test
  void aDeviceTheProviderDoesNotKnowIsRetiredAndNotAskedAgain(Vertx vertx) {
    standIns.fcm.remove(household.token);
    start(vertx);
    UUID first = household.note("Roy", "Rappeler", clock.instant());
    settled(first, "EMAIL SENT", "PUSH FAILED address-gone", "SMS SENT");
    UUID second = household.note("Roy", "Rappeler", clock.instant());
    settled(second, "EMAIL SENT", "SMS SENT");
    assertThat(standIns.fcm.requests()).isEqualTo(1);
  }

  @Test
  void aDeletedNoteIsNotToldAnyMore(Vertx vertx) {
    UUID note = household.note("Roy", "Rappeler", clock.instant());
    POSTGRES.execute("delete from note where id = ?", note);
    start(vertx);
    settled(
        note,
        "EMAIL FAILED message-deleted",
        "PUSH FAILED message-deleted",
        "SMS FAILED message-deleted");
    assertThat(standIns.inbox.find(io.permanence.testing.standin.inbox.InboxFilter.ALL)).isEmpty();
  }

  @Test
  void whatWorkersVanishWithIsParkedAndTheOthersGoOn(Vertx vertx) {
    UUID poison = household.note("Roy", "Rappeler", clock.instant());
    start(vertx, List.of());
    Waiting.until("it is queued", () -> household.deliveries(poison).size() == 3, () -> "");
    POSTGRES.execute("update delivery set abandoned = 5 where subject_id = ?", poison);
    UUID sound = household.note("Roy", "Rappeler", clock.instant());
    start(vertx);
    settled(sound, "EMAIL SENT", "PUSH SENT", "SMS SENT");
    settled(poison, "EMAIL FAILED parked", "PUSH FAILED parked", "SMS FAILED parked");
  }

  @Test
  void anEntryThatCannotBeFannedOutIsParked(Vertx vertx) {
    UUID note = household.note("Roy", "Rappeler", clock.instant());
    POSTGRES.execute("update outbox set attempts = 20 where subject_id = ?", note);
    start(vertx);
    Waiting.until(
        "it is parked",
        () ->
            !POSTGRES
                .look("select 1 from outbox where subject_id = ? and parked_why is not null", note)
                .isEmpty(),
        () -> "");
    assertThat(household.deliveries(note)).isEmpty();
  }

  @Test
  void aLostCallGoesTheWaysOfANote(Vertx vertx) {
    UUID lost = household.call("LOST_CALL", clock.instant());
    start(vertx);
    settled(lost, "EMAIL SENT", "PUSH SENT", "SMS SENT");
  }

  @Test
  void severalWorkersSendNothingTwice(Vertx vertx) {
    start(vertx);
    start(vertx);
    start(vertx);
    List<UUID> notes = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      notes.add(household.note("Roy", "Rappeler " + i, clock.instant()));
    }
    notes.forEach(note -> settled(note, "EMAIL SENT", "PUSH SENT", "SMS SENT"));
    assertThat(standIns.arrived(Channel.EMAIL)).hasSize(60);
    assertThat(standIns.arrived(Channel.PUSH)).hasSize(60);
    assertThat(standIns.arrived(Channel.SMS)).hasSize(60);
  }

  /** Sends, and dies before it can say so. */
  private record Unheard(Carrier real) implements Carrier {
    @Override
    public io.permanence.model.delivery.Channel channel() {
      return real.channel();
    }

    @Override
    public int atOnce() {
      return real.atOnce();
    }

    @Override
    public Future<Outcome> carry(Sending.Go sending) {
      return real.carry(sending).compose(sent -> Promise.<Outcome>promise().future());
    }

    @Override
    public Future<Void> close() {
      return real.close();
    }
  }

  private void start(Vertx vertx) {
    start(vertx, standIns.carriers(vertx, clock));
  }

  private void start(Vertx vertx, List<Carrier> carriers) {
    Relay relay = relay(vertx, carriers, database);
    relays.add(relay);
    relay.start(LOOK);
  }

  private Relay relay(Vertx vertx, List<Carrier> carriers, Database store) {
    return new Relay(
        vertx, store, (Clock) clock, new Random(7), new Tally(new SimpleMeterRegistry()), carriers);
  }

  private InboxMessage only(Channel channel) {
    List<InboxMessage> arrived = standIns.arrived(channel);
    assertThat(arrived).hasSize(1);
    return arrived.getFirst();
  }

  private void settled(UUID subject, String... expected) {
    Waiting.until(
        "deliveries are " + List.of(expected),
        () -> household.deliveries(subject).equals(List.of(expected)),
        () -> household.deliveries(subject));
  }

  private void settledOn(String expected, UUID subject) {
    Waiting.until(
        "one is " + expected,
        () -> household.deliveries(subject).contains(expected),
        () -> household.deliveries(subject));
  }

  private static String tag(InboxMessage push) {
    return Objects.requireNonNull(push.data())
        .getJsonObject("webpush")
        .getJsonObject("notification")
        .getString("tag");
  }

  private static String deliveryId(UUID subject, String channel) {
    return POSTGRES
        .look("select id from delivery where subject_id = ? and channel = ?", subject, channel)
        .getFirst();
  }

  private static int distinctIds(List<InboxMessage> mails) {
    return new HashSet<>(mails.stream().map(mail -> mail.headers().get("Message-ID")).toList())
        .size();
  }
}
