package io.permanence.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.Role;
import io.permanence.model.id.Id;
import io.permanence.portal.Portal.Browser;
import io.permanence.store.google.OfferedCode;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the portal promises, over real HTTP and a real PostgreSQL. */
class PortalTest {
  private static final Portal PORTAL = new Portal();
  private House house = House.build(PORTAL);
  private Portal.Account account = PORTAL.account(house.customer(), Role.CUSTOMER_OWNER, false);
  private Browser browser = PORTAL.signIn(account);

  @AfterAll
  static void stop() {
    PORTAL.close();
  }

  @BeforeEach
  void now() {
    PORTAL.clock.moveTo(Portal.NOON);
  }

  @Test
  void theSessionsCookieIsForThisSiteAlone() {
    HttpResponse<Buffer> in =
        PORTAL
            .nobody()
            .send(
                HttpMethod.POST,
                "/sessions",
                new JsonObject().put("user", account.user()).put("password", Portal.PASSWORD));
    assertThat(in.cookies().getFirst())
        .startsWith("app=")
        .contains("HTTPOnly")
        .contains("SameSite=Strict")
        .contains("Path=/");
  }

  @Test
  void aChangeWithoutOurHeaderIsRefused() {
    HttpResponse<Buffer> answer =
        Portal.await(
            PORTAL
                .nobody()
                .request(HttpMethod.POST, "/sessions")
                .putHeader("X-Permanence", "other")
                .sendJsonObject(new JsonObject()));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.bodyAsString()).contains("missing-app-header");
  }

  @Test
  void tenFailuresAnHourAndThenSomePatience() {
    JsonObject wrong =
        new JsonObject().put("user", account.user()).put("password", "pas le bon mot");
    for (int i = 0; i < 10; i++) {
      HttpResponse<Buffer> answer = PORTAL.nobody().send(HttpMethod.POST, "/sessions", wrong);
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.bodyAsString()).contains("wrong-credentials");
    }
    HttpResponse<Buffer> tooMany = PORTAL.nobody().send(HttpMethod.POST, "/sessions", wrong);
    assertThat(tooMany.statusCode()).isEqualTo(429);
    assertThat(tooMany.getHeader("Retry-After")).isEqualTo("3600");
  }

  @Test
  void aTemporaryPasswordIsChangedBeforeAnythingElse() {
    Browser fresh = PORTAL.signIn(PORTAL.account(house.customer(), Role.CUSTOMER_OWNER, true));
    assertThat(fresh.get("/sessions/current").bodyAsJsonObject().getBoolean("mustChangePassword"))
        .isTrue();
    assertThat(fresh.get("/calls").statusCode()).isEqualTo(403);
    HttpResponse<Buffer> refused = change(fresh, "court");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(errors(refused)).containsExactly("newPassword too-short 15");
    HttpResponse<Buffer> changed = change(fresh, "une girafe mange du tilleul");
    assertThat(changed.statusCode()).isEqualTo(204);
    Browser renewed = PORTAL.new Browser(changed.cookies().getFirst().split(";", 2)[0]);
    assertThat(renewed.get("/calls").statusCode()).isEqualTo(200);
    assertThat(fresh.get("/calls").statusCode()).isEqualTo(401);
  }

  private static HttpResponse<Buffer> change(Browser browser, String next) {
    return browser.send(
        HttpMethod.PUT,
        "/accounts/current/password",
        new JsonObject().put("currentPassword", Portal.PASSWORD).put("newPassword", next));
  }

  @Test
  void signingOutEndsTheSessionAndTakesItsDeviceAlong() {
    UUID device = registerDevice(givePush());
    assertThat(browser.send(HttpMethod.DELETE, "/sessions/current", null).statusCode())
        .isEqualTo(204);
    assertThat(browser.get("/calls").statusCode()).isEqualTo(401);
    assertThat(PORTAL.postgres.look("select id from device where id = ?", device)).isEmpty();
  }

  @Test
  void theHistoryIsPagedNewestFirstAndFoundByWordsWithoutAccents() {
    for (int i = 0; i < 5; i++) {
      house.note(
          house.call(Portal.NOON.minusSeconds(60L * i), "+3363998016" + i),
          Portal.NOON,
          i == 3 ? "Élise Noël" : "M. Dupont",
          "Rappeler s'il vous plaît");
    }
    JsonObject first = browser.get("/calls?limit=3").bodyAsJsonObject();
    assertThat(first.getJsonArray("items")).hasSize(3);
    JsonObject second =
        browser.get("/calls?limit=3&cursor=" + first.getString("next")).bodyAsJsonObject();
    assertThat(second.getJsonArray("items")).hasSize(2);
    assertThat(second.getString("next")).isNull();
    assertThat(second.getInteger("unreadTotal")).isEqualTo(5);
    assertThat(browser.get("/calls?text=noel").bodyAsJsonObject().getJsonArray("items")).hasSize(1);
    assertThat(browser.get("/calls?text=06+39+98+01+62").bodyAsJsonObject().getJsonArray("items"))
        .hasSize(1);
    assertThat(browser.get("/calls?text=%25").bodyAsJsonObject().getJsonArray("items")).isEmpty();
  }

  @Test
  void aNoteGoesToTheBinAndFromThereNowhere() {
    UUID note = house.note();
    PORTAL.postgres.execute(
        """
        insert into outbox (customer_id, id, kind, subject_id, created_at)
        values (?, ?, 'NOTE', ?, ?)\
        """,
        house.customer().value(),
        note,
        note,
        Portal.NOON);
    PORTAL.postgres.execute(
        """
        insert into delivery (customer_id, id, outbox_id, subject_id, account_id, channel, address,
          state, due_at, created_at, updated_at)
        values (?, ?, ?, ?, ?, 'EMAIL', 'anne@example.org', 'SENT', ?, ?, ?)\
        """,
        house.customer().value(),
        note,
        note,
        note,
        account.id().value(),
        Portal.NOON,
        Portal.NOON,
        Portal.NOON);
    assertThat(browser.get("/notes/" + note + "/deliveries").bodyAsString())
        .contains("a***@example.org");
    assertThat(browser.send(HttpMethod.DELETE, "/notes/" + note, null, "\"1\"").bodyAsString())
        .contains("note-not-in-bin");
    HttpResponse<Buffer> binned =
        browser.send(
            HttpMethod.PATCH, "/notes/" + note, new JsonObject().put("binned", true), "\"1\"");
    assertThat(binned.getHeader("ETag")).isEqualTo("\"2\"");
    assertThat(browser.get("/calls?binned=true").bodyAsJsonObject().getJsonArray("items"))
        .hasSize(1);
    assertThat(browser.get("/calls").bodyAsJsonObject().getJsonArray("items")).isEmpty();
    assertThat(browser.send(HttpMethod.DELETE, "/notes/" + note, null, "\"2\"").statusCode())
        .isEqualTo(204);
    assertThat(browser.get("/notes/" + note).statusCode()).isEqualTo(404);
    for (String left :
        List.of(
            "select id from note where id = ?",
            "select note_id from note_state where note_id = ?",
            "select id from delivery where subject_id = ?")) {
      assertThat(PORTAL.postgres.look(left, note)).isEmpty();
    }
  }

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

  private long routingVersion() {
    return Long.parseLong(
        PORTAL
            .postgres
            .look(
                "select version from directory_routing_version where customer_id = ?",
                house.customer().value())
            .getFirst());
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
    assertThat(errors(answer))
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
            errors(
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
                    errors(
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

  @Test
  void malformedInputGetsAnAnswerThatNamesFieldAndRule() {
    assertThat(errors(post("/instructions", "{\"id\":1}"))).isNotEmpty();
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
      assertThat(errors(answer)).as(body).isNotEmpty();
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

  private HttpResponse<Buffer> post(String path, String body) {
    return Portal.await(
        browser
            .request(HttpMethod.POST, path)
            .putHeader("Content-Type", "application/json")
            .sendBuffer(Buffer.buffer(body)));
  }

  @Test
  void aConsentIsGivenToTheTextShownAndWithdrawnAsEasily() {
    JsonObject text = text("push");
    JsonObject wish = consent(text);
    assertThat(
            browser
                .send(HttpMethod.POST, "/consents", wish.copy().put("textHash", "0".repeat(64)))
                .bodyAsString())
        .contains("text-outdated");
    assertThat(browser.send(HttpMethod.POST, "/consents", wish).statusCode()).isEqualTo(201);
    assertThat(browser.send(HttpMethod.POST, "/consents", wish).statusCode()).isEqualTo(200);
    assertThat(browser.send(HttpMethod.POST, "/consents", consent(text)).bodyAsString())
        .contains("already-given");
    UUID device = registerDevice(wish.getString("id"));
    HttpResponse<Buffer> withdrawn =
        browser.send(HttpMethod.PUT, "/consents/" + wish.getString("id") + "/withdrawal", null);
    assertThat(withdrawn.bodyAsJsonObject().getString("withdrawnAt"))
        .isEqualTo("2026-11-23T11:00:00Z");
    assertThat(PORTAL.postgres.look("select id from device where id = ?", device)).isEmpty();
    assertThat(
            browser.send(HttpMethod.POST, "/devices", device(wish.getString("id"))).bodyAsString())
        .contains("consent-required");
    assertThat(browser.send(HttpMethod.POST, "/consents", consent(text)).statusCode())
        .isEqualTo(201);
  }

  private String givePush() {
    JsonObject wish = consent(text("push"));
    assertThat(browser.send(HttpMethod.POST, "/consents", wish).statusCode()).isEqualTo(201);
    return wish.getString("id");
  }

  private UUID registerDevice(String consent) {
    JsonObject device = device(consent);
    assertThat(browser.send(HttpMethod.POST, "/devices", device).statusCode()).isEqualTo(201);
    return UUID.fromString(device.getString("id"));
  }

  private static JsonObject device(String consent) {
    return new JsonObject()
        .put("id", Id.next().toString())
        .put("token", "demo-" + Id.next())
        .put("label", "Essai")
        .put("consentId", consent);
  }

  private JsonObject text(String purpose) {
    return browser
        .get("/consent-texts?language=fr")
        .bodyAsJsonObject()
        .getJsonArray("items")
        .stream()
        .map(JsonObject.class::cast)
        .filter(text -> text.getString("purpose").equals(purpose))
        .findAny()
        .orElseThrow();
  }

  private static JsonObject consent(JsonObject text) {
    return new JsonObject()
        .put("id", Id.next().toString())
        .put("purpose", text.getString("purpose"))
        .put("textVersion", text.getInteger("version"))
        .put("textHash", text.getString("hash"))
        .put("language", "fr");
  }

  @Test
  void googleIsReachedUnderConsentAndTheCodeIsHandedOverSealedAndOnce() {
    JsonObject purposes = new JsonObject().put("purposes", new JsonArray().add("google-contacts"));
    assertThat(
            browser.send(HttpMethod.POST, "/google-link/authorizations", purposes).bodyAsString())
        .contains("consent-required");
    JsonObject given = consent(text("google-contacts"));
    browser.send(HttpMethod.POST, "/consents", given);
    String url =
        browser
            .send(HttpMethod.POST, "/google-link/authorizations", purposes)
            .bodyAsJsonObject()
            .getString("authorizationUrl");
    Map<String, String> asked = parameters(url);
    assertThat(asked)
        .containsEntry("response_type", "code")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("redirect_uri", "http://localhost:8444/google/callback")
        .containsEntry("scope", "https://www.googleapis.com/auth/contacts.readonly");
    String back = "/google/callback?code=c-1&state=" + asked.get("state");
    assertThat(location(PORTAL.signIn(account), back)).endsWith("result=failed");
    assertThat(location(browser, back)).endsWith("result=linked");
    assertThat(location(browser, back)).endsWith("result=failed");
    List<String> sealed =
        PORTAL.postgres.look(
            """
            select id || ' ' || encode(sealed, 'hex') from google_request
            where customer_id = ? and kind = 'CONNECT'\
            """,
            house.customer().value());
    assertThat(sealed).hasSize(1);
    String[] row = sealed.getFirst().split(" ", 2);
    OfferedCode offered =
        OfferedCode.of(
            PORTAL
                .sealer
                .open(
                    java.util.HexFormat.of().parseHex(row[1]),
                    OfferedCode.sealedFor(house.customer(), UUID.fromString(row[0])))
                .orElseThrow());
    assertThat(offered.code()).isEqualTo("c-1");
    browser.send(HttpMethod.PUT, "/consents/" + given.getString("id") + "/withdrawal", null);
    assertThat(
            PORTAL.postgres.look(
                "select kind from google_request where customer_id = ? order by created_at, id",
                house.customer().value()))
        .containsExactly("CONNECT", "WITHDRAW");
  }

  @Test
  void whoComesBackFromGoogleWithoutACookieLoadsTheAddressOnceMore() {
    HttpResponse<Buffer> page =
        Portal.await(
            PORTAL.nobody().page("/google/callback?code=%22%3E%3Cscript%3E&state=s").send());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.bodyAsString()).contains("again=1").doesNotContain("<script>");
    assertThat(location(PORTAL.nobody(), "/google/callback?code=c&state=s&again=1"))
        .endsWith("result=failed");
  }

  private static String location(Browser browser, String path) {
    return Portal.await(browser.page(path).send()).getHeader("Location");
  }

  private static Map<String, String> parameters(String url) {
    Map<String, String> all = new HashMap<>();
    for (String each : URI.create(url).getRawQuery().split("&", -1)) {
      String[] pair = each.split("=", 2);
      all.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
    }
    return all;
  }

  @Test
  void preferencesAreReplacedAsAWhole() {
    JsonObject wish =
        OperationTableTest.preferences()
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
            errors(
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

  private JsonObject instruction() {
    return OperationTableTest.instruction().put("lineId", house.line().toString());
  }

  private static List<String> errors(HttpResponse<Buffer> answer) {
    return answer.bodyAsJsonObject().getJsonArray("errors", new JsonArray()).stream()
        .map(JsonObject.class::cast)
        .map(
            error ->
                error.getString("field")
                    + " "
                    + error.getString("rule")
                    + (error.containsKey("limit") ? " " + error.getInteger("limit") : ""))
        .toList();
  }
}
