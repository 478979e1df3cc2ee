package io.permanence.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.Role;
import io.permanence.model.id.Id;
import io.permanence.portal.Portal.Browser;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Contacts and calendar are linked and withdrawn apart (E1, E4). */
class GoogleLinkTest {
  private static final String CONTACTS = "google-contacts";
  private static final String CALENDAR = "google-calendar";
  @RegisterExtension private static final Portal PORTAL = new Portal();
  private House house = House.build(PORTAL);
  private Portal.Account account = PORTAL.account(house.customer(), Role.CUSTOMER_OWNER, false);
  private Browser browser = PORTAL.signIn(account);

  @Test
  void theTextsSayWhatIsReadAndNameTheThirdCountry() {
    for (String language : List.of("fr", "en")) {
      String text = text(CALENDAR, language).getString("text");
      assertThat(text).containsAnyOf("pays tiers", "third country").contains("60");
      assertThat(text).containsAnyOf("Aucun titre", "No title");
    }
    assertThat(text(CONTACTS, "fr").getString("text")).contains("pays tiers");
  }

  @Test
  void theConsentToTheContactsIsNoneToTheCalendar() {
    give(CONTACTS);
    assertThat(start(CALENDAR).bodyAsString()).contains("consent-required");
    assertThat(start(CONTACTS).statusCode()).isEqualTo(201);
  }

  @Test
  void theCalendarIsAskedForByTheLeastScopeThereIs() {
    give(CALENDAR);
    assertThat(asked("scope")).isEqualTo("https://www.googleapis.com/auth/calendar.freebusy");
    assertThat(asked("include_granted_scopes")).isEqualTo("true");
  }

  @Test
  void theCodeIsHandedOverUnderTheConsentToTheCalendar() {
    give(CONTACTS);
    UUID calendar = give(CALENDAR);
    String back = "/google/callback?code=c-1&state=" + asked("state");
    assertThat(Portal.await(browser.page(back).send()).getHeader("Location"))
        .endsWith("result=linked");
    assertThat(requests()).containsExactly("CONNECT " + calendar);
    assertThat(states()).containsExactly("google-contacts OFF", "google-calendar LINKING");
  }

  @Test
  void eachPurposeShowsItsOwnLinkAndItsOwnLastRun() {
    link(CONTACTS, "LINKED");
    run("CONTACTS", 7, "done");
    link(CALENDAR, "NEEDS_CONSENT");
    run("CALENDAR", 3, "google-limit");
    assertThat(states()).containsExactly("google-contacts LINKED", "google-calendar BROKEN");
    assertThat(links().map(link -> link.getJsonObject("lastSync").getInteger("added")))
        .containsExactly(7, 3);
    assertThat(links().map(link -> link.getJsonObject("lastSync").getString("failure")))
        .containsExactly(null, "google-limit");
  }

  @Test
  void oneIsWithdrawnWithoutTheOther() {
    give(CONTACTS);
    UUID calendar = give(CALENDAR);
    link(CONTACTS, "LINKED");
    link(CALENDAR, "LINKED");
    browser.send(HttpMethod.PUT, "/consents/" + calendar + "/withdrawal", null);
    assertThat(requests()).containsExactly("WITHDRAW " + calendar);
    assertThat(states()).containsExactly("google-contacts LINKED", "google-calendar REVOKING");
  }

  @Test
  void anothersLinkIsNotShown() {
    House other = House.build(PORTAL);
    link(CALENDAR, "LINKED");
    Browser stranger = PORTAL.signIn(PORTAL.account(other.customer(), Role.CUSTOMER_OWNER, false));
    assertThat(stranger.get("/google-link").bodyAsString()).doesNotContain("\"LINKED\"");
  }

  private Stream<JsonObject> links() {
    return browser.get("/google-link").bodyAsJsonObject().getJsonArray("links").stream()
        .map(JsonObject.class::cast);
  }

  private List<String> states() {
    return links().map(link -> link.getString("purpose") + " " + link.getString("state")).toList();
  }

  private List<String> requests() {
    return PORTAL.postgres.look(
        """
        select kind || ' ' || consent_id from google_request where customer_id = ?
        order by created_at, id\
        """,
        house.customer().value());
  }

  private HttpResponse<Buffer> start(String purpose) {
    return browser.send(
        HttpMethod.POST, "/google-link/authorizations", new JsonObject().put("purpose", purpose));
  }

  /** A parameter of Google's address, asked for the calendar. */
  private String asked(String name) {
    String url = start(CALENDAR).bodyAsJsonObject().getString("authorizationUrl");
    for (String each : URI.create(url).getRawQuery().split("&", -1)) {
      if (each.startsWith(name + "=")) {
        return URLDecoder.decode(each.substring(name.length() + 1), StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  private UUID give(String purpose) {
    JsonObject text = text(purpose, "fr");
    UUID id = Id.next();
    JsonObject wish =
        new JsonObject()
            .put("id", id.toString())
            .put("purpose", purpose)
            .put("textVersion", text.getInteger("version"))
            .put("textHash", text.getString("hash"))
            .put("language", "fr");
    assertThat(browser.send(HttpMethod.POST, "/consents", wish).statusCode()).isEqualTo(201);
    return id;
  }

  private JsonObject text(String purpose, String language) {
    return browser
        .get("/consent-texts?language=" + language)
        .bodyAsJsonObject()
        .getJsonArray("items")
        .stream()
        .map(JsonObject.class::cast)
        .filter(text -> text.getString("purpose").equals(purpose))
        .findAny()
        .orElseThrow();
  }

  private void link(String purpose, String state) {
    PORTAL.postgres.execute(
        """
        insert into google_link (customer_id, purpose, account_id, state, refresh_token_sealed,
          scopes, consent_id, linked_at)
        values (?, ?, ?, ?, 'x', '{}', ?, ?)\
        """,
        house.customer().value(),
        purpose,
        account.id().value(),
        state,
        Id.next(),
        Portal.NOON);
  }

  private void run(String kind, int added, String outcome) {
    PORTAL.postgres.execute(
        """
        insert into sync_run (customer_id, id, kind, started_at, ended_at, added, outcome)
        values (?, ?, ?, ?, ?, ?, ?)\
        """,
        house.customer().value(),
        Id.next(),
        kind,
        Portal.NOON,
        Portal.NOON,
        added,
        outcome);
  }
}
