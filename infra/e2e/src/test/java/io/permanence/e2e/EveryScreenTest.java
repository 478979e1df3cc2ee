package io.permanence.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.permanence.e2e.RunningSystem.Account;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Axe finds nothing serious on any screen of the app and the console, none scrolls sideways, and
 * the service level is whole in the console's header, in both languages and both looks (D9).
 */
@SuppressWarnings("NullAway.Init")
class EveryScreenTest {
  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final Account CUSTOMER = SYSTEM.account("customer-owner", 1);

  /** The app's places, and what stands there once it is all there. */
  private static final Map<String, String> PLACES = new LinkedHashMap<>();

  static {
    PLACES.put("", "now-card");
    PLACES.put("calls", "search-calls");
    PLACES.put("instructions", "instructions");
    PLACES.put("instructions/new", "exceptions");
    PLACES.put("instructions/preview", "preview-ask");
    PLACES.put("contacts", "search-contacts");
    PLACES.put("contacts/new", "save-contact");
    PLACES.put("figures", "figure-totals");
    PLACES.put("settings", "settings");
    PLACES.put("settings/notifications", "save-preferences");
    PLACES.put("settings/lines", "save-line");
    PLACES.put("settings/google", "google-contacts");
    PLACES.put("settings/consents", "consents");
    PLACES.put("settings/password", "save-password");
    PLACES.put("nowhere", "nowhere");
  }

  private static Browser browser;

  @BeforeAll
  static void open() {
    browser = Browser.open();
  }

  @AfterEach
  void asItWas() throws SQLException {
    browser.leaveAll();
    account("language = 'fr', must_change_password = false", CUSTOMER);
    account("language = 'fr'", SYSTEM.account("supervisor", 0));
    update("delete from task where kind = 'CALLBACK' and call_id is null");
  }

  @AfterAll
  static void goodbye() {
    browser.close();
  }

