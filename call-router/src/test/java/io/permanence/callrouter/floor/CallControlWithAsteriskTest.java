package io.permanence.callrouter.floor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.permanence.testing.sip.Behaviour;
import io.permanence.testing.sip.Phones;
import io.permanence.testing.sip.SipCall;
import io.permanence.testing.sip.SipCaller;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Transfer, conference, parking, keys: with a real Asterisk, and who hears whom. */
class CallControlWithAsteriskTest {
  private static final Duration SOON = Duration.ofSeconds(8);
  private static final Duration A_MOMENT = Duration.ofMillis(700);
  private static final int CALLERS_TONE = 440;
  private static final int CUSTOMERS_TONE = 880;
  private static final int SECRETARYS_TONE = 1200;

  private static House house;
  private Phones customer;
  private Workplace camille;
  private Workplace lea;

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
    customer = customerWho(Behaviour.answersAfter(Duration.ofMillis(400)));
    camille = Workplace.of(house, "camille").ready();
    lea = Workplace.of(house, "lea");
  }

  private static Phones customerWho(Behaviour behaviour) {
    return Phones.behindTrunk(
        house.asterisk.trunk(), Map.of(House.ANSWERING, behaviour, House.BUSY, Behaviour.busy()));
  }

  /** Whatever was done: nothing rings, no channel is left over. */
  @AfterEach
  void nothingIsLeftOver() {
    camille.close();
    lea.close();
    boolean empty = eventually(() -> house.channels().isEmpty());
    customer.close();
    assertThat(empty).as("channels left: " + house.channels()).isTrue();
  }

  private static boolean eventually(BooleanSupplier condition) {
    Instant end = Instant.now().plus(SOON);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        return false;
      }
      Thread.onSpinWait();
    }
    return true;
  }

  private static SipCall call() {
    return SipCaller.through(house.asterisk.sip()).dialling(House.LINE).call();
  }

  private JsonNode awaitConsultation(String call, String state, Instant since) {
    return camille
        .console
        .await(
            "call-state",
            since,
            message ->
                message.path("call").path("callId").asText().equals(call)
                    && message
                        .path("call")
                        .path("consultation")
                        .path("state")
                        .asText()
                        .equals(state))
        .message()
        .path("call");
  }

  /** The customer on the line with the secretary, the caller in music. */
  private String consulted(Instant before) {
    String call = camille.takes(before);
    camille.does(call, "consult");
    awaitConsultation(call, "connected", before);
    return call;
  }

  @Test
  void aBlindTransferClimbsTheLadderAndCallerAndCustomerTalk() {
    Instant before = Instant.now();
    try (SipCall caller = call()) {
      String call = camille.takes(before);
      camille.does(call, "blind");
      camille.console.awaitPhase(call, "transferring", before);
      assertThat(caller.ear().awaitTone(CUSTOMERS_TONE, SOON)).isTrue();
      assertThat(customer.ear().awaitTone(CALLERS_TONE, SOON)).isTrue();
      JsonNode state = camille.console.awaitPhase(call, "wrapping", before);
      assertThat(state.path("ending").asText()).isEqualTo("put-through");
      assertThat(state.path("ladder").findValuesAsText("outcome"))
          .containsExactly("busy", "answered");
      caller.hangUp();
      customer.awaitGone(House.ANSWERING);
    }
  }

  @Test
  void aBlindTransferThatReachesNobodyGivesTheSecretaryTheCallerBack() {
    customer.close();
    customer = customerWho(Behaviour.refuses());
    Instant before = Instant.now();
    try (SipCall caller = call()) {
      String call = camille.takes(before);
      camille.does(call, "blind");
      JsonNode held = camille.console.awaitPhase(call, "held", before);
      assertThat(held.path("ladder").findValuesAsText("outcome"))
          .containsExactly("busy", "refused");
      camille.console.await(
          "notice", before, message -> message.path("code").asText().equals("transfer-failed"));
      camille.does(call, "resume");
      assertThat(caller.ear().awaitTone(SECRETARYS_TONE, SOON)).isTrue();
      caller.hangUp();
    }
  }

  @Test
  void whoIsLetGoAndReachesNobodyIsOfferedAgainBeforeOthers() {
    customer.close();
    customer = customerWho(Behaviour.neverAnswers());
    Instant before = Instant.now();
    try (SipCall caller = call()) {
      String call = camille.takes(before);
      camille.does(call, "blind");
      camille.does(call, "let-go");
      camille.console.awaitPhase(call, "wrapping", before);
      Instant left = Instant.now();
      lea.ready();
      customer.awaitCall(House.ANSWERING);
      // rings 10 seconds, then the desk
      assertThat(lea.takes(left)).isEqualTo(call);
      assertThat(caller.ear().awaitTone(SECRETARYS_TONE, SOON)).isTrue();
      caller.hangUp();
    }
  }

  @Test
  void theCallerWhoHangsUpWhileTheTransferRingsLeavesNoLegRinging() {
    customer.close();
    customer = customerWho(Behaviour.neverAnswers());
    Instant before = Instant.now();
    try (SipCall caller = call()) {
      String call = camille.takes(before);
      camille.does(call, "blind");
      customer.awaitCall(House.ANSWERING);
      caller.hangUp();
      customer.awaitGone(House.ANSWERING);
      camille.console.awaitPhase(call, "wrapping", before);
    }
  }

  @Test
  void aTransferIsCancelledAndTheCallerIsBack() {
    customer.close();
    customer = customerWho(Behaviour.neverAnswers());
    Instant before = Instant.now();
    try (SipCall caller = call()) {
      String call = camille.takes(before);
      camille.does(call, "blind");
      customer.awaitCall(House.ANSWERING);
      camille.does(call, "cancel");
      assertThat(caller.ear().awaitTone(SECRETARYS_TONE, SOON)).isTrue();
      customer.awaitGone(House.ANSWERING);
      caller.hangUp();
    }
  }

  @Test
  void theConsultationClimbsTheLadderAndBecomesAConferenceOfThree() {
    Instant before = Instant.now();
    try (SipCall caller = call()) {
      String call = consulted(before);
      assertThat(caller.ear().awaitTone(CUSTOMERS_TONE, A_MOMENT)).isFalse();
      camille.does(call, "conference");
      camille.console.awaitPhase(call, "conference", before);
      assertThat(caller.ear().awaitTogether(SOON, CUSTOMERS_TONE, SECRETARYS_TONE)).isTrue();
      assertThat(customer.ear().awaitTogether(SOON, CALLERS_TONE, SECRETARYS_TONE)).isTrue();
      assertThat(camille.phone.ear().awaitTogether(SOON, CALLERS_TONE, CUSTOMERS_TONE)).isTrue();

      Instant left = Instant.now();
      camille.does(call, "complete");
      camille.console.awaitPhase(call, "wrapping", left);
      assertThat(caller.ear().awaitTone(CUSTOMERS_TONE, SOON)).isTrue();
      assertThat(customer.ear().awaitTone(CALLERS_TONE, SOON)).isTrue();
      caller.hangUp();
      customer.awaitGone(House.ANSWERING);
    }
  }

  @Test
  void theCustomerLeavesTheConferenceAndCallerAndSecretaryStay() {
    Instant before = Instant.now();
    try (SipCall caller = call()) {
      String call = consulted(before);
      camille.does(call, "conference");
      assertThat(caller.ear().awaitTogether(SOON, CUSTOMERS_TONE, SECRETARYS_TONE)).isTrue();
      Instant left = Instant.now();
      customer.hangUp(House.ANSWERING);
      camille.console.awaitPhase(call, "talking", left);
      assertThat(caller.ear().awaitTone(SECRETARYS_TONE, SOON)).isTrue();
      assertThat(camille.phone.ear().awaitTone(CALLERS_TONE, SOON)).isTrue();
      caller.hangUp();
      camille.console.awaitPhase(call, "wrapping", left);
    }
  }

  @Test
  void theConferenceEndsWithTheCallerAloneOrBackInMusic() {
    Instant before = Instant.now();
    try (SipCall caller = call()) {
      String call = consulted(before);
      camille.does(call, "conference");
      assertThat(caller.ear().awaitTogether(SOON, CUSTOMERS_TONE, SECRETARYS_TONE)).isTrue();
      camille.does(call, "hold");
      awaitConsultation(call, "connected", before);
      assertThat(caller.ear().awaitTone(CUSTOMERS_TONE, A_MOMENT)).isFalse();
      assertThat(camille.phone.ear().awaitTone(CUSTOMERS_TONE, SOON)).isTrue();
      camille.does(call, "conference");
      assertThat(caller.ear().awaitTogether(SOON, CUSTOMERS_TONE, SECRETARYS_TONE)).isTrue();
      camille.does(call, "cancel");
      customer.awaitGone(House.ANSWERING);
      assertThat(caller.ear().awaitTone(SECRETARYS_TONE, SOON)).isTrue();
      caller.hangUp();
    }
  }

  @Test
  void aParkedCallerIsPickedUpByAColleague() {
    Instant before = Instant.now();
    try (SipCall caller = call()) {
      String call = camille.takes(before);
      ConsoleClient.Answer parked = camille.asks(call, "park");
      assertThat(parked.status()).isEqualTo(200);
      assertThat(parked.body().path("parkedSlot").asInt()).isEqualTo(1);
      assertThat(parked.body().path("ending").asText()).isEqualTo("parked");
      assertThat(caller.ear().awaitTone(SECRETARYS_TONE, A_MOMENT)).isFalse();
      JsonNode place =
          lea.console
              .await(
                  "team",
                  before,
                  message ->
                      message.path("team").path("parked").findValuesAsText("callId").contains(call))
              .message()
              .path("team")
              .path("parked")
              .path(0);
      assertThat(place.path("slot").asInt()).isEqualTo(1);
      assertThat(place.path("customerName").asText()).isEqualTo("Cabinet Martin");

      Instant picked = Instant.now();
      lea.does(call, "pick-up");
      lea.console.awaitPhase(call, "talking", picked);
      assertThat(caller.ear().awaitTone(SECRETARYS_TONE, SOON)).isTrue();
      assertThat(lea.phone.ear().awaitTone(CALLERS_TONE, SOON)).isTrue();
      assertThat(lea.console.get("/calls/" + call + "/card").status()).isEqualTo(200);
      caller.hangUp();
      lea.console.awaitPhase(call, "wrapping", picked);
    }
  }

  @Test
  void aCallerWhoHangsUpWhileParkedIsOver() {
    Instant before = Instant.now();
    try (SipCall caller = call()) {
      String call = camille.takes(before);
      camille.does(call, "park");
      caller.hangUp();
      assertThat(eventually(() -> lea.asks(call, "pick-up").status() == 404)).isTrue();
    }
  }

  @Test
  void aSecretaryWithAnotherCallPicksNobodyUp() {
    Instant before = Instant.now();
    try (SipCall first = call()) {
      String parked = camille.takes(before);
      camille.does(parked, "park");
      camille.ready();
      Instant again = Instant.now();
      try (SipCall second = call()) {
        camille.takes(again);
        ConsoleClient.Answer refused = camille.asks(parked, "pick-up");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("rule").asText()).isEqualTo("needs-free-secretary");
        second.hangUp();
      }
      first.hangUp();
    }
  }

  @Test
  void keysReachWhomSheHears() {
    Instant before = Instant.now();
    try (SipCall caller = call()) {
      String call = consulted(before);
      ConsoleClient.Answer answer =
          camille.console.command(call, Map.of("command", "digits", "digits", "15#"));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(customer.ear().awaitKeys("15#", SOON)).as(customer.ear().keys()).isTrue();
      assertThat(caller.ear().keys()).isEmpty();
      assertThat(
              camille.console.command(call, Map.of("command", "digits", "digits", "1;2")).status())
          .isEqualTo(400);
      caller.hangUp();
    }
  }
}
