package io.permanence.e2e;

import static io.permanence.e2e.Demo.LAWYER;
import static io.permanence.e2e.Demo.LAWYERS_MOBILE;
import static io.permanence.e2e.Demo.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.permanence.testing.sip.Behaviour;
import io.permanence.testing.sip.Phones;
import io.permanence.testing.sip.SipCall;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the customer changes in the app governs every call that comes a second later (A9). */
@SuppressWarnings("NullAway.Init")
class InstructionTest {
  private static final Duration GOVERNS_AFTER = Duration.ofSeconds(1);
  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final Journal JOURNAL = new Journal(SYSTEM);
  private static Browser browser;
  private static Console hugo;
  private static CustomerApp lawyer;

  @BeforeAll
  static void hugoIsAtHisDeskAndTheLawyerHasTheApp() {
    browser = Browser.open();
    hugo =
        new Console(browser.person("fr-FR", 1440, 900))
            .signIn(SYSTEM.url("console"), SYSTEM.account("secretary", 2))
            .ready();
    lawyer =
        new CustomerApp(browser.person("fr-FR", 390, 844))
            .signIn(SYSTEM.url("app"), SYSTEM.account("customer-owner", 1))
            .refuseEverything();
  }

  @AfterAll
  static void goodbye() {
    browser.close();
  }

  @Test
  void oneTapInTheAppGovernsTheCallASecondLaterAndSoDoesTakingItBack() {
    goesToTheTelephone();
    change("now-none");
    PlaywrightAssertions.assertThat(lawyer.byId("now-none")).hasAttribute("aria-pressed", "true");
    goesToTheDesk();
    change("now-back");
    PlaywrightAssertions.assertThat(lawyer.byId("now-all")).hasAttribute("aria-pressed", "true");
    goesToTheTelephone();
  }

  /** Taps, and returns a second after the server has said yes. */
  private static void change(String choice) {
    lawyer
        .page()
        .waitForResponse(
            answer ->
                answer.url().endsWith("/quick-change")
                    && !answer.request().method().equals("GET")
                    && answer.ok(),
            () -> lawyer.byId(choice).first().click());
    Instant governs = Instant.now().plus(GOVERNS_AFTER);
    Until.holds("a second later", () -> Instant.now().isAfter(governs));
  }

  private static void goesToTheTelephone() {
    Instant began = Instant.now();
    try (Phones phones =
            Phones.behindTrunk(RunningSystem.trunk(), Map.of(LAWYERS_MOBILE, Behaviour.answers()));
        SipCall call = Demo.caller(SYSTEM, STRANGER).dialling(LAWYER).call()) {
      phones.awaitConversation(LAWYERS_MOBILE);
      call.awaitAnswer();
      call.hangUp();
    }
    assertThat(JOURNAL.awaitEnd(STRANGER, began).outcome()).isEqualTo("PUT_THROUGH");
  }

  private static void goesToTheDesk() {
    Instant began = Instant.now();
    long cards = hugo.inFront().cards();
    try (Phones phones =
            Phones.behindTrunk(RunningSystem.trunk(), Map.of(LAWYERS_MOBILE, Behaviour.answers()));
        SipCall call = Demo.caller(SYSTEM, STRANGER).dialling(LAWYER).call()) {
      Until.holds("the card", () -> hugo.cards() == cards + 1);
      PlaywrightAssertions.assertThat(hugo.byId("verdict"))
          .not()
          .hasAttribute("data-verdict", "connect");
      assertThat(phones.called()).isEmpty();
      call.hangUp();
    }
    assertThat(JOURNAL.awaitEnd(STRANGER, began).outcome()).isEqualTo("LOST");
    hugo.awaitState("ready");
  }
}
