package io.permanence.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.permanence.e2e.RunningSystem.Account;
import java.nio.file.Path;

/** A customer with the app on a phone. */
public final class CustomerApp {
  private final Page page;

  public CustomerApp(Page page) {
    this.page = page;
  }

  public CustomerApp signIn(String url, Account account) {
    page.navigate(url);
    byId("user").fill(account.user());
    byId("password").fill(account.password());
    byId("sign-in").click();
    return this;
  }

  /** Says no to every question of a first sign-in, however many are left, and comes home. */
  public CustomerApp refuseEverything() {
    return answer("");
  }

  /** Answers the questions of the first sign-in: notifications yes, everything else no. */
  public CustomerApp allowNotificationsOnly() {
    return answer("push");
  }

  private CustomerApp answer(String yes) {
    Locator home = byId("now-card").first();
    Locator question = byId("first-question");
    while (true) {
      assertThat(home.or(question)).isVisible();
      if (home.isVisible()) {
        return this;
      }
      String purpose = question.getAttribute("data-purpose");
      byId(yes.equals(purpose) ? "accept" : "refuse").click();
      assertThat(page.locator("[data-testid=first-question][data-purpose='" + purpose + "']"))
          .hasCount(0);
    }
  }

  public Locator byId(String testId) {
    return page.getByTestId(testId);
  }

  public void screenshot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screens", name + ".png")));
  }

  public Page page() {
    return page;
  }
}
