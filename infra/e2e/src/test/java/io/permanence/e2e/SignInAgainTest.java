package io.permanence.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.permanence.e2e.Demo.DOCTOR;
import static io.permanence.e2e.Demo.SOON;

import com.microsoft.playwright.Page;
import io.permanence.testing.sip.SipCall;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A secretary who signs in again while she still wraps up a call finds its card and note, and her
 * new browser's telephone is connected as at any other sign-in (B4).
 */
@SuppressWarnings("NullAway.Init")
class SignInAgainTest {
  private static final String CALLER = "+33639985512";
  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static Browser browser;

  /** How she left the place before. */
  enum Left {
    WINDOW_OPEN,
    WINDOW_CLOSED,
    SIGNED_OUT
  }

  @BeforeAll
  static void open() {
    browser = Browser.open();
  }

  @RegisterExtension
  final AfterTestExecutionCallback failed =
      context ->
          context
              .getExecutionException()
              .ifPresent(failure -> browser.photograph("failed-sign-in-again"));

  @AfterAll
  static void goodbye() {
    browser.close();
  }

  @ParameterizedTest
  @EnumSource
  void theTelephoneOfTheNewBrowserRestsDuringTheWrapUp(Left left) {
    Console before = camille();
    before.signIn(SYSTEM.url("console"), SYSTEM.account("secretary", 0)).ready();
    try (SipCall call = Demo.caller(SYSTEM, CALLER).dialling(DOCTOR).call()) {
      before.card();
      before.act("accept");
      before.awaitPhase("talking");
      Assertions.assertThat(call.ear().awaitTone(Browser.VOICE, SOON)).isTrue();
      call.hangUp();
    }
    before.awaitState("wrap-up");
    leave(before.page(), left);
    Console again = camille();
    again.signIn(SYSTEM.url("console"), SYSTEM.account("secretary", 0));
    again.awaitState("wrap-up");
    assertThat(again.byId("note-request")).isVisible();
    again.ready();
    browser.leaveAll();
  }

  private static Console camille() {
    return new Console(browser.person("fr-FR", 1440, 900));
  }

  private static void leave(Page page, Left left) {
    switch (left) {
      case WINDOW_OPEN -> {}
      case WINDOW_CLOSED -> page.close();
      case SIGNED_OUT -> {
        page.getByTestId("sign-out").click();
        page.getByTestId("sign-out-confirm").click();
        assertThat(page.getByTestId("sign-in-user")).isVisible();
      }
    }
  }
}
