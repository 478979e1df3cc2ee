package io.permanence.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.permanence.e2e.Demo.DOCTOR;
import static io.permanence.e2e.Demo.SOON;
import static io.permanence.e2e.Demo.STRANGER;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import io.permanence.e2e.RunningSystem.Account;
import io.permanence.testing.sip.SipCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A secretary who never touches the mouse signs in, takes a call, writes and sends its note; and
 * axe finds nothing serious on any screen on the way, in both languages (B1, D9).
 */
@SuppressWarnings("NullAway.Init")
class KeyboardTest {
  private static final String REQUEST = "Rappeler demain matin avant dix heures.";
  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final Journal JOURNAL = new Journal(SYSTEM);
  private static Browser browser;

  @BeforeAll
  static void open() {
    browser = Browser.open();
  }

  @AfterEach
  void nobodyIsLeftAtAScreen() {
    browser.leaveAll();
  }

  @AfterAll
  static void goodbye() {
    browser.close();
  }

  @ParameterizedTest
  @CsvSource({"fr-FR, fr", "en-GB, en"})
  void aCallIsTakenAndItsNoteSentWithTheKeyboardAlone(String locale, String language) {
    List<String> faults = new ArrayList<>();
    Account account = SYSTEM.account("secretary", 1);
    Page page = browser.person(locale, 1440, 900);
    Console ines = new Console(page);
    Keyboard keys = page.keyboard();
    page.navigate(SYSTEM.url("console"));
    assertThat(page.locator("html")).hasAttribute("lang", language);
    tabTo(page, "sign-in-user");
    keys.type(account.user());
    keys.press("Tab");
    keys.type(account.password());
    look(page, language + "-sign-in", faults);
    keys.press("Enter");
    assertThat(ines.byId("telephone-state")).hasAttribute("data-resting", "true");
    speak(page, language);
    keys.press("r");
    ines.awaitState("ready");
    look(page, language + "-ready", faults);

    Instant began = Instant.now();
    try (SipCall call = Demo.caller(SYSTEM, STRANGER).dialling(DOCTOR).call()) {
      ines.card();
      look(page, language + "-offer", faults);
      keys.press("a");
      ines.awaitPhase("talking");
      Assertions.assertThat(call.ear().awaitTone(Browser.VOICE, SOON)).isTrue();
      assertThat(page.locator("#note-request")).isFocused();
      keys.type(REQUEST);
      look(page, language + "-talking", faults);
      keys.press("Alt+y");
      assertThat(page.locator("dialog[open]")).isVisible();
      look(page, language + "-why", faults);
      keys.press("Escape");
      holdsOutsideTheNote(page, ines);
      keys.press("Alt+e");
      ines.awaitState("wrap-up");
      look(page, language + "-wrap-up", faults);
      keys.press("Control+Enter");
      assertThat(ines.byId("note-caller-name")).isFocused();
      look(page, language + "-name-missing", faults);
      keys.type("Paul Inconnu");
      keys.press("Control+Enter");
      assertThat(ines.byId("note-sent")).isVisible();
      look(page, language + "-sent", faults);
      call.awaitEnd();
    }
    Assertions.assertThat(JOURNAL.noteOf(JOURNAL.awaitEnd(STRANGER, began).id())).isNotEmpty();
    Assertions.assertThat(faults).isEmpty();
  }

  /** Who left the note goes on with single letters, also when the caller is back from hold. */
  private static void holdsOutsideTheNote(Page page, Console ines) {
    Keyboard keys = page.keyboard();
    page.evaluate("document.activeElement.blur()");
    keys.press("h");
    ines.awaitPhase("held");
    keys.press("h");
    ines.awaitPhase("talking");
    keys.press("y");
    assertThat(page.locator("dialog[open]")).isVisible();
    keys.press("Escape");
    assertThat(page.locator("#note-request")).hasValue(REQUEST);
  }

  /** The account's language goes before the browser's; the switch is a Tab away. */
  private static void speak(Page page, String language) {
    if (!page.locator("html").getAttribute("lang").equals(language)) {
      tabTo(page, "language");
      page.keyboard().press("Enter");
      assertThat(page.locator("html")).hasAttribute("lang", language);
      page.evaluate("document.activeElement.blur()");
    }
  }

  /** Tabs until the focus is there, as a person does. */
  static void tabTo(Page page, String testId) {
    assertThat(page.getByTestId(testId).first()).isVisible();
    for (int pressed = 0; pressed < 60; pressed++) {
      if (page.evaluate("document.activeElement.dataset.testid ?? ''").equals(testId)) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError(testId + " cannot be reached with the Tab key");
  }

  private static void look(Page page, String name, List<String> faults) {
    faults.addAll(Look.at(page, name));
  }
}
