package io.permanence.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import io.permanence.e2e.Journal.Call;
import io.permanence.e2e.Journal.Event;
import io.permanence.testing.sip.Behaviour;
import io.permanence.testing.sip.Phones;
import io.permanence.testing.sip.SipCall;
import io.permanence.testing.sip.SipCaller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One call through everything: trunk, decision, card, sound, ladder, note, telling, app. */
@SuppressWarnings("NullAway.Init")
class JourneyTest {
  private static final String DOCTOR = "+33199001001";
  private static final String LAWYER = "+33199001002";
  private static final String VIP = "+33639980101";
  private static final String STRANGER = "+33639985555";
  private static final String BLOCKED = "+33639980201";
  private static final String MOBILE = "+33639980001";
  private static final String OFFICE = "+33199001005";
  private static final String REQUEST = "Renouvellement d’ordonnance avant vendredi, dossier 4711.";
  private static final Duration SOON = Duration.ofSeconds(10);

  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final Journal JOURNAL = new Journal(SYSTEM);
  private static final Inbox INBOX = new Inbox(SYSTEM.url("inbox"));
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

  @RegisterExtension
  final AfterTestExecutionCallback failed =
      context ->
          context
              .getExecutionException()
              .ifPresent(
                  failure ->
                      browser.photograph("failed-" + context.getRequiredTestMethod().getName()));

  @AfterAll
  static void goodbye() {
    browser.close();
  }

  @Test
  void aVipIsShownBeforeHeardAnnouncedToTheCustomerAndPutThrough() {
    INBOX.clear();
    Instant began = Instant.now();
    CustomerApp app =
        new CustomerApp(browser.person("fr-FR", 390, 844))
            .signIn(SYSTEM.url("app"), SYSTEM.account("customer-owner", 0));
    app.allowNotificationsOnly();
    try (Phones phones =
            Phones.behindTrunk(
                RunningSystem.trunk(),
                Map.of(MOBILE, Behaviour.busy(), OFFICE, Behaviour.answers()));
        SipCall call = caller(VIP).dialling(DOCTOR).call()) {
      assertThat(camille.card()).containsText("Martin");
      assertThat(camille.byId("caller-name")).containsText("Clinique Saint-Jean");
      assertThat(camille.byId("verdict")).hasAttribute("data-verdict", "connect");
      camille.screenshot("console-offer");
      camille.act("accept");
      camille.awaitPhase("talking");
      assertThat(call.ear().awaitLoud(50, SOON)).isTrue();
      Until.holds("the secretary hears the caller", () -> camille.hears(Demo.CALLER_SAYS));
      camille.screenshot("console-talking");

      camille.act("consult");
      camille
          .page()
          .getByRole(com.microsoft.playwright.options.AriaRole.DIALOG)
          .getByText("01 99 00 10 05")
          .first()
          .click();
      phones.awaitConversation(OFFICE);
      camille.awaitPhase("consulting");
      camille.screenshot("console-consulting");
      camille.act("complete");
      assertThat(phones.ear().awaitTone(440, SOON)).isTrue();
      assertThat(call.ear().awaitTone(880, SOON)).isTrue();

      camille.sendNote("Jeanne Petit", REQUEST, true);
      call.hangUp();
    }
    Call told = JOURNAL.awaitEnd(VIP, began);
    assertThat(told.outcome()).isEqualTo("PUT_THROUGH");
    List<Event> events = JOURNAL.events(told.id());
    assertThat(at(events, "card-shown")).isBeforeOrEqualTo(at(events, "answered"));
    assertThat(events).extracting(Event::kind).containsOnlyOnce("ended");

    String note = JOURNAL.noteOf(told.id());
    List<JsonNode> mails = INBOX.await("email", mail -> mail.contains("dossier 4711"));
    List<JsonNode> texts = INBOX.await("sms", text -> text.contains("Jeanne Petit"));
    List<JsonNode> pushes = INBOX.await("push", push -> push.contains(note));
    assertThat(mails).hasSize(1);
    assertThat(texts).hasSize(1);
    assertThat(pushes).hasSize(1);
    assertThat(mails.getFirst().path("subject").asText()).contains("URGENT", "Jeanne Petit");
    assertThat(mails.getFirst().path("text").asText()).contains("+33639980101", REQUEST);
    assertThat(texts.getFirst().path("text").asText()).contains("Jeanne Petit");
    assertThat(pushes.getFirst().toString()).doesNotContain("Jeanne", "dossier 4711", "39980101");

    app.page().reload();
    app.byId("call-row").filter(new Locator.FilterOptions().setHasText(REQUEST)).first().click();
    assertThat(app.byId("note-request")).containsText(REQUEST);
    assertThat(app.byId("reason")).isVisible();
    app.byId("deliveries").locator("summary").click();
    assertThat(app.byId("deliveries").locator(".state-delivered"))
        .hasText(Pattern.compile("remis"));
    assertThat(app.byId("deliveries").locator(".state-sent")).hasCount(2);
    app.screenshot("app-note");
    assertThat(told("sms")).hasAttribute("data-state", "delivered");
    assertThat(told("push")).hasAttribute("data-state", "sent");
    assertThat(told("email")).hasAttribute("data-state", "sent");
    camille.screenshot("console-note-sent");
    camille.ready();
  }

