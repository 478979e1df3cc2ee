package io.permanence.callrouter.floor;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.testing.sip.Behaviour;
import io.permanence.testing.sip.Phones;
import io.permanence.testing.sip.SipCall;
import io.permanence.testing.sip.SipCaller;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a service that starts again finds of customers who are being reached (R1). */
class RestartWithAsteriskTest {
  private static final Duration SOON = Duration.ofSeconds(8);
  private static final int CALLERS_TONE = 440;
  private static final int CUSTOMERS_TONE = 880;
  private static final int SECRETARYS_TONE = 1200;

  private House house;
  private Phones customer;
  private Workplace camille;
  private Workplace lea;

  @BeforeEach
  void everybodyIsThere() {
    house = new House();
    customer = customerWho(Behaviour.neverAnswers());
    camille = Workplace.of(house, "camille").ready();
    lea = Workplace.of(house, "lea");
  }

  @AfterEach
  void everybodyLeaves() {
    camille.goesAway();
    lea.goesAway();
    customer.close();
    house.close();
  }

  private Phones customerWho(Behaviour behaviour) {
    return Phones.behindTrunk(
        house.asterisk.trunk(), Map.of(House.ANSWERING, behaviour, House.BUSY, Behaviour.busy()));
  }

  private void customerAnswersAfter(Duration ring) {
    customer.close();
    customer = customerWho(Behaviour.answersAfter(ring));
  }

  private SipCall call() {
    return SipCaller.through(house.asterisk.sip()).dialling(House.LINE).call();
  }

  private String transferredAndLetGo(Instant since) {
    String call = camille.takes(since);
    camille.does(call, "blind");
    customer.awaitCall(House.ANSWERING);
    camille.does(call, "let-go");
    return call;
  }

  @Test
  void aTransferSheHasLetGoOfGoesOnAndIsNotHersAgain() {
    customerAnswersAfter(Duration.ofSeconds(5));
    Instant before = Instant.now();
    try (SipCall caller = call()) {
      transferredAndLetGo(before);
      house.stop();
      Instant stopped = Instant.now();
      house.start();
      camille = camille.again();
      assertThat(camille.wantsCalls()).isTrue();
      camille.console.awaitPresence("ready", stopped);
      assertThat(caller.ear().awaitTone(CUSTOMERS_TONE, SOON)).isTrue();
      assertThat(customer.ear().awaitTone(CALLERS_TONE, SOON)).isTrue();
      caller.hangUp();
      customer.awaitGone(House.ANSWERING);
    }
  }

  @Test
  void whoSheHasLetGoOfGoesToTheDeskAlthoughSheHasAnotherCall() {
    Instant before = Instant.now();
    try (SipCall first = call()) {
      String left = transferredAndLetGo(before);
      camille.ready();
      Instant second = Instant.now();
      try (SipCall other = call()) {
        String hers = camille.takes(second);
        house.restart();
        Instant restarted = Instant.now();
        camille = camille.again();
        lea = lea.again();
        lea.ready();
        assertThat(lea.takes(restarted)).isEqualTo(left);
        assertThat(first.ear().awaitTone(SECRETARYS_TONE, SOON)).isTrue();
        camille.does(hers, "hold");
        other.hangUp();
      }
      first.hangUp();
    }
  }

  @Test
  void aCustomerWhoAnsweredMeanwhileHearsTheSecretary() {
    customerAnswersAfter(Duration.ofSeconds(1));
    Instant before = Instant.now();
    try (SipCall caller = call()) {
      String call = camille.takes(before);
      camille.console.command(
          call, Map.of("command", "consult", "forwardingNumberId", House.ANSWERING_ID.toString()));
      customer.awaitCall(House.ANSWERING);
      house.stop();
      customer.awaitConversation(House.ANSWERING);
      house.start();
      assertThat(customer.ear().awaitTone(SECRETARYS_TONE, SOON)).isTrue();
      camille = camille.again();
      camille.does(call, "complete");
      assertThat(caller.ear().awaitTone(CUSTOMERS_TONE, SOON)).isTrue();
      caller.hangUp();
      customer.awaitGone(House.ANSWERING);
    }
  }

  @Test
  void aCustomerWhoAnsweredATransferMeanwhileHearsTheCaller() {
    customerAnswersAfter(Duration.ofSeconds(1));
    Instant before = Instant.now();
    try (SipCall caller = call()) {
      String call = camille.takes(before);
      camille.does(call, "blind");
      customer.awaitCall(House.ANSWERING);
      house.stop();
      customer.awaitConversation(House.ANSWERING);
      house.start();
      assertThat(customer.ear().awaitTone(CALLERS_TONE, SOON)).isTrue();
      assertThat(caller.ear().awaitTone(CUSTOMERS_TONE, SOON)).isTrue();
      camille = camille.again();
      assertThat(camille.wantsCalls()).isTrue();
      caller.hangUp();
      customer.awaitGone(House.ANSWERING);
    }
  }
}
