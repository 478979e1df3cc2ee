package io.permanence.testing.standin.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.permanence.testing.standin.Http;
import io.permanence.testing.standin.Waiting;
import io.permanence.testing.standin.http.LoopbackServer;
import io.permanence.testing.standin.inbox.Inbox;
import io.permanence.testing.standin.inbox.InboxFilter;
import io.permanence.testing.standin.inbox.InboxMessage;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.junit5.VertxExtension;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(VertxExtension.class)
class SmsStandInTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String TO = "+33639980001";
  private static final SmsAccount ACCOUNT = new SmsAccount("permanence", "secret");

  private final Inbox inbox = new Inbox();
  private SmsStandIn sms;

  @BeforeEach
  void start(Vertx vertx) {
    sms = Waiting.on(SmsStandIn.start(vertx, 0, ACCOUNT, Clock.fixed(NOW, ZoneOffset.UTC), inbox));
  }

  @AfterEach
  void stop() {
    Waiting.on(sms.close());
  }

  @Test
  void anSmsIsAcceptedCountedAndShownInTheInbox() {
    var answer = send(message("r1", "Nouveau message"));

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(json(answer).getInteger("parts")).isEqualTo(1);
    assertThat(inbox.find(InboxFilter.ALL))
        .singleElement()
        .extracting(InboxMessage::to, InboxMessage::from, InboxMessage::text, InboxMessage::at)
        .containsExactly(TO, "Permanence", "Nouveau message", NOW);
  }

  @Test
  void theSameReferenceAgainSendsNothingAndAnswersTheSame() {
    String first = json(send(message("r1", "Nouveau message"))).getString("id");
    String second = json(send(message("r1", "Nouveau message"))).getString("id");

    assertThat(second).isEqualTo(first);
    assertThat(inbox.find(InboxFilter.ALL)).hasSize(1);
    var other = send(message("r1", "Autre chose"));
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(json(other).getString("error")).isEqualTo("reference-used");
  }

  @ParameterizedTest
  @CsvSource({
    "to, 0639980001",
    "to, +33",
    "from, Une permanence",
    "from, 123",
    "reference, a b",
    "text, ' '",
    "colour, red"
  })
  void aWrongFieldIsRefusedByName(String field, String value) {
    var answer = send(message("r1", "Nouveau message").put(field, value));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).getString("field")).isEqualTo(field);
    assertThat(inbox.find(InboxFilter.ALL)).isEmpty();
  }

  @Test
  void aTextOfMoreThanTenPartsIsRefused() {
    assertThat(send(message("r1", "a".repeat(1_530))).statusCode()).isEqualTo(202);
    assertThat(json(send(message("r2", "a".repeat(1_531)))).getString("field")).isEqualTo("text");
  }

  @Test
  void onlyTheAccountMaySend() {
    String body = message("r1", "Nouveau message").encode();
    String url = sms.url() + "/v1/messages";

    assertThat(Http.send("POST", url, body).statusCode()).isEqualTo(401);
    assertThat(Http.send("POST", url, body, "Authorization", "Bearer other").statusCode())
        .isEqualTo(401);
    String basic = "Basic cGVybWFuZW5jZTpzZWNyZXQ=";
    assertThat(Http.send("POST", url, body, "Authorization", basic).statusCode()).isEqualTo(202);
  }

  @Test
  void aBusyGatewaySaysWhenToComeBack() {
    sms.fail(TO, SmsFault.BUSY, 1, Duration.ofSeconds(7));

    var answer = send(message("r1", "Nouveau message"));
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("7");
    assertThat(send(message("r1", "Nouveau message")).statusCode()).isEqualTo(202);
  }

  @Test
  void afterACutTheRetryFindsTheMessageAlreadySent() {
    sms.fail(TO, SmsFault.CUT_AFTER_ACCEPTING);

    assertThatThrownBy(() -> send(message("r1", "Nouveau message")))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(send(message("r1", "Nouveau message")).statusCode()).isEqualTo(202);
    assertThat(inbox.find(InboxFilter.ALL)).hasSize(1);
  }

  @Test
  void faultsAreSteeredOverHttp() {
    String control = sms.url() + "/control/faults/";
    Http.put(control + "%2B33639980001", "{\"fault\": \"INTERNAL_ERROR\", \"times\": 2}");

    assertThat(send(message("r1", "x")).statusCode()).isEqualTo(500);
    Http.delete(sms.url() + "/control/faults");
    assertThat(send(message("r1", "x")).statusCode()).isEqualTo(202);
    assertThat(Http.put(control + "*", "{\"fault\": \"RAIN\"}").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({"'', delivered", "UNDELIVERABLE, undelivered"})
  void aSignedReceiptSaysWhatBecameOfTheMessage(String fault, String status, Vertx vertx) {
    Promise<HttpHeard> heard = Promise.promise();
    LoopbackServer ear = Waiting.on(LoopbackServer.listen(vertx, 0, hearing(vertx, heard)));
    sms.receiptsTo(ear.url() + "/receipts");
    if (!fault.isEmpty()) {
      sms.fail(TO, SmsFault.valueOf(fault));
    }

    String id = json(send(message("r1", "Nouveau message"))).getString("id");

    HttpHeard receipt = Waiting.on(heard.future());
    assertThat(new JsonObject(receipt.body()).getMap())
        .contains(Map.entry("id", id), Map.entry("status", status));
    assertThat(receipt.signature()).isEqualTo(ACCOUNT.signature(NOW, receipt.body()));
    Waiting.on(ear.close());
  }

  private record HttpHeard(String body, String signature) {}

  private static Router hearing(Vertx vertx, Promise<HttpHeard> heard) {
    Router router = Router.router(vertx);
    router.route().handler(BodyHandler.create(false));
    router
        .post("/receipts")
        .handler(
            context -> {
              String signature = context.request().getHeader("X-Signature");
              heard.complete(new HttpHeard(context.body().asString(), signature));
              context.response().setStatusCode(204).end();
            });
    return router;
  }

  private static JsonObject message(String reference, String text) {
    return new JsonObject()
        .put("from", "Permanence")
        .put("to", TO)
        .put("text", text)
        .put("reference", reference);
  }

  private HttpResponse<String> send(JsonObject message) {
    String url = sms.url() + "/v1/messages";
    return Http.send("POST", url, message.encode(), "Authorization", "Bearer secret");
  }

  private static JsonObject json(HttpResponse<String> answer) {
    return new JsonObject(answer.body());
  }
}
