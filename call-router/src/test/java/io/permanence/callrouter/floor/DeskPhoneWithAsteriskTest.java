package io.permanence.callrouter.floor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.permanence.testing.sip.Behaviour;
import io.permanence.testing.sip.SipCall;
import io.permanence.testing.sip.SipCaller;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A desk phone still rings for a caller who is not offered any more when the next one is. */
class DeskPhoneWithAsteriskTest {
  private static final Duration SOON = Duration.ofSeconds(8);
  private static final Duration LIFTED_AFTER = Duration.ofSeconds(2);

  private House house;
  private Workplace camille;

  @BeforeEach
  void sheIsReady() {
    house = new House();
    camille =
        Workplace.of(house, "camille", Workplace.TONE, Behaviour.answersAfter(LIFTED_AFTER))
            .ready();
  }

  @AfterEach
  void sheLeaves() {
    camille.goesAway();
    house.close();
  }

  private SipCall call() {
    return SipCaller.through(house.asterisk.sip()).dialling(House.LINE).call();
  }

  private JsonNode offer(Instant since) {
    return camille.console.await("offer", since, message -> true).message().path("offer");
  }

  /** The first caller is offered, and her telephone rings. */
  private JsonNode rings() {
    JsonNode offer = offer(Instant.EPOCH);
    camille.phone.awaitCall("");
    return offer;
  }

  private void takesWhoIsOfferedSince(Instant since, SipCall second) {
    JsonNode offer = offer(since);
    assertThat(camille.console.take(offer).status()).isEqualTo(200);
    camille.console.awaitPhase(offer.path("callId").asText(), "talking", since);
    assertThat(second.ear().awaitTone(Workplace.TONE, SOON)).isTrue();
  }

  @Test
  void whenTheFirstCallerHangsUp() {
    try (SipCall first = call()) {
      rings();
      try (SipCall second = call()) {
        second.awaitAnswer();
        Instant left = Instant.now();
        first.hangUp();
        takesWhoIsOfferedSince(left, second);
        second.hangUp();
      }
    }
  }

  @Test
  void whenTheFirstCallerHangsUpAfterSheLifted() {
    try (SipCall first = call()) {
      rings();
      camille.phone.awaitConversation("");
      try (SipCall second = call()) {
        second.awaitAnswer();
        Instant left = Instant.now();
        first.hangUp();
        takesWhoIsOfferedSince(left, second);
        second.hangUp();
      }
    }
  }

  @Test
  void whenSheDeclinesTheFirst() {
    try (SipCall first = call()) {
      JsonNode declined = rings();
      try (SipCall second = call()) {
        second.awaitAnswer();
        Instant left = Instant.now();
        ConsoleClient.Answer answer =
            camille.console.command(
                declined.path("callId").asText(),
                Map.of("command", "decline", "offerId", declined.path("offerId").asText()));
        assertThat(answer.status()).isEqualTo(200);
        takesWhoIsOfferedSince(left, second);
        second.hangUp();
      }
      first.hangUp();
    }
  }
}
