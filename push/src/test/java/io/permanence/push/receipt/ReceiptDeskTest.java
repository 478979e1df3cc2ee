package io.permanence.push.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.permanence.push.Household;
import io.permanence.testing.clock.MovableClock;
import io.permanence.push.StandIns;
import io.permanence.push.Waiting;
import io.permanence.push.relay.Relay;
import io.permanence.push.relay.Tally;
import io.permanence.store.Database;
import io.permanence.store.Module;
import io.permanence.store.mapping.Mapping;
import io.permanence.testing.postgres.TestDatabase;
import io.permanence.testing.standin.inbox.Channel;
import io.permanence.testing.standin.sms.SmsAccount;
import io.permanence.testing.standin.sms.SmsFault;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Receipts as the gateway's stand-in signs and sends them, and as nobody should. */
@ExtendWith(VertxExtension.class)
class ReceiptDeskTest {
  private static final TestDatabase POSTGRES = TestDatabase.fresh();
  private static final SmsAccount ACCOUNT = new SmsAccount("permanence", "secret");

  private final HttpClient http = HttpClient.newHttpClient();
  private final MovableClock clock = new MovableClock();
  private Household household;
  private StandIns standIns;
  private Database database;
  private Relay relay;
  private HttpServer server;
  private String url;

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
            List.of(standIns.sms(vertx)));
    ReceiptSettings settings = new ReceiptSettings("127.0.0.1", 0, "secret");
    server = Waiting.on(new ReceiptDesk(vertx, database, Clock.systemUTC(), settings).listen());
    url = "http://127.0.0.1:" + server.actualPort() + ReceiptDesk.PATH;
  }

  @AfterEach
  void leave() {
    Waiting.on(relay.stop());
    Waiting.on(server.close());
    Waiting.on(database.close());
    standIns.close();
    http.close();
    POSTGRES.execute("update delivery set state = 'FAILED' where state = 'QUEUED'");
  }

  private UUID sent() {
    UUID note = household.note("Roy", "Rappeler", clock.instant());
    relay.start(Duration.ofMillis(50));
    return note;
  }

  @Test
  void whatTheGatewayDeliveredIsDelivered() {
    standIns.sms.receiptsTo(url);
    settled(sent(), "SMS DELIVERED");
  }

  @Test
  void whatTheNetworkCouldNotDeliverFailedAndSaysWhy() {
    standIns.sms.receiptsTo(url);
    standIns.sms.fail(household.number, SmsFault.UNDELIVERABLE);
    settled(sent(), "SMS FAILED number-unknown");
  }

  @Test
  void aReceiptThatComesBeforeOurOwnAnswerStandsAndNothingIsSentAgain() {
    standIns.sms.receiptsTo(url);
    standIns.sms.fail(household.number, SmsFault.CUT_AFTER_ACCEPTING);
    UUID note = sent();
    settled(note, "SMS DELIVERED");
    clock.advance(Duration.ofMinutes(1));
    UUID next = household.note("Roy", "Encore", clock.instant());
    settled(next, "SMS DELIVERED");
    assertThat(standIns.arrived(Channel.SMS)).hasSize(2);
    settled(note, "SMS DELIVERED");
  }

  @Test
  void receiptsMayRepeatAndOvertakeEachOther() {
    UUID note = sent();
    settled(note, "SMS SENT");
    assertThat(post(receipt(note, "undelivered")).statusCode()).isEqualTo(204);
    settled(note, "SMS FAILED not-delivered");
    assertThat(post(receipt(note, "delivered")).statusCode()).isEqualTo(204);
    settled(note, "SMS DELIVERED");
    assertThat(post(receipt(note, "delivered")).statusCode()).isEqualTo(204);
    assertThat(post(receipt(note, "undelivered")).statusCode()).isEqualTo(204);
    settled(note, "SMS DELIVERED");
  }

  @Test
  void aReceiptOfNobodysMessageIsRefusedCalmly() {
    assertThat(post(delivered(UUID.randomUUID().toString())).statusCode()).isEqualTo(404);
  }

  @Test
  void anotherChannelsDeliveryIsNoShortMessage() {
    UUID note = household.note("Roy", "Rappeler", clock.instant());
    relay.start(Duration.ofMillis(50));
    settled(note, "SMS SENT");
    String email =
        POSTGRES
            .look("select id from delivery where subject_id = ? and channel = 'EMAIL'", note)
            .getFirst();
    assertThat(post(delivered(email)).statusCode()).isEqualTo(404);
    assertThat(household.deliveries(note)).contains("EMAIL QUEUED");
  }

  @Test
  void whatNobodySignedChangesNothing() {
    UUID note = sent();
    settled(note, "SMS SENT");
    String body = receipt(note, "delivered");
    HttpResponse<String> forged =
        post(body, new SmsAccount("permanence", "guess").signature(clock.instant(), body));
    assertThat(forged.statusCode()).isEqualTo(401);
    assertThat(forged.body()).contains("bad-signature").doesNotContain(household.number);
    assertThat(post(body, "").statusCode()).isEqualTo(401);
    settled(note, "SMS SENT");
  }

  @Test
  void badInputIsToldFieldAndRule() {
    HttpResponse<String> wrong = post("{\"reference\":\"martin\",\"status\":\"delivered\"}");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("\"reference\"", "\"format\"");
    assertThat(post("{\"more\":\"" + "x".repeat(20_000) + "\"}").statusCode()).isEqualTo(413);
  }

  private static String delivered(String delivery) {
    return "{\"id\":\"sms-1\",\"reference\":\"%s\",\"status\":\"delivered\"}".formatted(delivery);
  }

  private static String receipt(UUID note, String status) {
    String delivery =
        POSTGRES
            .look("select id from delivery where subject_id = ? and channel = 'SMS'", note)
            .getFirst();
    return "{\"id\":\"sms-1\",\"reference\":\"%s\",\"status\":\"%s\"}".formatted(delivery, status);
  }

  private HttpResponse<String> post(String body) {
    return post(body, ACCOUNT.signature(Clock.systemUTC().instant(), body));
  }

  private HttpResponse<String> post(String body, String signature) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .header("X-Signature", signature)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void settled(UUID subject, String expected) {
    Waiting.until(
        "the short message is " + expected,
        () -> household.deliveries(subject).contains(expected),
        () -> household.deliveries(subject));
  }
}
