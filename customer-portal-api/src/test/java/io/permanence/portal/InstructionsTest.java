package io.permanence.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.Role;
import io.permanence.model.id.Id;
import io.permanence.portal.Portal.Browser;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What happens to calls, as the customer says (D5, A9, A14). */
class InstructionsTest {
  @RegisterExtension private static final Portal PORTAL = new Portal();
  private House house = House.build(PORTAL);
  private Portal.Account account = PORTAL.account(house.customer(), Role.CUSTOMER_OWNER, false);
  private Browser browser = PORTAL.signIn(account);

  @Test
  void anEditOfWhatSomebodyElseChangedIsRefused() {
    UUID note = house.note();
    JsonObject read = new JsonObject().put("read", true);
    assertThat(browser.send(HttpMethod.PATCH, "/notes/" + note, read).statusCode()).isEqualTo(428);
    assertThat(browser.send(HttpMethod.PATCH, "/notes/" + note, read, "\"1\"").statusCode())
        .isEqualTo(200);
    assertThat(browser.send(HttpMethod.PATCH, "/notes/" + note, read, "\"1\"").statusCode())
        .isEqualTo(412);
    assertThat(browser.send(HttpMethod.PATCH, "/notes/" + note, read, "nonsense").statusCode())
        .isEqualTo(412);
    UUID instruction = house.instruction();
    assertThat(
            browser
                .send(HttpMethod.DELETE, "/instructions/" + instruction, null, "\"2\"")
                .statusCode())
        .isEqualTo(412);
  }

  @Test
  void aSavedInstructionGovernsTheNextCall() {
    long before = routingVersion();
    String id = Id.next().toString();
    JsonObject wish =
        instruction()
            .put("id", id)
            .put(
                "window",
                new JsonObject()
                    .put("kind", "ONE_OFF")
                    .put("from", "2026-11-23T08:00:00Z")
                    .put("to", "2026-11-23T18:00:00Z"));
    assertThat(browser.send(HttpMethod.POST, "/instructions", wish).statusCode()).isEqualTo(201);
    assertThat(routingVersion()).isGreaterThan(before);
    assertThat(browser.send(HttpMethod.POST, "/instructions", wish).statusCode()).isEqualTo(200);
    assertThat(
            browser
                .send(HttpMethod.POST, "/instructions", wish.copy().put("greeting", "Autre"))
                .statusCode())
        .isEqualTo(409);
    JsonObject now =
        browser
            .get("/lines")
            .bodyAsJsonObject()
            .getJsonArray("items")
            .getJsonObject(0)
            .getJsonObject("now");
    assertThat(now.getString("instructionId")).isEqualTo(id);
    assertThat(now.getString("until")).isEqualTo("2026-11-23T18:00:00Z");
    assertThat(now.getString("source")).isEqualTo("ONE_OFF");
  }

  @Test
  void everyBrokenRuleOfAnInstructionIsTold() {
    JsonObject broken =
        instruction()
            .put("id", Id.next().toString())
            .put("lineId", Id.next().toString())
            .put("putThrough", "VIP")
            .put("greeting", "   ")
            .putNull("message")
            .put(
                "window",
                new JsonObject()
                    .put("kind", "ONE_OFF")
                    .put("from", "2026-12-24T08:00:00Z")
                    .put("to", "2026-12-23T08:00:00Z"))
            .put(
                "ladder",
                new JsonArray()
                    .add(
                        new JsonObject()
                            .put("forwardingNumberId", Id.next().toString())
                            .put("ringSeconds", 20)
                            .put("onNoAnswer", "NEXT")
                            .put("onBusy", "DESK")));
    HttpResponse<Buffer> answer = browser.send(HttpMethod.POST, "/instructions", broken);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Portal.errors(answer))
        .containsExactly(
            "lineId unknown",
            "greeting required",
            "message required",
            "window.to after-from",
            "ladder[0].forwardingNumberId unknown");
  }

  @Test
  void aTapChangesTheLineUntilTonightAndAnotherEndsIt() {
    String path = "/lines/" + house.line() + "/quick-change";
    JsonObject now =
        browser
            .send(HttpMethod.PUT, path, new JsonObject().put("putThrough", "ALL"))
            .bodyAsJsonObject()
            .getJsonObject("now");
    assertThat(now.getString("putThrough")).isEqualTo("ALL");
    assertThat(now.getBoolean("quick")).isTrue();
    assertThat(now.getString("until")).isEqualTo("2026-11-23T23:00:00Z");
    PORTAL.clock.moveTo(Portal.NOON.plusSeconds(60));
    browser.send(HttpMethod.PUT, path, new JsonObject().put("putThrough", "NONE"));
    assertThat(browser.get("/instructions").bodyAsJsonObject().getJsonArray("items")).hasSize(1);
    JsonObject after =
        browser.send(HttpMethod.DELETE, path, null).bodyAsJsonObject().getJsonObject("now");
    assertThat(after.getString("source")).isEqualTo("STANDING");
    assertThat(
            Portal.errors(
                browser.send(
                    HttpMethod.PUT,
                    path,
                    new JsonObject()
                        .put("putThrough", "NONE")
                        .put("until", "2020-01-01T00:00:00Z"))))
        .containsExactly("until in-the-future");
  }

  @Test
  void numbersNobodyMayDialAreRefused() {
    Map<String, String> refused =
        Map.of(
            "+33899000001",
            "range-not-allowed",
            "+881612345678",
            "range-not-allowed",
            "+12125550123",
            "country-not-allowed",
            house.lineNumber(),
            "own-line");
    refused.forEach(
        (number, rule) ->
            assertThat(
                    Portal.errors(
                        browser.send(
                            HttpMethod.POST,
                            "/forwarding-numbers",
                            new JsonObject()
                                .put("id", Id.next().toString())
                                .put("number", number)
                                .put("label", "Essai"))))
                .as(number)
                .containsExactly("number " + rule));
  }

  private long routingVersion() {
    return Long.parseLong(
        PORTAL
            .postgres
            .look(
                "select version from directory_routing_version where customer_id = ?",
                house.customer().value())
            .getFirst());
  }

  private JsonObject instruction() {
    return Bodies.instruction(house.line());
  }
}
