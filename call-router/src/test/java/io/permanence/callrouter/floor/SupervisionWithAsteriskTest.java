package io.permanence.callrouter.floor;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.id.NoteId;
import io.permanence.testing.sip.SipCall;
import io.permanence.testing.sip.SipCaller;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Listen, whisper, barge: who hears whom, with a real Asterisk and a voice for each. */
class SupervisionWithAsteriskTest {
  private static final Duration SOON = Duration.ofSeconds(8);
  private static final Duration A_WHILE = Duration.ofMillis(1_500);
  private static final int CALLERS_TONE = 440;
  private static final int SECRETARYS_TONE = Workplace.TONE;
  private static final int SUPERVISORS_TONE = 1_700;

  private static House house;
  private Workplace camille;
  private Workplace sophie;

  @BeforeAll
  static void open() {
    house = new House();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void everybodyIsThere() {
    camille = Workplace.of(house, "camille").ready();
    sophie = Workplace.of(house, "sophie", SUPERVISORS_TONE);
  }

  @AfterEach
  void nothingIsLeftOver() {
    camille.close();
    sophie.close();
    eventually(() -> house.channels().isEmpty());
  }

  private static void eventually(BooleanSupplier condition) {
    Instant end = Instant.now().plus(SOON);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private static SipCall call() {
    return SipCaller.through(house.asterisk.sip()).dialling(House.LINE).call();
  }

  private ConsoleClient.Answer supervises(String mode) {
    return sophie.console.send(
        "PUT", "/secretaries/" + House.CAMILLE + "/supervision", Map.of("mode", mode));
  }

  private void camilleIsTold(String call, String mode, Instant since) {
    camille.console.await(
        "call-state",
        since,
        m ->
            m.path("call").path("callId").asText().equals(call)
                && m.path("call").path("supervision").path("mode").asText().equals(mode)
                && m.path("call").path("supervision").path("supervisor").asText().equals("Sophie"));
  }

  @Test
  void theSupervisorListensWhispersAndTakesPartAndTheSecretaryKnows() {
    Instant before = Instant.now();
    try (SipCall caller = call()) {
      String call = camille.takes(before);
      assertThat(caller.ear().awaitTone(SECRETARYS_TONE, SOON)).isTrue();

      ConsoleClient.Answer listening = supervises("listen");
      assertThat(listening.status()).as(listening.body().toString()).isEqualTo(200);
      camilleIsTold(call, "listen", before);
      Instant listens = Instant.now();
      assertThat(sophie.phone.ear().awaitTogether(SOON, CALLERS_TONE, SECRETARYS_TONE)).isTrue();
      assertThat(caller.ear().awaitTogether(A_WHILE, SUPERVISORS_TONE)).isFalse();
      assertThat(camille.phone.ear().hearsAmongOthers(SUPERVISORS_TONE, listens)).isFalse();

      assertThat(supervises("whisper").status()).isEqualTo(200);
      camilleIsTold(call, "whisper", listens);
      Instant whispers = Instant.now();
      assertThat(camille.phone.ear().awaitTogether(SOON, SUPERVISORS_TONE, CALLERS_TONE)).isTrue();
      assertThat(caller.ear().awaitTogether(A_WHILE, SUPERVISORS_TONE)).isFalse();
      assertThat(caller.ear().hearsAmongOthers(SUPERVISORS_TONE, whispers)).isFalse();
      assertThat(sophie.phone.ear().awaitTogether(SOON, CALLERS_TONE, SECRETARYS_TONE)).isTrue();

      assertThat(supervises("barge").status()).isEqualTo(200);
      camilleIsTold(call, "barge", whispers);
      assertThat(caller.ear().awaitTogether(SOON, SUPERVISORS_TONE, SECRETARYS_TONE)).isTrue();
      assertThat(sophie.phone.ear().awaitTogether(SOON, CALLERS_TONE, SECRETARYS_TONE)).isTrue();

      Instant leaves = Instant.now();
      assertThat(sophie.console.send("DELETE", "/supervision", Map.of()).status()).isEqualTo(204);
      camille.console.await(
          "call-state", leaves, m -> m.path("call").path("supervision").isMissingNode());
      assertThat(caller.ear().awaitTone(SECRETARYS_TONE, SOON)).isTrue();
      assertThat(camille.phone.ear().awaitTone(CALLERS_TONE, SOON)).isTrue();
      caller.hangUp();
    }
  }

  @Test
  void listeningAndTakingPartEndWithTheCall() {
    for (String mode : new String[] {"listen", "barge"}) {
      Instant before = Instant.now();
      try (SipCall caller = call()) {
        String call = camille.takes(before);
        assertThat(supervises(mode).status()).isEqualTo(200);
        Instant over = Instant.now();
        caller.hangUp();
        camille.console.awaitPhase(call, "wrapping", over);
        sophie.console.awaitPresence("break", over);
        eventually(() -> house.channels().isEmpty());
        camille.ready();
      }
    }
  }

  @Test
  void aNoteThatTheSupervisorHadNotSentIsHerTaskWhenSheListensMeanwhile() {
    camille.console.send("PUT", "/presence", Map.of("state", "break", "reason", "lunch"));
    sophie.ready();
    Instant before = Instant.now();
    try (SipCall first = call()) {
      String hers = sophie.takes(before);
      String note = NoteId.random().toString();
      assertThat(sophie.console.send("PUT", "/notes/" + note, NoteBody.draft(hers)).status())
          .isEqualTo(200);
      first.hangUp();
      sophie.console.awaitPhase(hers, "wrapping", before);
      camille.ready();
      Instant next = Instant.now();
      try (SipCall second = call()) {
        camille.takes(next);
        assertThat(supervises("listen").status()).isEqualTo(200);
        sophie.console.await(
            "tasks",
            next,
            message -> message.path("tasks").findValuesAsText("noteId").contains(note));
        second.hangUp();
      }
    }
  }

  @Test
  void thereMustBeAConversationAndAnotherSecretary() {
    ConsoleClient.Answer nothing = supervises("listen");
    assertThat(nothing.status()).isEqualTo(409);
    assertThat(nothing.body().path("rule").asText()).isEqualTo("needs-conversation");
    ConsoleClient.Answer herself =
        sophie.console.send(
            "PUT", "/secretaries/" + House.SOPHIE + "/supervision", Map.of("mode", "listen"));
    assertThat(herself.body().path("rule").asText()).isEqualTo("another-secretary");
  }
}
