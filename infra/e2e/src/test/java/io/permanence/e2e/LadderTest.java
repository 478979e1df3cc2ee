package io.permanence.e2e;

import static io.permanence.e2e.Demo.CALLER_SAYS;
import static io.permanence.e2e.Demo.CUSTOMER_SAYS;
import static io.permanence.e2e.Demo.DOCTOR;
import static io.permanence.e2e.Demo.LAWYER;
import static io.permanence.e2e.Demo.LAWYERS_MOBILE;
import static io.permanence.e2e.Demo.LAWYERS_OFFICE;
import static io.permanence.e2e.Demo.OFFICE;
import static io.permanence.e2e.Demo.SOON;
import static io.permanence.e2e.Demo.STRANGER;
import static io.permanence.e2e.Demo.VIP;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.permanence.testing.sip.Behaviour;
import io.permanence.testing.sip.Phones;
import io.permanence.testing.sip.SipCall;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The customer's telephones do not answer: the next step follows, and never a dead end (A4). */
@SuppressWarnings("NullAway.Init")
class LadderTest {
  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final Journal JOURNAL = new Journal(SYSTEM);
  private static Browser browser;
  private static Console camille;
  private static Console hugo;

  @BeforeAll
  static void twoSecretariesAreAtTheirDesks() {
    browser = Browser.open();
    camille = secretary(0);
    hugo = secretary(2);
  }

  private static Console secretary(int index) {
    return new Console(browser.person("fr-FR", 1440, 900))
        .signIn(SYSTEM.url("console"), SYSTEM.account("secretary", index))
        .ready();
  }

  @RegisterExtension
  final AfterTestExecutionCallback failed =
      context ->
          context.getExecutionException().ifPresent(failure -> browser.photograph("failed-ladder"));

  @AfterAll
  static void goodbye() {
    browser.close();
  }

  @Test
  void aTelephoneThatNeverAnswersStopsRingingAndTheNextOneIsCalled() {
    Instant began = Instant.now();
    try (Phones phones =
            phones(
                Map.of(
                    LAWYERS_MOBILE,
                    Behaviour.neverAnswers(),
                    LAWYERS_OFFICE,
                    Behaviour.answers()));
        SipCall call = Demo.caller(SYSTEM, STRANGER).dialling(LAWYER).call()) {
      phones.awaitCall(LAWYERS_MOBILE);
      phones.awaitConversation(LAWYERS_OFFICE);
      phones.awaitGone(LAWYERS_MOBILE);
      assertThat(phones.called()).containsExactly(LAWYERS_MOBILE, LAWYERS_OFFICE);
      assertThat(phones.ear().awaitTone(CALLER_SAYS, SOON)).isTrue();
      assertThat(call.ear().awaitTone(CUSTOMER_SAYS, SOON)).isTrue();
      call.hangUp();
    }
    assertThat(JOURNAL.awaitEnd(STRANGER, began).outcome()).isEqualTo("PUT_THROUGH");
  }

  @Test
  void anExhaustedLadderBringsTheCallerToTheSecretary() {
    Instant began = Instant.now();
    try (Phones phones =
            phones(Map.of(LAWYERS_MOBILE, Behaviour.busy(), LAWYERS_OFFICE, Behaviour.busy()));
        SipCall call = Demo.caller(SYSTEM, STRANGER).dialling(LAWYER).call()) {
      hugo.inFront().card();
      PlaywrightAssertions.assertThat(hugo.byId("card-customer")).containsText("Me Dubois");
      assertThat(phones.called()).containsExactly(LAWYERS_MOBILE, LAWYERS_OFFICE);
      hugo.act("accept");
      hugo.awaitPhase("talking");
      assertThat(call.ear().awaitTone(Browser.VOICE, SOON)).isTrue();
      assertThat(call.ear().firstToneAt(Browser.VOICE).orElseThrow()).isAfter(hugo.cardAt());
      call.hangUp();
    }
    hugo.readyAgain();
    assertThat(JOURNAL.awaitEnd(STRANGER, began).outcome()).isEqualTo("TAKEN");
  }

  @Test
  void anAnnouncedCustomerWhoNeverAnswersLeavesTheCallerWithTheSecretary() {
    Instant began = Instant.now();
    try (Phones phones = phones(Map.of(OFFICE, Behaviour.neverAnswers()));
        SipCall call = Demo.caller(SYSTEM, VIP).dialling(DOCTOR).call()) {
      camille.inFront().card();
      camille.act("accept");
      camille.awaitPhase("talking");
      camille.act("consult");
      camille.page().getByRole(AriaRole.DIALOG).getByText("01 99 00 10 05").first().click();
      phones.awaitCall(OFFICE);
      camille.awaitPhase("consulting");
      phones.awaitGone(OFFICE);
      camille.awaitPhase("held");
      assertThat(phones.called()).containsExactly(OFFICE);
      camille.act("resume");
      camille.awaitPhase("talking");
      assertThat(call.ear().awaitTone(Browser.VOICE, SOON)).isTrue();
      call.hangUp();
    }
    camille.readyAgain();
    assertThat(JOURNAL.awaitEnd(VIP, began).outcome()).isEqualTo("TAKEN");
  }

  private static Phones phones(Map<String, Behaviour> behaviours) {
    return Phones.behindTrunk(RunningSystem.trunk(), behaviours);
  }
}