  @Test
  void aStrangerUnderVipReachesTheSecretaryWhoMayNotPutThrough() {
    Instant began = Instant.now();
    try (SipCall call = caller(STRANGER).dialling(DOCTOR).call()) {
      camille.card();
      assertThat(camille.byId("verdict")).not().hasAttribute("data-verdict", "connect");
      camille.act("accept");
      camille.awaitPhase("talking");
      call.hangUp();
    }
    camille.sendNote("Paul Inconnu", "Demande un rendez-vous.", false);
    assertThat(JOURNAL.awaitEnd(STRANGER, began).outcome()).isEqualTo("TAKEN");
    camille.ready();
  }

  @Test
  void aBlockedCallerNeverRingsAtTheDesk() {
    Instant began = Instant.now();
    try (SipCall call = caller(BLOCKED).dialling(DOCTOR).call()) {
      call.awaitAnswer();
      assertThat(call.ear().awaitLoud(20, SOON)).isTrue();
      call.awaitEnd();
    }
    Call told = JOURNAL.awaitEnd(BLOCKED, began);
    assertThat(JOURNAL.events(told.id())).extracting(Event::kind).doesNotContain("offered");
    assertThat(told.outcome()).isEqualTo("MESSAGE");
  }

  @Test
  void aWithheldCallerIsSaidToBeOne() {
    Instant began = Instant.now();
    try (SipCall call = caller("anonymous").dialling(DOCTOR).call()) {
      camille.card();
      assertThat(camille.byId("caller-name")).containsText("masqué");
      call.hangUp();
    }
    assertThat(JOURNAL.awaitEnd("", began).outcome()).isEqualTo("LOST");
    camille.ready();
  }

  @Test
  void underAllDirectTheCustomersTelephoneRingsAtOnceAndBusyLeadsToTheNextNumber() {
    Instant began = Instant.now();
    String first = ladder(LAWYER, 0);
    String second = ladder(LAWYER, 1);
    try (Phones phones =
            Phones.behindTrunk(
                RunningSystem.trunk(),
                Map.of(first, Behaviour.busy(), second, Behaviour.answers()));
        SipCall call = caller(STRANGER).dialling(LAWYER).call()) {
      phones.awaitConversation(second);
      assertThat(phones.called()).containsExactly(first, second);
      assertThat(phones.ear().awaitTone(440, SOON)).isTrue();
      assertThat(call.ear().awaitTone(880, SOON)).isTrue();
      call.hangUp();
    }
    assertThat(JOURNAL.awaitEnd(STRANGER, began).outcome()).isEqualTo("PUT_THROUGH");
  }

  /** What the console says of that message of the note she sent. */
  private static Locator told(String channel) {
    return camille.byId("note-sent").locator("[data-channel=" + channel + "]");
  }

  private static SipCaller caller(String number) {
    return SipCaller.through(SYSTEM.sip()).calling(number);
  }

  private static String ladder(String line, int rung) {
    for (JsonNode known : SYSTEM.state("lines")) {
      if (known.path("number").asText().equals(line)) {
        return known.path("forwarding").path(rung).asText();
      }
    }
    throw new AssertionError("no line " + line);
  }

  private static Instant at(List<Event> events, String kind) {
    return events.stream()
        .filter(event -> event.kind().equals(kind))
        .findFirst()
        .orElseThrow(() -> new AssertionError(kind + " is not among " + events))
        .at();
  }
}
