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
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asterisk out of reach (R7), Asterisk dead (R6): what is believed afterwards is what is.
 * PostgreSQL out of reach (R4): a secretary works on.
 */
class OutageWithAsteriskTest {
  private static final Duration SOON = Duration.ofSeconds(15);
  private static final Duration OUTAGE = Duration.ofSeconds(12);
  private static final Duration EXACT_WITHIN = Duration.ofSeconds(2);
  private static final Duration TASKS_WITHIN = Duration.ofSeconds(10);
  private static final int CUSTOMERS_TONE = 880;
  private static final int SECRETARYS_TONE = 1200;

  private static final Logger log = LoggerFactory.getLogger(OutageWithAsteriskTest.class);

  private House house;
  private Phones customer;
  private Workplace camille;
  private Workplace lea;

  @BeforeEach
  void open(TestInfo test) {
    house = test.getTags().contains("wired") ? House.wired() : new House();
    customer =
        Phones.behindTrunk(
            house.asterisk.trunk(),
            Map.of(
                House.ANSWERING,
                Behaviour.answersAfter(Duration.ofSeconds(4)),
                House.BUSY,
                Behaviour.busy()));
    camille = Workplace.of(house, "camille");
    lea = Workplace.of(house, "lea");
  }

  @AfterEach
  void close() {
    camille.close();
    lea.close();
    customer.close();
    house.close();
  }

  private SipCall call() {
    return SipCaller.through(house.asterisk.sip()).dialling(House.LINE).call();
  }

