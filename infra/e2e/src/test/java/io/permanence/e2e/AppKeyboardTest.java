package io.permanence.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import io.permanence.e2e.RunningSystem.Account;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A customer who never touches the screen or a mouse signs in, reads the newest note, changes what
 * happens now and takes it back (D9).
 */
@SuppressWarnings("NullAway.Init")
class AppKeyboardTest {
  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static Browser browser;

  @BeforeAll
  static void open() {
    browser = Browser.open();
  }

  @AfterAll
  static void goodbye() {
    browser.close();
  }

  @Test
  void theAppsMainJourneyIsWalkedWithTheKeyboardAlone() {
    Account account = SYSTEM.account("customer-owner", 1);
    Page page = browser.person("fr-FR", 1280, 900);
    CustomerApp app = new CustomerApp(page);
    Keyboard keys = page.keyboard();
    page.navigate(SYSTEM.url("app"));
    KeyboardTest.tabTo(page, "user");
    keys.type(account.user());
    KeyboardTest.tabTo(page, "password");
    keys.type(account.password());
    keys.press("Enter");
    refuseEverything(app);

    KeyboardTest.tabTo(page, "now-none");
    keys.press("Enter");
    assertThat(app.byId("now-back").first()).isVisible();
    KeyboardTest.tabTo(page, "now-back");
    keys.press("Enter");
    assertThat(app.byId("now-back")).hasCount(0);

    KeyboardTest.tabTo(page, "nav-calls");
    keys.press("Enter");
    assertThat(app.byId("call-row").first()).isVisible();
    KeyboardTest.tabTo(page, "call-row");
    keys.press("Enter");
    assertThat(app.byId("reason").first()).isVisible();

    KeyboardTest.tabTo(page, "nav-contacts");
    keys.press("Enter");
    KeyboardTest.tabTo(page, "new-contact");
    keys.press("Enter");
    assertThat(app.byId("contact-name")).isVisible();
    KeyboardTest.tabTo(page, "contact-name");
    keys.type("Clavier Seul");
    KeyboardTest.tabTo(page, "save-contact");
    keys.press("Enter");
    assertThat(app.byId("search-contacts")).isVisible();
    assertThat(page.getByText("Clavier Seul").first()).isVisible();
  }

  private static void refuseEverything(CustomerApp app) {
    var home = app.byId("now-card").first();
    var question = app.byId("first-question");
    assertThat(home.or(question)).isVisible();
    while (question.isVisible()) {
      String purpose = question.getAttribute("data-purpose");
      KeyboardTest.tabTo(app.page(), "refuse");
      app.page().keyboard().press("Enter");
      assertThat(app.page().locator("[data-testid=first-question][data-purpose='" + purpose + "']"))
          .hasCount(0);
      assertThat(home.or(question)).isVisible();
    }
    assertThat(home).isVisible();
  }
}
