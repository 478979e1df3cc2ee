package io.permanence.testing.standin.fcm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.permanence.testing.standin.Http;
import io.permanence.testing.standin.Waiting;
import io.permanence.testing.standin.inbox.Inbox;
import io.permanence.testing.standin.inbox.InboxFilter;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the SDK would never send, and answers that it hides. */
@ExtendWith(VertxExtension.class)
class FcmWireTest {
  private static final String TOKEN = "demo-7c0f1a52-61f5-4f0e-9f05-0d3a4f1f2b11";
  private static final String NOTE = "{'message':{'token':'" + TOKEN + "','data':{'note':'1'}}}";

  private final Inbox inbox = new Inbox();
  private FcmStandIn fcm;

  @BeforeEach
  void start(Vertx vertx) {
    fcm = Waiting.on(FcmStandIn.start(vertx, 0, "demo", Clock.systemUTC(), inbox));
    fcm.allow("secret");
  }

  @AfterEach
  void stop() {
    Waiting.on(fcm.close());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'message':{'token':'demo','colour':'red'}}"
            + " | Invalid JSON payload received. Unknown name \"colour\" at 'message': Cannot find field.",
        "{'messages':{}} | Invalid JSON payload received. Unknown name \"messages\": Cannot find field.",
        "{'message':{'token':'abcd','data':{'n':1}}}"
            + " | Invalid value at 'message.data[0].value' (TYPE_STRING), 1",
        "{'message':{'token':'abcd','android':{'ttl':'30'}}}"
            + " | Invalid value at 'message.android.ttl'"
            + " (type.googleapis.com/google.protobuf.Duration), \"30\"",
        "{'message':{'token':'abcd','android':{'ttl':'2419201s'}}} | Invalid value for android.ttl: 2419201s",
        "{'message':{'token':'abcd','android':{'priority':'urgent'}}}"
            + " | Invalid value at 'message.android.priority' (TYPE_ENUM), \"urgent\"",
        "{'message':{'token':'abcd','android':{'direct_boot_ok':'yes'}}}"
            + " | Invalid value at 'message.android.direct_boot_ok' (TYPE_BOOL), \"yes\"",
        "{'message':{'data':{'n':'1'}}} | Recipient of the message is not set.",
        "{'message':{'token':'abcd','topic':'all'}}"
            + " | Invalid value at 'message' (oneof), oneof field 'target' is already set. Cannot set 'topic'",
        "{'message':{'token':'a b'}} | The registration token is not a valid FCM registration token",
        "{'message':{'token':'abcd','webpush':{'fcm_options':{'link':'http://app/'}}}}"
            + " | Invalid webpush.fcm_options.link: it must be an HTTPS URL",
        "{'message':{'token':'abcd','webpush':{'headers':{'TTL':'30s'}}}} | Invalid webpush header TTL: 30s",
        "{'message':{'token':'abcd','apns':{'payload':{'alert':'x'}}}}"
            + " | APNs payload must contain an aps dictionary",
        "nothing | Invalid JSON payload received."
      })
  void whatFcmRefusesIsRefusedInItsWords(String body, String message) {
    var answer = send(body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(error(answer).getString("status")).isEqualTo("INVALID_ARGUMENT");
    assertThat(error(answer).getString("message")).isEqualTo(message);
  }

  @Test
  void withoutATokenNothingIsRead() {
    var answer = Http.send("POST", url("demo"), json(NOTE));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(error(answer).getString("status")).isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void anotherProjectsMessageIsRefused() {
    var answer = Http.send("POST", url("other"), json(NOTE), "Authorization", "Bearer secret");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(fcmCode(answer)).isEqualTo("SENDER_ID_MISMATCH");
  }

  @Test
  void anAuthErrorOfTheWebPushServiceNamesItself() {
    fcm.fail(TOKEN, FcmFault.THIRD_PARTY_AUTH_ERROR);

    var answer = send(NOTE);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(fcmCode(answer)).isEqualTo("THIRD_PARTY_AUTH_ERROR");
  }

  @Test
  void aCutLineLeavesTheSenderInDoubtButTheMessageIsTaken() {
    fcm.fail(TOKEN, FcmFault.CUT_AFTER_ACCEPTING);

    assertThatThrownBy(() -> send(NOTE)).isInstanceOf(UncheckedIOException.class);
    assertThat(inbox.find(InboxFilter.ALL)).hasSize(1);
  }

  @Test
  void faultsAndTokensAreSteeredOverHttp() {
    String control = fcm.url() + "/control/";
    Http.put(control + "tokens/abcd", "");
    Http.put(
        control + "faults/*",
        "{\"fault\": \"QUOTA_EXCEEDED\", \"times\": 2, \"retryAfterSeconds\": 7}");

    String note = "{'message':{'token':'abcd'}}";
    assertThat(send(note).headers().firstValue("Retry-After")).hasValue("7");
    assertThat(send(note).statusCode()).isEqualTo(429);
    assertThat(send(note).statusCode()).isEqualTo(200);

    Http.delete(control + "tokens/abcd");
    assertThat(fcmCode(send(note))).isEqualTo("UNREGISTERED");
    assertThat(Http.put(control + "faults/abcd", "{\"fault\": \"RAIN\"}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void aForgedStatementBuysNoToken() {
    var answer =
        Http.send(
            "POST",
            fcm.url() + "/token",
            "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=e30.e30.AAAA",
            "Content-Type",
            "application/x-www-form-urlencoded");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("invalid_grant");
  }

  private HttpResponse<String> send(String body) {
    return Http.send("POST", url("demo"), json(body), "Authorization", "Bearer secret");
  }

  private String url(String project) {
    return fcm.url() + "/v1/projects/" + project + "/messages:send";
  }

  private static String json(String withApostrophes) {
    return withApostrophes.replace('\'', '"');
  }

  private static JsonObject error(HttpResponse<String> answer) {
    return new JsonObject(answer.body()).getJsonObject("error");
  }

  private static String fcmCode(HttpResponse<String> answer) {
    return error(answer).getJsonArray("details").getJsonObject(0).getString("errorCode");
  }
}
