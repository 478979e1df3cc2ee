package io.permanence.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.Role;
import io.permanence.model.id.Id;
import io.permanence.portal.Portal.Browser;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the portal promises of every operation, over real HTTP and a real PostgreSQL. */
class PortalTest {
  @RegisterExtension private static final Portal PORTAL = new Portal();
  private House house = House.build(PORTAL);
  private Portal.Account account = PORTAL.account(house.customer(), Role.CUSTOMER_OWNER, false);
  private Browser browser = PORTAL.signIn(account);

  @Test
  void malformedInputGetsAnAnswerThatNamesFieldAndRule() {
    assertThat(Portal.errors(post("/instructions", "{\"id\":1}"))).isNotEmpty();
    for (String body :
        List.of(
            "",
            "nonsense",
            "[]",
            "null",
            "{\"a\":",
            "\"text\"",
            "{\"user\":\"\\u0000\"}",
            "{\"user\":\"\\ud800\",\"password\":\"x\"}",
            "{\"user\":{},\"password\":[]}",
            "{\"user\":\"a\",\"password\":\"b\",\"more\":1}",
            "[".repeat(3000),
            "{\"user\":\"" + "a".repeat(101) + "\",\"password\":\"b\"}")) {
      HttpResponse<Buffer> answer = post("/sessions", body);
      assertThat(answer.statusCode()).as(body).isEqualTo(400);
      assertThat(Portal.errors(answer)).as(body).isNotEmpty();
    }
    for (String path :
        List.of(
            "/calls?limit=-1",
            "/calls?limit=1e9",
            "/calls?from=yesterday",
            "/calls?from=0000-01-01T00:00:00Z",
            "/calls?to=%2B999999999-12-31T23:59:59Z",
            "/calls?lineId=1-1-1-1-1",
            "/calls?cursor=W10",
            "/calls?cursor=%F0",
            "/notes/%00",
            "/contacts/..%2f",
            "/calls?outcome=NO",
            "/calls?unread=perhaps",
            "/consent-texts?language=de",
            "/consent-texts")) {
      HttpResponse<Buffer> answer = browser.get(path);
      assertThat(answer.statusCode()).as(path).isBetween(400, 404);
    }
  }

  @Test
  void aTextThatNobodyCanReadIsNone() {
    JsonObject blankLabel =
        new JsonObject()
            .put("id", Id.next().toString())
            .put("number", "+33639981911")
            .put("label", "\u00a0");
    assertThat(Portal.errors(browser.send(HttpMethod.POST, "/forwarding-numbers", blankLabel)))
        .containsExactly("label required");
    JsonObject question =
        new JsonObject()
            .put("id", Id.next().toString())
            .put("label", " \u200b ")
            .put("kind", "TEXT")
            .put("required", true)
            .put("choices", new JsonArray())
            .putNull("onlyWhen");
    assertThat(
            Portal.errors(
                browser.send(
                    HttpMethod.PUT,
                    "/intake-script",
                    new JsonObject().put("questions", new JsonArray().add(question)),
                    "\"1\"")))
        .containsExactly("questions[0].label required");
  }

  @Test
  void aWindowIsJudgedAsTheKindItSaysItIs() {
    Map<String, List<String>> refused =
        Map.of(
            "{'kind':'ONE_OFF','from':'2026-11-23T08:00:00Z','to':'tomorrow'}",
            List.of("window.to format"),
            "{'kind':'ONE_OFF','from':'2026-11-23T08:00:00Z'}",
            List.of("window.to required"),
            "{'kind':'OPEN_ENDED','from':null,'to':null}",
            List.of("window.to unknown"),
            "{'kind':'WEEKLY','hours':[{'days':['FUNDAY'],'from':'25:00','to':'10:00'}]}",
            List.of("window.hours[0].days[0] unknown", "window.hours[0].from format"),
            "{'kind':'WEEKLY','hours':[]}",
            List.of("window.hours too-short"),
            "{'kind':'NEVER','from':null}",
            List.of("window.kind unknown"),
            "{}",
            List.of("window.kind required"),
            "'always'",
            List.of("window format"),
            "null",
            List.of("window format"));
    refused.forEach(
        (window, broken) -> {
          String wish =
              Bodies.instruction(house.line())
                  .put("id", Id.next().toString())
                  .put("window", "?")
                  .encode();
          assertThat(
                  Portal.errors(
                      post("/instructions", wish.replace("\"?\"", window.replace('\'', '"')))))
              .as(window)
              .containsExactlyInAnyOrderElementsOf(broken);
        });
  }

