package io.permanence.e2e;

import static io.permanence.e2e.Demo.BLOCKED;
import static io.permanence.e2e.Demo.CALLER_SAYS;
import static io.permanence.e2e.Demo.CUSTOMER_SAYS;
import static io.permanence.e2e.Demo.DOCTOR;
import static io.permanence.e2e.Demo.LAWYER;
import static io.permanence.e2e.Demo.LAWYERS_BLOCKED;
import static io.permanence.e2e.Demo.LAWYERS_MOBILE;
import static io.permanence.e2e.Demo.LAWYERS_OFFICE;
import static io.permanence.e2e.Demo.LAWYERS_VIP;
import static io.permanence.e2e.Demo.MOBILE;
import static io.permanence.e2e.Demo.OFFICE;
import static io.permanence.e2e.Demo.PLUMBER;
import static io.permanence.e2e.Demo.PLUMBERS_BLOCKED;
import static io.permanence.e2e.Demo.PLUMBERS_VIP;
import static io.permanence.e2e.Demo.PROSPECTS;
import static io.permanence.e2e.Demo.SOON;
import static io.permanence.e2e.Demo.STRANGER;
import static io.permanence.e2e.Demo.VIP;
import static io.permanence.e2e.Demo.VIP_DIRECT;
import static io.permanence.e2e.Demo.WITHHELD;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.permanence.e2e.Journal.Call;
import io.permanence.e2e.Journal.Event;
import io.permanence.testing.sip.Behaviour;
import io.permanence.testing.sip.Phones;
import io.permanence.testing.sip.SipCall;
import io.permanence.testing.sip.Sound;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each kind of caller on each kind of line: who rings, what the card says before anybody is heard,
 * and sound both ways (A2, A5, A6, A7, B2). The doctor's secretary is Camille, everybody else's
 * Hugo; a caller's or secretary's or customer's sound is known by its tone.
 */
@SuppressWarnings("NullAway.Init")
class CallersTest {
  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final Journal JOURNAL = new Journal(SYSTEM);
  private static final int NEXT_SAYS = 700;
  private static final int PACKETS_OF_FOUR_SECONDS = 200;
  private static Browser browser;
  private static Console camille;
  private static Console hugo;

  /** What is right for a caller on a line. */
  sealed interface Right {
    /** Nobody rings; a message is spoken. */
    record Message() implements Right {}

    /** The customer's telephone rings at once. */
    record Customer() implements Right {}

    /** A secretary's card, with these words and this verdict. */
    record Desk(String customer, String caller, String verdict, String greeting) implements Right {}
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> table() {
    String doctor = "Cabinet du docteur Martin, Camille Bernard, bonjour.";
    String plumber = "Plomberie Lou, Hugo Lefèvre, bonjour.";
    String trial = "Atelier Essai, Hugo Lefèvre, bonjour.";
    return Stream.of(
        row(DOCTOR, VIP, desk("Cabinet Martin", "Clinique Saint-Jean", "connect", doctor)),
        row(DOCTOR, STRANGER, desk("Cabinet Martin", "06 39 98 55 55", "give-message", doctor)),
        row(DOCTOR, WITHHELD, desk("Cabinet Martin", "masqué", "give-message", doctor)),
        row(DOCTOR, BLOCKED, new Right.Message()),
        row(LAWYER, LAWYERS_VIP, new Right.Customer()),
        row(LAWYER, STRANGER, new Right.Customer()),
        row(LAWYER, WITHHELD, new Right.Customer()),
        row(LAWYER, LAWYERS_BLOCKED, new Right.Message()),
        row(
            PLUMBER,
            PLUMBERS_VIP,
            desk("Plomberie Lou", "Agence Horizon", "give-message", plumber)),
        row(PLUMBER, STRANGER, desk("Plomberie Lou", "06 39 98 55 55", "give-message", plumber)),
        row(PLUMBER, WITHHELD, desk("Plomberie Lou", "masqué", "give-message", plumber)),
        row(PLUMBER, PLUMBERS_BLOCKED, new Right.Message()),
        row(VIP_DIRECT, VIP, new Right.Customer()),
        row(VIP_DIRECT, STRANGER, desk("Atelier Essai", "06 39 98 55 55", "give-message", trial)),
        row(VIP_DIRECT, WITHHELD, desk("Atelier Essai", "masqué", "give-message", trial)),
        row(VIP_DIRECT, BLOCKED, new Right.Message()),
        row(
            PROSPECTS,
            STRANGER,
            desk("Essai gratuit", "06 39 98 55 55", "give-message", "Bonjour, Hugo Lefèvre")));
  }

  private static Right desk(String customer, String caller, String verdict, String greeting) {
    return new Right.Desk(customer, caller, verdict, greeting);
  }

  private static org.junit.jupiter.params.provider.Arguments row(
      String line, String caller, Right right) {
    return org.junit.jupiter.params.provider.Arguments.of(line, caller, right);
  }

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
          context
              .getExecutionException()
              .ifPresent(failure -> browser.photograph("failed-callers"));

