package io.permanence.callrouter.floor;

import static io.permanence.callrouter.journal.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.testing.sip.SipCall;
import io.permanence.testing.sip.SipCaller;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a secretary finds who comes back, and how she goes who may not (B4, D1, R1). */
class ComesBackWithAsteriskTest {
  private static final String NEXT_PASSWORD = "another correct horse";
  private static House house;
  private Workplace camille;

  @BeforeAll
  static void open() {
    house = new House();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void camilleComes() {
    camille = Workplace.of(house, "camille");
  }

  @AfterEach
  void camilleGoesHome() {
    camille.close();
  }

  private static SipCall call() {
    return SipCaller.through(house.asterisk.sip()).dialling(House.LINE).call();
  }

  @Test
  void whoHadACallDuringARestartTakesCallsAfterIt() {
    camille.ready();
    Instant before = Instant.now();
    try (SipCall caller = call()) {
      String call = camille.takes(before);
      house.restart();
      Instant again = Instant.now();
      camille.console.reconnects(house.port());
      camille.console.await("hello", again, message -> true);
      camille.console.send("PUT", "/telephone", Map.of("kind", "desk"));
      caller.hangUp();
      camille.console.awaitPhase(call, "wrapping", again);
      camille.console.awaitPresence("wrap-up", again);
      Instant wrapsUp = Instant.now();
      assertThat(
              camille
                  .console
                  .send("PUT", "/notes/" + noteId(), NoteBody.of(call, 1, "send"))
                  .status())
          .isEqualTo(200);
      camille.console.awaitPresence("ready", wrapsUp);
    }
  }

  private static String noteId() {
    return io.permanence.model.id.NoteId.random().toString();
  }

  @Test
  void theTelephoneOfABrowserThatStayedOpenIsKnownAgainAfterARestart() {
    camille.console.send("PUT", "/telephone", Map.of("kind", "browser"));
    Instant before = Instant.now();
    saysItsTelephoneIsThere();
    awaitBrowser(before);
    house.restart();
    Instant again = Instant.now();
    camille.console.reconnects(house.port());
    camille.console.await(
        "hello",
        again,
        message -> message.path("presence").path("telephone").path("kind").asText().equals("none"));
    saysItsTelephoneIsThere();
    awaitBrowser(again);
  }

  /** Without a microphone, so that nobody calls a browser that there is not. */
  private void saysItsTelephoneIsThere() {
    camille.console.say(
        Map.of(
            "type",
            "telephone-state",
            "kind",
            "browser",
            "registered",
            true,
            "microphone",
            "denied"));
  }

  private void awaitBrowser(Instant since) {
    camille.console.await(
        "presence",
        since,
        message -> {
          var telephone = message.path("presence").path("telephone");
          return telephone.path("kind").asText().equals("browser")
              && telephone.path("registered").asBoolean();
        });
  }

  @Test
  void whoseAccountIsDisabledIsOfferedNoMoreCalls() {
    camille.ready();
    house.database.execute(
        "update directory_account set disabled_at = now() where id = ?", House.CAMILLE.value());
    try {
      Instant before = Instant.now();
      camille.console.pings();
      camille.console.await(
          "signed-out", before, message -> message.path("reason").asText().equals("ended"));
      until(() -> lastSeen().equals("SIGNED_OFF"));
    } finally {
      house.database.execute(
          "update directory_account set disabled_at = null where id = ?", House.CAMILLE.value());
    }
  }

  private static String lastSeen() {
    return house
        .database
        .look("select state from secretary_state where account_id = ?", House.CAMILLE.value())
        .getFirst();
  }

  @Test
  void anOpenConsoleIsUsedHoweverQuietTheNight() {
    camille.ready();
    house.database.execute(
        "update directory_session set seen_at = now() - interval '239 minutes'"
            + " where account_id = ?",
        House.CAMILLE.value());
    camille.console.pings();
    until(
        () ->
            house
                    .database
                    .look(
                        "select 1 from directory_session where account_id = ?"
                            + " and seen_at > now() - interval '1 minute'",
                        House.CAMILLE.value())
                    .size()
                == 1);
  }

  @Test
  void aNewPasswordTakesHerOffTheOtherComputerAtOnce() {
    camille.ready();
    ConsoleClient elsewhere = ConsoleClient.stranger(house.port());
    signsIn(elsewhere);
    Instant before = Instant.now();
    assertThat(changed(elsewhere, House.PASSWORD, NEXT_PASSWORD)).isEqualTo(204);
    try {
      camille.console.await(
          "signed-out", before, message -> message.path("reason").asText().equals("ended"));
      until(() -> lastSeen().equals("SIGNED_OFF"));
    } finally {
      assertThat(changed(elsewhere, NEXT_PASSWORD, House.PASSWORD)).isEqualTo(204);
    }
  }

  @Test
  void aNewPasswordLeavesHerAtWorkWhereSheChangedIt() {
    camille.ready();
    assertThat(changed(camille.console, House.PASSWORD, NEXT_PASSWORD)).isEqualTo(204);
    assertThat(changed(camille.console, NEXT_PASSWORD, House.PASSWORD)).isEqualTo(204);
    camille.console.pings();
    Instant before = Instant.now();
    try (SipCall caller = call()) {
      String call = camille.takes(before);
      Instant over = Instant.now();
      caller.hangUp();
      camille.console.awaitPhase(call, "wrapping", over);
    }
    assertThat(camille.console.send("DELETE", "/session", Map.of()).status()).isEqualTo(204);
    camille.console.await("signed-out", before, message -> true);
  }

  private static void signsIn(ConsoleClient client) {
    assertThat(
            client
                .send("POST", "/session", Map.of("user", "camille", "password", House.PASSWORD))
                .status())
        .isEqualTo(200);
  }

  private static int changed(ConsoleClient client, String from, String to) {
    return client
        .send("POST", "/me/password", Map.of("currentPassword", from, "newPassword", to))
        .status();
  }
}