  @Test
  void aKnownFieldWithAWrongValueIsNotCalledUnknown() {
    assertThat(
            Portal.errors(post("/sessions", "{\"user\":1,\"password\":\"b\",\"more\":{\"a\":1}}")))
        .containsExactlyInAnyOrder("user format", "more unknown");
    JsonObject preferences = Bodies.preferences();
    assertThat(
            Portal.errors(
                browser.send(
                    HttpMethod.PUT,
                    "/notification-preferences",
                    preferences.put(
                        "quietHours", new JsonObject().put("from", "26:00").put("to", "07:00")),
                    "\"1\"")))
        .containsExactlyInAnyOrder("quietHours.from format", "quietHours.urgentAnyway required");
  }

  private HttpResponse<Buffer> post(String path, String body) {
    return Portal.await(
        browser
            .request(HttpMethod.POST, path)
            .putHeader("Content-Type", "application/json")
            .sendBuffer(Buffer.buffer(body)));
  }

  @Test
  void preferencesAreReplacedAsAWhole() {
    JsonObject wish =
        Bodies.preferences()
            .put("smsNumber", "+33639980901")
            .put("incomingCalls", true)
            .put(
                "quietHours",
                new JsonObject().put("from", "22:00").put("to", "07:00").put("urgentAnyway", true));
    HttpResponse<Buffer> kept =
        browser.send(HttpMethod.PUT, "/notification-preferences", wish, "\"1\"");
    assertThat(kept.statusCode()).as(kept.bodyAsString()).isEqualTo(200);
    assertThat(kept.bodyAsJsonObject().getJsonObject("quietHours"))
        .isEqualTo(wish.getJsonObject("quietHours"));
    assertThat(kept.bodyAsJsonObject().getBoolean("incomingCalls")).isTrue();
    assertThat(kept.getHeader("ETag")).isEqualTo("\"2\"");
    assertThat(
            browser.send(HttpMethod.PUT, "/notification-preferences", wish, "\"1\"").statusCode())
        .isEqualTo(412);
    assertThat(
            Portal.errors(
                browser.send(
                    HttpMethod.PUT,
                    "/notification-preferences",
                    wish.copy().put("smsNumber", "+33199001009"),
                    "\"2\"")))
        .containsExactly("smsNumber not-a-mobile");
  }

  @Test
  void aBrowserThatListensHearsOfItsOwnCustomersChangesOnly() {
    House other = House.build(PORTAL);
    Buffer heard = Buffer.buffer();
    Promise<Void> two = Promise.promise();
    HttpClientResponse stream =
        Portal.await(
            PORTAL
                .vertx
                .createHttpClient()
                .request(
                    new RequestOptions()
                        .setHost("localhost")
                        .setPort(PORTAL.port())
                        .setURI("/api/v1/live")
                        .putHeader("Cookie", browser.cookie()))
                .compose(request -> request.send()));
    stream.handler(
        part -> {
          heard.appendBuffer(part);
          if (heard.toString().contains("NOTE")) {
            two.tryComplete();
          }
        });
    other.note();
    UUID note = house.note();
    Portal.await(two.future());
    assertThat(heard.toString()).contains("CALL_ARRIVED").contains(note.toString());
    assertThat(heard.toString().split("data: ", -1)).hasSizeLessThanOrEqualTo(4);
  }
}
