package io.permanence.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.permanence.e2e.Demo.CALLER_SAYS;
import static io.permanence.e2e.Demo.DOCTOR;
import static io.permanence.e2e.Demo.SOON;
import static io.permanence.e2e.Demo.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.permanence.testing.sip.SipCall;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A supervisor with the telephone in her browser listens to a secretary in another browser,
 * whispers, takes part and leaves; the secretary reads on her screen what is done (B10).
 */
@SuppressWarnings("NullAway.Init")
class SupervisionTest {
  private static final int SUPERVISOR_SAYS = 2300;
  private static final Duration A_WHILE = Duration.ofSeconds(2);
  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static Browser office;
  private static Browser glassRoom;
  private static Console ines;
  private static Console supervisor;

  @BeforeAll
  static void bothSitDown() {
    office = Browser.open();
    glassRoom = Browser.open(SUPERVISOR_SAYS);
    ines =
        new Console(office.person("fr-FR", 1440, 900))
            .signIn(SYSTEM.url("console"), SYSTEM.account("secretary", 1))
            .ready();
    supervisor =
        new Console(glassRoom.person("fr-FR", 1440, 900))
            .signIn(SYSTEM.url("console"), SYSTEM.account("supervisor", 0));
  }

  @RegisterExtension
  final AfterTestExecutionCallback failed =
      context ->
          context
              .getExecutionException()
              .ifPresent(
                  failure -> {
                    office.photograph("failed-supervised");
                    glassRoom.photograph("failed-supervisor");
                  });

  @AfterAll
  static void goodbye() {
    office.close();
    glassRoom.close();
  }

  private static void supervises(String mode) {
    supervisor.byId("supervise-" + mode).first().click();
    assertThat(ines.byId("supervised")).hasAttribute("data-mode", mode);
    assertThat(supervisor.byId("supervise-" + mode).first()).hasAttribute("aria-pressed", "true");
  }

  private static void hears(String who, Console console, int tone) {
    Until.holds(who + " hears " + tone + " Hz", () -> console.hears(tone));
  }

  @Test
  void theSupervisorListensWhispersTakesPartAndLeavesAndTheSecretarySeesIt() {
    try (SipCall caller = Demo.caller(SYSTEM, STRANGER).dialling(DOCTOR).call()) {
      ines.card();
      ines.act("accept");
      ines.awaitPhase("talking");
      hears("the secretary", ines, CALLER_SAYS);
      assertThat(caller.ear().awaitTone(Browser.VOICE, SOON)).isTrue();

      supervises("listen");
      hears("the supervisor", supervisor, CALLER_SAYS);
      hears("the supervisor", supervisor, Browser.VOICE);
      Instant listens = Instant.now();
      assertThat(caller.ear().awaitTogether(A_WHILE, SUPERVISOR_SAYS)).isFalse();
      assertThat(caller.ear().hearsAmongOthers(SUPERVISOR_SAYS, listens)).isFalse();
      assertThat(ines.hears(SUPERVISOR_SAYS)).isFalse();
      ines.screenshot("supervised-listen");
      supervisor.screenshot("supervisor-listen");

      supervises("whisper");
      hears("the secretary", ines, SUPERVISOR_SAYS);
      hears("the secretary", ines, CALLER_SAYS);
      Instant whispers = Instant.now();
      assertThat(caller.ear().awaitTogether(A_WHILE, SUPERVISOR_SAYS)).isFalse();
      assertThat(caller.ear().hearsAmongOthers(SUPERVISOR_SAYS, whispers)).isFalse();
      hears("the supervisor", supervisor, CALLER_SAYS);
      ines.screenshot("supervised-whisper");

      supervises("barge");
      assertThat(caller.ear().awaitTogether(SOON, SUPERVISOR_SAYS, Browser.VOICE)).isTrue();
      hears("the secretary", ines, SUPERVISOR_SAYS);
      hears("the supervisor", supervisor, CALLER_SAYS);
      ines.screenshot("supervised-barge");

      supervisor.byId("supervise-leave").click();
      assertThat(ines.byId("supervised")).isHidden();
      Until.holds("the secretary hears the supervisor no more", () -> !ines.hears(SUPERVISOR_SAYS));
      Instant left = Instant.now();
      hears("the secretary", ines, CALLER_SAYS);
      assertThat(caller.ear().awaitTone(Browser.VOICE, SOON)).isTrue();
      assertThat(caller.ear().hearsAmongOthers(SUPERVISOR_SAYS, left)).isFalse();
      ines.awaitPhase("talking");
      assertThat(supervisor.byId("supervise-listen").first()).isVisible();
      caller.hangUp();
    }
    ines.awaitState("wrap-up");
  }

  @Test
  void whenTheCallEndsTheSupervisorIsOutOfItByItself() {
    ines.readyAgain();
    try (SipCall caller = Demo.caller(SYSTEM, STRANGER).dialling(DOCTOR).call()) {
      ines.card();
      ines.act("accept");
      ines.awaitPhase("talking");
      supervises("listen");
      hears("the supervisor", supervisor, CALLER_SAYS);
      caller.hangUp();
    }
    ines.awaitState("wrap-up");
    Locator leave = supervisor.byId("supervise-leave");
    assertThat(leave).isHidden();
    Until.holds("silence for the supervisor", () -> !supervisor.hears(CALLER_SAYS));
    assertThat(supervisor.byId("telephone-state")).hasAttribute("data-resting", "true");
  }
}
