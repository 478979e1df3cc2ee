package io.permanence.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.permanence.e2e.RunningSystem.Account;
import java.nio.file.Path;

/** A secretary at the console, acting as a person does: by what is on the screen. */
final class Console {
  private final Page page;

  Console(Page page) {
    this.page = page;
  }

  /** Signs in with the browser's telephone and waits until it is connected. */
  Console signIn(String url, Account account) {
    page.navigate(url);
    byId("sign-in-user").fill(account.user());
    byId("sign-in-password").fill(account.password());
    byId("sign-in-submit").click();
    if (!account.totpSecret().isEmpty()) {
      byId("sign-in-code").fill(OneTimeCode.now(account.totpSecret()));
      byId("sign-in-submit").click();
    }
    assertThat(byId("telephone-state")).hasAttribute("data-resting", "true");
    return this;
  }

  /** Presses the key for ready and waits until the desk says so. */
  Console ready() {
    page.keyboard().press("r");
    awaitState("ready");
    return this;
  }

  void awaitState(String state) {
    assertThat(byId("presence")).hasAttribute("data-state", state);
  }

  /** The card, once it is on the screen. */
  Locator card() {
    assertThat(byId("card")).isVisible();
    return byId("card");
  }

  Locator byId(String testId) {
    return page.getByTestId(testId);
  }

  /** Presses the button of an action, wherever it stands. */
  void act(String action) {
    page.locator("[data-testid$='-" + action + "']").first().click();
  }

  void awaitPhase(String phase) {
    assertThat(byId("call-phase")).hasAttribute("data-phase", phase);
  }

  /** Fills the note in and sends it. */
  void sendNote(String callerName, String request, boolean urgent) {
    byId("note-caller-name").fill(callerName);
    byId("note-request").fill(request);
    if (urgent) {
      byId("note-urgent").check();
    }
    byId("note-send").click();
    assertThat(byId("note-sent")).isVisible();
  }

  void screenshot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screens", name + ".png")));
  }

  Page page() {
    return page;
  }
}