  @AfterAll
  static void goodbye() {
    browser.close();
  }

  @ParameterizedTest(name = "{1} on {0}: {2}")
  @MethodSource("table")
  void everyCallerIsTreatedAsTheLineSays(String line, String caller, Right right) {
    Instant began = Instant.now();
    Console secretary = line.equals(DOCTOR) ? camille : hugo;
    long cards = secretary.inFront().cards();
    try (Phones phones =
            Phones.behindTrunk(
                RunningSystem.trunk(),
                Map.of(
                    MOBILE,
                    Behaviour.answers(),
                    OFFICE,
                    Behaviour.answers(),
                    LAWYERS_MOBILE,
                    Behaviour.answers(),
                    LAWYERS_OFFICE,
                    Behaviour.answers()));
        SipCall call = Demo.caller(SYSTEM, caller).dialling(line).call()) {
      switch (right) {
        case Right.Message() -> hearsTheMessage(call, phones, caller, began);
        case Right.Customer() -> {
          String mobile = line.equals(LAWYER) ? LAWYERS_MOBILE : MOBILE;
          reachesTheCustomer(call, phones, mobile, caller, began);
        }
        case Right.Desk desk -> {
          Until.holds("the card of this call", () -> secretary.cards() == cards + 1);
          reachesTheDesk(secretary, desk, call);
          assertThat(phones.called()).isEmpty();
          Call told = JOURNAL.awaitEnd(Demo.known(caller), began);
          assertThat(told.outcome()).isEqualTo("TAKEN");
        }
      }
    }
  }

  /** Each call brings a clock of its own, which begins at zero. */
  @Test
  void aCallerAfterALongerConversationIsHeardAtOnce() {
    try (SipCall first = Demo.caller(SYSTEM, VIP).dialling(DOCTOR).call()) {
      answer(first);
      Until.holds("four seconds", () -> first.ear().packets() > PACKETS_OF_FOUR_SECONDS);
      first.hangUp();
    }
    camille.readyAgain();
    try (SipCall next =
        Demo.caller(SYSTEM, STRANGER).saying(Sound.tone(NEXT_SAYS)).dialling(DOCTOR).call()) {
      answer(next);
      Until.holds("she hears", Duration.ofSeconds(2), () -> camille.hears(NEXT_SAYS));
      next.hangUp();
    }
    camille.readyAgain();
  }

  private static void answer(SipCall call) {
    PlaywrightAssertions.assertThat(camille.inFront().byId("offer")).isVisible();
    camille.act("accept");
    assertThat(call.ear().awaitTone(Browser.VOICE, SOON)).isTrue();
  }

  private static void hearsTheMessage(SipCall call, Phones phones, String caller, Instant began) {
    call.awaitAnswer();
    assertThat(call.ear().awaitLoud(20, SOON)).isTrue();
    call.awaitEnd();
    Call told = JOURNAL.awaitEnd(Demo.known(caller), began);
    assertThat(told.outcome()).isEqualTo("MESSAGE");
    nobodyWasOffered(told);
    assertThat(phones.called()).isEmpty();
  }

  private static void reachesTheCustomer(
      SipCall call, Phones phones, String mobile, String caller, Instant began) {
    phones.awaitConversation(mobile);
    assertThat(phones.called()).containsExactly(mobile);
    assertThat(phones.ear().awaitTone(CALLER_SAYS, SOON)).isTrue();
    assertThat(call.ear().awaitTone(CUSTOMER_SAYS, SOON)).isTrue();
    call.hangUp();
    Call told = JOURNAL.awaitEnd(Demo.known(caller), began);
    assertThat(told.outcome()).isEqualTo("PUT_THROUGH");
    nobodyWasOffered(told);
  }

  private static void reachesTheDesk(Console secretary, Right.Desk right, SipCall call) {
    says(secretary, "card-customer", right.customer());
    says(secretary, "caller-name", right.caller());
    says(secretary, "card-greeting", right.greeting());
    PlaywrightAssertions.assertThat(secretary.byId("verdict"))
        .hasAttribute("data-verdict", right.verdict());
    Until.holds("nothing to be heard yet", () -> !secretary.hears(CALLER_SAYS));
    assertThat(call.ear().firstToneAt(Browser.VOICE)).isEmpty();
    secretary.act("accept");
    secretary.awaitPhase("talking");
    assertThat(call.ear().awaitTone(Browser.VOICE, SOON)).isTrue();
    Until.holds("the secretary hears the caller", () -> secretary.hears(CALLER_SAYS));
    assertThat(call.ear().firstToneAt(Browser.VOICE).orElseThrow()).isAfter(secretary.cardAt());
    call.hangUp();
    secretary.readyAgain();
  }

  private static void says(Console secretary, String part, String words) {
    PlaywrightAssertions.assertThat(secretary.byId(part)).containsText(words);
  }

  private static void nobodyWasOffered(Call call) {
    assertThat(JOURNAL.events(call.id())).extracting(Event::kind).doesNotContain("offered");
  }
}
