package io.permanence.e2e;

import static io.permanence.e2e.Demo.VIP_DIRECT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Google under consent, from the customer's yes to the name on the card and back (E1, E4, E6): the
 * customer agrees in the app's set-up, signs in at the stand-in, and withdraws.
 */
@SuppressWarnings("NullAway.Init")
class GoogleTest {
  private static final String ACCOUNT = "dr.martin@gmail.example";
  private static final String KARIM = "+33639980102";
  private static final Duration DELETED_WITHIN = Duration.ofSeconds(60);
  private static final RunningSystem SYSTEM = RunningSystem.get();
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
    cardSays("06 39 98 01 02", "Karim");
    assertThat(requests()).as("requests at Google without a consent").isZero();
    assertThat(mirrored()).isZero();

    customer.page().navigate(SYSTEM.url("app") + "settings/google");
    PlaywrightAssertions.assertThat(customer.byId("google-contacts")).containsText("États-Unis");
    customer.screenshot("app-google-off");
    customer.byId("connect-google-contacts").click();
    customer.page().waitForURL(url -> url.startsWith(SYSTEM.url("googleOauth")));
    assertThat(customer.page().url())
        .contains("code_challenge=", "code_challenge_method=S256", "state=");
    assertThat(requests()).as("requests before Google itself was asked").isZero();
    customer.page().locator("button[value='" + ACCOUNT + "']").click();
    PlaywrightAssertions.assertThat(customer.byId("google-result")).isVisible();
    assertThat(customer.page().url()).contains("result=linked");
    Until.holds("the contacts came in", () -> mirrored() > 0);
    assertThat(granted()).isTrue();
    customer.screenshot("app-google-linked");
    cardSays("Karim Benali", "06 00");

    customer.byId("withdraw-google-contacts").click();
    customer.byId("confirm").locator("visible=true").click();
    Until.holds("what came from Google is deleted", DELETED_WITHIN, () -> mirrored() == 0);
    Until.holds("the token is revoked", DELETED_WITHIN, () -> !granted());
    long after = requests();
    cardSays("06 39 98 01 02", "Karim");
    assertThat(requests()).as("requests at Google after the withdrawal").isEqualTo(after);
  }

  private static void cardSays(String words, String notThese) {
    long cards = hugo.inFront().cards();
    try (SipCall call = Demo.caller(SYSTEM, KARIM).dialling(VIP_DIRECT).call()) {
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
    try (Connection connection = SYSTEM.database();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from google_contact")) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode get(String url) {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
      return new ObjectMapper()
          .readTree(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
