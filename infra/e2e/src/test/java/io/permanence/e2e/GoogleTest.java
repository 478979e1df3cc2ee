package io.permanence.e2e;

import static io.permanence.e2e.Demo.VIP;
import static io.permanence.e2e.Demo.VIP_DIRECT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.permanence.testing.sip.SipCall;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Google under consent, from the customer's yes to the name on the card, or to the call that is not
 * put through, and back (A8, E1, E4, E6): the customer agrees in the app's set-up, signs in at the
 * stand-in, and withdraws.
 */
@SuppressWarnings("NullAway.Init")
class GoogleTest {
  private static final String ACCOUNT = "dr.martin@gmail.example";
  private static final String KARIM = "+33639980102";
  private static final Duration DELETED_WITHIN = Duration.ofSeconds(60);
  private static final Duration GOVERNS_AFTER = Duration.ofSeconds(1);
  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final Journal JOURNAL = new Journal(SYSTEM);
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static Browser browser;
  private static Console hugo;
  private static CustomerApp customer;

  @BeforeAll
  static void hugoIsAtHisDeskAndTheCustomerHasTheApp() {
    browser = Browser.open();
    hugo =
        new Console(browser.person("fr-FR", 1440, 900))
            .signIn(SYSTEM.url("console"), SYSTEM.account("secretary", 2))
            .ready();
    customer =
        new CustomerApp(browser.person("fr-FR", 390, 844))
            .signIn(SYSTEM.url("app"), SYSTEM.account("customer-owner", 3))
            .refuseEverything();
  }

  @AfterAll
  static void goodbye() {
    browser.close();
  }

  @Test
  void aConsentBringsTheNameOntoTheCardAndItsWithdrawalTakesItAway() {
    cardSays(KARIM, "06 39 98 01 02", "Karim");
    assertThat(requests()).as("requests at Google without a consent").isZero();
    assertThat(mirrored()).isZero();

    customer.page().navigate(SYSTEM.url("app") + "settings/google");
    PlaywrightAssertions.assertThat(customer.byId("google-contacts")).containsText("États-Unis");
    customer.screenshot("app-google-off");
    atGoogle("google-contacts");
    assertThat(customer.page().url())
        .contains("code_challenge=", "code_challenge_method=S256", "state=");
    assertThat(requests()).as("requests before Google itself was asked").isZero();
    allow();
    Until.holds("the contacts came in", () -> mirrored() > 0);
    assertThat(granted()).isTrue();
    customer.screenshot("app-google-linked");
    cardSays(KARIM, "Karim Benali", "06 00");

    withdraw("google-contacts");
    Until.holds("what came from Google is deleted", DELETED_WITHIN, () -> mirrored() == 0);
    Until.holds("the token is revoked", DELETED_WITHIN, () -> !granted());
    long after = requests();
    cardSays(KARIM, "06 39 98 01 02", "Karim");
    assertThat(requests()).as("requests at Google after the withdrawal").isEqualTo(after);
  }

  @Test
  void aBusyCalendarKeepsACallAtTheDeskAndItsWithdrawalIsTheEndOfThat() {
    Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
    put(
        SYSTEM.url("googleCalendar") + "control/calendars/" + ACCOUNT + "/busy",
        "{\"busy\": [{\"start\": \"%s\", \"end\": \"%s\"}]}"
            .formatted(hour, hour.plus(Duration.ofHours(3))));
    customer.page().navigate(SYSTEM.url("app") + "settings/lines");
    PlaywrightAssertions.assertThat(line().getByTestId("calendar-hint")).hasCount(0);
    choose("NOBODY");
    PlaywrightAssertions.assertThat(line().getByTestId("calendar-hint"))
        .hasAttribute("data-state", "OFF");
    customer.screenshot("app-line-calendar-off");

    customer.page().navigate(SYSTEM.url("app") + "settings/google");
    PlaywrightAssertions.assertThat(customer.byId("google-calendar")).containsText("États-Unis");
    atGoogle("google-calendar");
    assertThat(customer.page().url()).contains("calendar.freebusy");
    allow();
    Until.holds("the busy time came in", () -> busy() == 1);
    Instant governs = Instant.now().plus(GOVERNS_AFTER);
    PlaywrightAssertions.assertThat(customer.byId("state-google-calendar"))
        .hasAttribute("data-state", "LINKED");
    PlaywrightAssertions.assertThat(customer.byId("state-google-contacts"))
        .hasAttribute("data-state", "OFF");
    customer.screenshot("app-google-calendar-linked");
    Until.holds("a second later", () -> Instant.now().isAfter(governs));
    Instant began = Instant.now();
    cardSays(VIP, "Client Essai", "Karim");
    assertThat(JOURNAL.awaitEnd(VIP, began).reason()).isEqualTo("busy");

    withdraw("google-calendar");
    Until.holds("the busy times are deleted", DELETED_WITHIN, () -> busy() == 0);
    Until.holds("the token is revoked", DELETED_WITHIN, () -> !granted());
    customer.page().navigate(SYSTEM.url("app") + "settings/lines");
    choose("AS_INSTRUCTED");
  }

  /** The form of the line that puts VIPs through directly. */
  private static Locator line() {
    return customer.page().locator("form[aria-label*='01 99 00 10 13']");
  }

  private static void choose(String whenBusy) {
    line().getByTestId("line-whenBusy").selectOption(whenBusy);
    customer
        .page()
        .waitForResponse(
            answer -> answer.url().endsWith("/choices") && answer.ok(),
            () -> line().getByTestId("save-line").click());
  }

  private static void atGoogle(String purpose) {
    customer.byId("connect-" + purpose).click();
    customer.page().waitForURL(url -> url.startsWith(SYSTEM.url("googleOauth")));
  }

  private static void allow() {
    customer.page().locator("button[value='" + ACCOUNT + "']").click();
    PlaywrightAssertions.assertThat(customer.byId("google-result")).isVisible();
    assertThat(customer.page().url()).contains("result=linked");
  }

  private static void withdraw(String purpose) {
    customer.byId("withdraw-" + purpose).click();
    customer.byId("confirm").locator("visible=true").click();
  }

  private static void cardSays(String caller, String words, String notThese) {
    long cards = hugo.inFront().cards();
    try (SipCall call = Demo.caller(SYSTEM, caller).dialling(VIP_DIRECT).call()) {
      Until.holds("the card", () -> hugo.cards() == cards + 1);
      PlaywrightAssertions.assertThat(hugo.byId("caller-name")).containsText(words);
      PlaywrightAssertions.assertThat(hugo.byId("caller-name")).not().containsText(notThese);
      call.hangUp();
    }
    hugo.awaitState("ready");
  }

  private static long requests() {
    return get(SYSTEM.url("google") + "control/requests").path("requests").asLong(-1);
  }

  private static boolean granted() {
    return get(SYSTEM.url("googleOauth") + "control/accounts/" + ACCOUNT)
        .path("granted")
        .asBoolean();
  }

  private static long mirrored() {
    return count("google_contact");
  }

  private static long busy() {
    return count("google_busy");
  }

  private static long count(String table) {
    try (Connection connection = SYSTEM.database();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + table)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode get(String url) {
    try {
      return new ObjectMapper().readTree(send(HttpRequest.newBuilder(URI.create(url)).build()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void put(String url, String json) {
    send(
        HttpRequest.newBuilder(URI.create(url))
            .PUT(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  private static String send(HttpRequest request) {
    try {
      HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as("%s", request.uri()).isBetween(200, 299);
      return answer.body();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
