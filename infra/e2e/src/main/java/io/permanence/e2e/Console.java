package io.permanence.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.permanence.e2e.RunningSystem.Account;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;

/** A secretary at the console, acting as a person does: by what is on the screen. */
public final class Console {
  /** Of full scale: a voice has 0.24, noise less than 0.001. */
  private static final double AUDIBLE = 0.02;

  private final Page page;

  /** Sits down in front of that page, which is watched from now on. */
  public Console(Page page) {
    this.page = page;
    page.addInitScript(script("watch.js"));
  }

  /** Signs in with the browser's telephone and waits until it is connected. */
  public Console signIn(String url, Account account) {
    return enter(url, account, false);
  }

  /** Signs in with the desk phone, which must be registered, and waits until it is found. */
  public Console signInAtDeskPhone(String url, Account account) {
    return enter(url, account, true);
  }

  private Console enter(String url, Account account, boolean deskPhone) {
    page.navigate(url);
    byId("sign-in-user").fill(account.user());
    byId("sign-in-password").fill(account.password());
    if (deskPhone) {
      byId("sign-in-desk").check();
    }
    byId("sign-in-submit").click();
    if (!account.totpSecret().isEmpty()) {
      byId("sign-in-code").fill(OneTimeCode.now(account.totpSecret()));
      byId("sign-in-submit").click();
    }
    if (deskPhone) {
      assertThat(page.locator("[data-testid$='-ready']").first()).isVisible();
    } else {
      assertThat(byId("telephone-state")).hasAttribute("data-resting", "true");
    }
    return this;
  }

  /** Presses the keys for ready, which work while writing too, and waits until the desk says so. */
  public Console ready() {
    inFront();
    page.keyboard().press("Alt+r");
    awaitState("ready");
    return this;
  }

  /** Her window lies in front: the browser paints no other, and a card unpainted is not shown. */
  public Console inFront() {
    page.bringToFront();
    page.evaluate("new Promise(requestAnimationFrame)");
    return this;
  }

  /** Once the call is over, ends the wrap-up that may follow it, and is ready for the next one. */
  public Console readyAgain() {
    assertThat(byId("presence")).hasAttribute("data-state", Pattern.compile("wrap-up|ready"));
    return "ready".equals(byId("presence").getAttribute("data-state")) ? this : ready();
  }

  public void awaitState(String state) {
    assertThat(byId("presence")).hasAttribute("data-state", state);
  }

  /** The card, once it is on the screen. */
  public Locator card() {
    assertThat(byId("card")).isVisible();
    return byId("card");
  }

  public Locator byId(String testId) {
    return page.getByTestId(testId);
  }

  /** Presses the button of an action, wherever it stands. */
  public void act(String action) {
    page.locator("[data-testid$='-" + action + "']").first().click();
  }

  /** When the card of the newest offer, complete, had been painted; the machine's clock. */
  public Instant cardAt() {
    return Instant.ofEpochMilli(number("window.watch.cardAt"));
  }

  /** How many cards have been offered since the page was opened. */
  public long cards() {
    return number("window.watch.cards");
  }

  /** When the last offer left the screen without or with an answer; the machine's clock. */
  public Instant offerGoneAt() {
    return Instant.ofEpochMilli(number("window.watch.goneAt"));
  }

  /** From now on every offer is answered as soon as its card has been painted. */
  public void acceptAtOnce(boolean accept) {
    page.evaluate("accept => { window.watch.acceptAtOnce = accept; }", accept);
  }

  /** Whether the telephone in this page hears that tone just now. */
  public boolean hears(int hertz) {
    double loudness =
        ((Number) page.evaluate("hertz => window.watch.loudness(hertz)", hertz)).doubleValue();
    return loudness > AUDIBLE;
  }

  public void awaitPhase(String phase) {
    assertThat(byId("call-phase")).hasAttribute("data-phase", phase);
  }

  /** Fills the note in and sends it. */
  public void sendNote(String callerName, String request, boolean urgent) {
    byId("note-caller-name").fill(callerName);
    byId("note-request").fill(request);
    if (urgent) {
      byId("note-urgent").check();
    }
    byId("note-send").click();
    assertThat(byId("note-sent")).isVisible();
  }

  public void screenshot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screens", name + ".png")));
  }

  public Page page() {
    return page;
  }

  private long number(String expression) {
    return ((Number) page.evaluate(expression)).longValue();
  }

  private static String script(String name) {
    try (InputStream text = Console.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(text, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