  @ParameterizedTest
  @CsvSource({"fr-FR, fr, LIGHT", "fr-FR, fr, DARK", "en-GB, en, LIGHT", "en-GB, en, DARK"})
  void theCustomersApp(String locale, String language, ColorScheme look) throws SQLException {
    String name = "app-" + language + "-" + look + "-";
    List<String> faults = new ArrayList<>();
    Page page = browser.person(locale, 390, 844);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look));
    CustomerApp app = new CustomerApp(page);
    account("language = '" + language + "', must_change_password = true", CUSTOMER);
    change(
        "update person set onboarded_at = null where account_id ="
            + " (select id from directory_account where sign_in = '%s')",
        CUSTOMER);
    page.navigate(SYSTEM.url("app"));
    assertThat(app.byId("user")).isVisible();
    faults.addAll(Look.at(page, name + "sign-in"));
    app.signIn(SYSTEM.url("app"), CUSTOMER);
    assertThat(app.byId("change-password")).isVisible();
    assertThat(page.locator("html")).hasAttribute("lang", language);
    faults.addAll(Look.at(page, name + "temporary-password"));
    account("must_change_password = false", CUSTOMER);
    page.reload();
    assertThat(app.byId("first-question")).isVisible();
    faults.addAll(Look.at(page, name + "first-question"));
    app.refuseEverything();
    for (Map.Entry<String, String> place : PLACES.entrySet()) {
      page.navigate(SYSTEM.url("app") + place.getKey());
      assertThat(app.byId(place.getValue()).first()).isVisible();
      unfold(page);
      faults.addAll(Look.at(page, name + place.getKey().replace('/', '-')));
    }
    inside(app, "calls", "call-row", "reason", name + "call", faults);
    inside(app, "contacts", "contact-row", "mark", name + "contact", faults);
    page.navigate(SYSTEM.url("app") + "figures");
    Locator nobody = page.locator("td:nth-child(2):text-is('0')");
    page.locator("tr")
        .filter(new Locator.FilterOptions().setHasNot(nobody))
        .locator("a[href*='/figures/']")
        .first()
        .click();
    assertThat(app.byId("figure-totals")).isVisible();
    faults.addAll(Look.at(page, name + "day"));
    Assertions.assertThat(faults).isEmpty();
  }

  /** The first of a list, opened. */
  private static void inside(
      CustomerApp app, String list, String row, String there, String name, List<String> faults) {
    app.page().navigate(SYSTEM.url("app") + list);
    Locator first = app.byId(row).first();
    assertThat(first).isVisible();
    Locator link = first.locator("a");
    (link.count() > 0 ? link.first() : first).click();
    assertThat(app.byId(there).first()).isVisible();
    unfold(app.page());
    faults.addAll(Look.at(app.page(), name));
  }

  @ParameterizedTest
  @CsvSource({"fr-FR, fr, DARK", "en-GB, en, LIGHT"})
  void theConsole(String locale, String language, ColorScheme look) throws SQLException {
    String name = "console-" + language + "-" + look + "-";
    List<String> faults = new ArrayList<>();
    Account camille = SYSTEM.account("secretary", 0);
    account("language = '" + language + "', must_change_password = true", camille);
    callbackFor(camille);
    Page page = browser.person(locale, 1440, 900);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look));
    Console console = new Console(page);
    try {
      page.navigate(SYSTEM.url("console"));
      console.byId("sign-in-user").fill(camille.user());
      faults.addAll(Look.at(page, name + "sign-in"));
      console.byId("sign-in-password").fill(camille.password());
      console.byId("sign-in-submit").click();
      assertThat(console.byId("password")).isVisible();
      faults.addAll(Look.at(page, name + "temporary-password"));
    } finally {
      account("language = 'fr', must_change_password = false", camille);
    }
    page.reload();
    assertThat(console.byId("telephone-state")).hasAttribute("data-resting", "true");
    assertThat(console.byId("service-level")).isVisible();
    faults.addAll(Look.at(page, name + "desk"));
    Keyboard keys = page.keyboard();
    faults.addAll(dialog(page, name + "help", () -> keys.press("?")));
    faults.addAll(dialog(page, name + "search", () -> keys.press("Control+k")));
    faults.addAll(dialog(page, name + "break", () -> keys.press("b")));
    for (String button : List.of("task-try-again", "task-close", "sign-out")) {
      faults.addAll(dialog(page, name + button, () -> console.byId(button).first().click()));
    }
    Assertions.assertThat(faults).isEmpty();
  }

  /** Something is there to be put off or closed. */
  private static void callbackFor(Account secretary) throws SQLException {
    change(
        "insert into task (customer_id, id, kind, team_id, owner_id, created_at)"
            + " select (select min(customer_id::text)::uuid from customer), gen_random_uuid(),"
            + " 'CALLBACK', team_id, account_id, now() from secretary where account_id ="
            + " (select id from directory_account where sign_in = '%s')",
        secretary);
  }

  /** The window that this opens, while it lies over the desk. */
  private static List<String> dialog(Page page, String name, Runnable open) {
    open.run();
    assertThat(page.locator("dialog[open]")).isVisible();
    List<String> faults = Look.at(page, name + "-dialog");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog[open]")).hasCount(0);
    return faults;
  }

  @ParameterizedTest
  @CsvSource({"fr-FR, fr, LIGHT", "en-GB, en, DARK"})
  void theSupervisorsScreens(String locale, String language, ColorScheme look) throws SQLException {
    String name = "supervisor-" + language + "-" + look + "-";
    Account nadia = SYSTEM.account("supervisor", 0);
    account("language = '" + language + "', totp_last_step = null", nadia);
    Page page = browser.person(locale, 1440, 900);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look));
    Console console = new Console(page).signIn(SYSTEM.url("console"), nadia);
    assertThat(console.byId("service-level")).isVisible();
    List<String> faults = new ArrayList<>(Look.at(page, name + "desk"));
    for (String place : List.of("wallboard", "half-hours")) {
      page.navigate(SYSTEM.url("console") + place);
      assertThat(page.locator("h1").first()).isVisible();
      assertThat(page.locator("table").first()).isVisible();
      faults.addAll(Look.at(page, name + place));
    }
    Assertions.assertThat(console.page().url()).endsWith("half-hours");
    Assertions.assertThat(faults).isEmpty();
  }

  private static void unfold(Page page) {
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
  }

  private static void account(String change, Account whose) throws SQLException {
    change("update directory_account set " + change + " where sign_in = '%s'", whose);
  }

  private static void change(String sql, Account whose) throws SQLException {
    Assertions.assertThat(update(sql.formatted(whose.user()))).isPositive();
  }

  private static int update(String sql) throws SQLException {
    try (Connection database = SYSTEM.database();
        var statement = database.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }
}
