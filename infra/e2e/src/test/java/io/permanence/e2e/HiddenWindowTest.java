package io.permanence.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.permanence.testing.sip.SipCall;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A secretary whose console lies behind another window gets her calls nevertheless (B2, B4). */
@SuppressWarnings("NullAway.Init")
class HiddenWindowTest {
  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final Journal JOURNAL = new Journal(SYSTEM);
  private static Browser browser;
  private static Console camille;

  @BeforeAll
  static void camilleIsAtHerDesk() {
    browser = Browser.open();
    camille =
        new Console(browser.person("fr-FR", 1440, 900))
            .signIn(SYSTEM.url("console"), SYSTEM.account("secretary", 0))
            .ready();
  }

  @AfterAll
  static void goodbye() {
    browser.close();
  }

  @Test
  void theCardIsConfirmedAndTheCallIsTakenFromBehindAnotherWindow() {
    camille.page().evaluate(NOTES_NOTIFICATIONS);
    Page mail = camille.page().context().newPage();
    mail.navigate("about:blank");
    mail.bringToFront();
    camille.page().evaluate(HIDDEN);
    Instant began = Instant.now();
    try (SipCall call = Demo.caller(SYSTEM, Demo.STRANGER).dialling(Demo.DOCTOR).call()) {
      Until.holds(
          "a notification calls her",
          () -> camille.page().evaluate("window.summoned ?? ''").toString().contains("Martin"));
      assertThat(camille.page().title()).contains("Martin");
      Until.holds(
          "the card is confirmed",
          () -> JOURNAL.happened(Demo.STRANGER, began, "card-shown", "background"));
      camille.inFront();
      camille.act("accept");
      camille.awaitPhase("talking");
      assertThat(call.ear().awaitTone(Browser.VOICE, Demo.SOON)).isTrue();
      call.hangUp();
    }
    camille.awaitState("wrap-up");
    camille.readyAgain();
  }

  /** Headless pages say that they are visible even when another lies in front. */
  private static final String HIDDEN =
      "Object.defineProperty(document, 'visibilityState', { get: () => 'hidden', configurable: true })";

  private static final String NOTES_NOTIFICATIONS =
      """
      (() => {
        class Noted { constructor(title) { window.summoned = title; } close() {} }
        Noted.permission = "granted";
        Noted.requestPermission = async () => "granted";
        window.Notification = Noted;
      })()
      """;
}
