package io.permanence.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.permanence.e2e.Demo.PLUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.permanence.testing.sip.SipCall;
import java.time.Instant;
import java.util.List;
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
    String before = rings();
    choose(true);
    Instant began = Instant.now();
    String call;
    try (SipCall ringing = Demo.caller(SYSTEM, CALLER).dialling(PLUMBER).call()) {
      call = JOURNAL.await(CALLER, began).id();
      List<JsonNode> pushes = INBOX.await("push", push -> push.contains(call));
      assertThat(JOURNAL.await(CALLER, began).outcome()).as("it still rings").isEmpty();
      assertThat(pushes).hasSize(1);
      assertThat(pushes.getFirst().path("text").asText()).isEqualTo("Un appel arrive pour vous.");
      assertThat(pushes.getFirst().toString())
          .contains("INCOMING_CALL")
          .doesNotContain("39985511", "39 98 55 11", "99001003");
      ringing.hangUp();
    }
    JOURNAL.awaitEnd(CALLER, began);
    choose(false);
    String after = rings();
    assertThat(INBOX.of("push"))
        .as("none of the calls before and after, one of the call between")
        .noneMatch(push -> push.toString().contains(before) || push.toString().contains(after))
        .filteredOn(push -> push.toString().contains(call))
        .hasSize(1);
  }

  /** A call that rings, is given up and is over: what is told of it was decided when it came. */
  private static String rings() {
    Instant began = Instant.now();
    try (SipCall ringing = Demo.caller(SYSTEM, CALLER).dialling(PLUMBER).call()) {
      JOURNAL.await(CALLER, began);
      ringing.hangUp();
    }
    return JOURNAL.awaitEnd(CALLER, began).id();
  }

  private static void choose(boolean on) {
    app.page().navigate(SYSTEM.url("app") + "settings/notifications");
    app.byId("incoming-calls").setChecked(on);
    app.byId("save-preferences").click();
    assertThat(app.byId("notice")).isVisible();
  }
}
