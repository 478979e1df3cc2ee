package io.permanence.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.permanence.e2e.Demo.PLUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.permanence.testing.sip.SipCall;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A push while the telephone rings (C1, C3): none before the person chose so in the app, then one a
 * call to the device that was allowed to receive, without a word of who calls. The plumber's
 * password is a temporary one.
 */
@SuppressWarnings("NullAway.Init")
class IncomingCallPushTest {
  private static final String CALLER = "+33639985511";
  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final Journal JOURNAL = new Journal(SYSTEM);
  private static final Inbox INBOX = new Inbox(SYSTEM.url("inbox"));
  private static Browser browser;
  private static CustomerApp app;

  @BeforeAll
  static void thePlumberAllowsNotifications() {
    browser = Browser.open();
    app = new CustomerApp(browser.person("fr-FR", 390, 844));
    RunningSystem.Account lou = SYSTEM.account("customer-owner", 2);
    app.signIn(SYSTEM.url("app"), lou);
    app.byId("current-password").fill(lou.password());
    app.byId("new-password").fill("un long secret bien choisi");
    app.byId("save-password").click();
    app.allowNotificationsOnly();
  }

  @RegisterExtension
  final AfterTestExecutionCallback failed =
      context ->
          context
              .getExecutionException()
              .ifPresent(failure -> browser.photograph("failed-incoming-call"));

  @AfterAll
  static void goodbye() {
    browser.close();
  }

  @Test
  void whoSwitchedItOnIsToldOncePerCallWhileItRingsAndNobodyElse() {
    String before = lostCall();
    choose(true);
    Instant began = Instant.now();
    String told;
    try (SipCall ringing = Demo.caller(SYSTEM, CALLER).dialling(PLUMBER).call()) {
      told = JOURNAL.await(CALLER, began).id();
      JsonNode push = INBOX.await("push", each -> isOfRinging(each, told)).getFirst();
      assertThat(JOURNAL.await(CALLER, began).outcome()).as("it still rings").isEmpty();
      assertThat(push.path("text").asText()).isEqualTo("Un appel arrive pour vous.");
      assertThat(push.toString()).doesNotContain("39985511", "39 98 55 11", "99001003");
      ringing.hangUp();
    }
    JOURNAL.awaitEnd(CALLER, began);
    choose(false);
    String after = lostCall();
    assertThat(INBOX.of("push"))
        .extracting(JsonNode::toString)
        .noneMatch(push -> isOfRinging(push, before) || isOfRinging(push, after))
        .filteredOn(push -> isOfRinging(push, told))
        .hasSize(1);
  }

  private static boolean isOfRinging(String push, String call) {
    return push.contains("INCOMING_CALL") && push.contains(call);
  }

  /** A call that rings and is given up; over once the device was told that it was lost. */
  private static String lostCall() {
    Instant began = Instant.now();
    try (SipCall ringing = Demo.caller(SYSTEM, CALLER).dialling(PLUMBER).call()) {
      JOURNAL.await(CALLER, began);
      ringing.hangUp();
    }
    String call = JOURNAL.awaitEnd(CALLER, began).id();
    INBOX.await("push", push -> push.contains("LOST_CALL") && push.contains(call));
    return call;
  }

  private static void choose(boolean on) {
    app.page().navigate(SYSTEM.url("app") + "settings/notifications");
    app.byId("incoming-calls").setChecked(on);
    app.byId("save-preferences").click();
    assertThat(app.byId("notice")).isVisible();
  }
}
