package io.permanence.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.Role;
import io.permanence.model.id.Id;
import io.permanence.portal.Portal.Browser;
import io.permanence.store.google.OfferedCode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Consents, and Google under one (E1, H1). */
class ConsentTest {
  @RegisterExtension private static final Portal PORTAL = new Portal();
  private House house = House.build(PORTAL);
  private Portal.Account account = PORTAL.account(house.customer(), Role.CUSTOMER_OWNER, false);
  private Browser browser = PORTAL.signIn(account);

  @Test
  void signingOutEndsTheSessionAndTakesItsDeviceAlong() {
    UUID device = registerDevice(givePush());
    assertThat(browser.send(HttpMethod.DELETE, "/sessions/current", null).statusCode())
        .isEqualTo(204);
    assertThat(browser.get("/calls").statusCode()).isEqualTo(401);
    assertThat(PORTAL.postgres.look("select id from device where id = ?", device)).isEmpty();
  }

  private String givePush() {
    JsonObject wish = consent(text("push"));
    assertThat(browser.send(HttpMethod.POST, "/consents", wish).statusCode()).isEqualTo(201);
    return wish.getString("id");
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
    JsonObject wanted = new JsonObject().put("purpose", "google-contacts");
    assertThat(browser.send(HttpMethod.POST, "/google-link/authorizations", wanted).bodyAsString())
        .contains("consent-required");
    JsonObject given = consent(text("google-contacts"));
    browser.send(HttpMethod.POST, "/consents", given);
    String url =
        browser
            .send(HttpMethod.POST, "/google-link/authorizations", wanted)
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
}