  private static void eventually(BooleanSupplier condition, String what) {
    Instant end = Instant.now().plus(SOON.multipliedBy(2));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as(what).isBefore(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  @Test
  @Tag("wired")
  void whatHappenedWhileTheConnectionWasCutIsKnownTwoSecondsAfterItStands() {
    Instant before = Instant.now();
    lea.ready();
    try (SipCall leaving = call()) {
      String left = lea.takes(before);
      camille.ready();
      Instant second = Instant.now();
      try (SipCall consulting = call()) {
        String call = camille.takes(second);
        camille.console.command(
            call,
            Map.of("command", "consult", "forwardingNumberId", House.ANSWERING_ID.toString()));
        customer.awaitCall(House.ANSWERING);
        Instant cutAt = Instant.now();
        house.wire.cut();
        camille.console.await(
            "notice", cutAt, m -> m.path("code").asText().equals("telephone-system-unavailable"));
        leaving.hangUp();
        customer.awaitConversation(House.ANSWERING);
        try (SipCall arriving = call()) {
          eventually(() -> Instant.now().isAfter(cutAt.plus(OUTAGE)), "the outage lasts");
          Instant mended = Instant.now();
          house.wire.mend();
          lea.console.awaitPhase(left, "wrapping", mended);
          camille.console.await(
              "call-state",
              mended,
              m -> m.path("call").path("consultation").path("state").asText().equals("connected"));
          Duration exact = Duration.between(house.wire.connectedAt(), Instant.now());
          log.info("R7: state exact " + exact.toMillis() + " ms after the reconnection");
          assertThat(exact).isLessThan(EXACT_WITHIN);
          assertThat(camille.phone.ear().awaitTone(CUSTOMERS_TONE, SOON)).isTrue();
          lea.ready();
          lea.takes(mended);
          assertThat(arriving.ear().awaitTone(SECRETARYS_TONE, SOON)).isTrue();
          arriving.hangUp();
        }
        consulting.hangUp();
        customer.awaitGone(House.ANSWERING);
      }
      eventually(() -> house.channels().isEmpty(), "no channel is left");
    }
  }

  @Test
  void aCustomerWhoIsRungForACallerThatHungUpWhileTheServiceWasAwayIsLetGo() {
    Instant before = Instant.now();
    camille.ready();
    try (SipCall calling = call()) {
      String call = camille.takes(before);
      camille.console.command(
          call, Map.of("command", "consult", "forwardingNumberId", House.ANSWERING_ID.toString()));
      customer.awaitCall(House.ANSWERING);
      house.stop();
      calling.hangUp();
      customer.awaitConversation(House.ANSWERING);
      lea.goesAway();
      camille.goesAway();
      house.start();
    }
    customer.awaitGone(House.ANSWERING);
    lea = Workplace.of(house, "lea");
    camille = Workplace.of(house, "camille");
    eventually(() -> house.channels().isEmpty(), "nobody is left");
  }

  @Test
  @Tag("wired")
  void aCallerWhomTheSecretaryHungUpOnWhileTheConnectionWasCutIsHungUp() {
    Instant before = Instant.now();
    camille.ready();
    try (SipCall calling = call()) {
      String call = camille.takes(before);
      calling.awaitAnswer();
      house.wire.cut();
      camille.asks(call, "hang-up");
      house.wire.mend();
      eventually(() -> house.channels().isEmpty(), "nobody is left");
    }
  }

  @Test
  void everyCallOfADeadAsteriskBecomesATaskAndTheNextCallIsTaken() {
    Instant before = Instant.now();
    camille.ready();
    try (SipCall talking = call()) {
      talking.awaitAnswer();
      String talk = camille.takes(before);
      camille.does(talk, "hold");
      try (SipCall waiting = call()) {
        waiting.awaitAnswer();
        JsonNode team =
            camille
                .console
                .await("team", before, m -> m.path("team").path("waiting").size() == 1)
                .message();
        String wait = team.path("team").path("waiting").path(0).path("callId").asText();
        Instant killed = Instant.now();
        house.asterisk.kill();
        camille.console.await(
            "notice", killed, m -> m.path("code").asText().equals("telephone-system-unavailable"));
        camille.console.await(
            "tasks",
            killed,
            m ->
                m.path("tasks").findValuesAsText("callId").contains(talk)
                    && m.path("tasks").findValuesAsText("callId").contains(wait));
        Duration told = Duration.between(killed, Instant.now());
        log.info("R6: tasks of lost calls after " + told.toMillis() + " ms");
        assertThat(told).isLessThan(TASKS_WITHIN);
        assertThat(
                house.database.look(
                    "select distinct task.kind || ' ' || call.outcome from task join call on call.id ="
                        + " task.call_id"))
            .containsExactly("DROPPED BROKEN");
        JsonNode over = camille.console.awaitPhase(talk, "wrapping", killed);
        assertThat(over.path("ending").asText()).isEqualTo("failed");
      }
    }
    house.asterisk.startAgain();
    Instant started = Instant.now();
    camille.registersAgain();
    eventually(camille::wantsCalls, "her telephone is known again");
    try (SipCall next = call()) {
      next.awaitAnswer();
      log.info("R6: next call in music after " + since(started) + " ms");
      assertThat(since(started)).isLessThan(5_000);
      camille.takes(started);
      log.info("R6: next call taken after " + since(started) + " ms");
      assertThat(since(started)).isLessThan(10_000);
      assertThat(next.ear().awaitTone(SECRETARYS_TONE, SOON)).isTrue();
      next.hangUp();
    }
    eventually(() -> house.channels().isEmpty(), "no ghost is left");
  }

  @Test
  void aSecretaryBecomesReadyTakesHoldsAndEndsACallWhileTheDatabaseIsAway() {
    Instant cut = Instant.now();
    house.storeWire.cut();
    camille.console.await(
        "notice", cut, m -> m.path("code").asText().equals("database-unavailable"));
    camille.ready();
    String call;
    try (SipCall caller = call()) {
      caller.awaitAnswer();
      call = camille.takes(cut);
      assertThat(caller.ear().awaitTone(SECRETARYS_TONE, SOON)).isTrue();
      camille.does(call, "hold");
      camille.console.awaitPhase(call, "held", cut);
      Instant held = Instant.now();
      camille.does(call, "resume");
      camille.console.awaitPhase(call, "talking", held);
      camille.does(call, "hang-up");
      caller.awaitEnd();
      camille.console.awaitPhase(call, "wrapping", held);
    }
    house.storeWire.mend();
    eventually(
        () ->
            house
                .database
                .look("select outcome from call where id = ?", UUID.fromString(call))
                .contains("TAKEN"),
        "the call is in the journal");
  }

  private static long since(Instant instant) {
    return Duration.between(instant, Instant.now()).toMillis();
  }
}
