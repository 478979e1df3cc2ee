package io.permanence.callrouter.floor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.permanence.testing.asterisk.Ami;
import io.permanence.testing.sip.Behaviour;
import io.permanence.testing.sip.Phones;
import io.permanence.testing.sip.SipCall;
import io.permanence.testing.sip.SipCaller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A caller who waits long: the way out by key, the position, and an offer in the middle of it. */
class WayOutWithAsteriskTest {
  private static final Duration SOON = Duration.ofSeconds(8);
  private static final int SECRETARYS_TONE = 1200;

  private static House house;
  private static Ami ami;

  @BeforeAll
  static void open() {
    house =
        new House(
            Map.of(
                "PERMANENCE_DESK_WAY_OUT", "PT1S",
                "PERMANENCE_DESK_WAY_OUT_AGAIN", "PT5M",
                "PERMANENCE_DESK_POSITION", "PT5S",
                "PERMANENCE_DESK_EMPTY_WAIT", "PT5M"));
    ami = house.asterisk.ami();
  }

  @AfterAll
  static void close() {
    ami.close();
    house.close();
  }

  private static SipCall caller(String from) {
    return SipCaller.through(house.asterisk.sip())
        .dialling(House.LINE)
        .calling(from)
        .callWithKeys();
  }

  /** The id of the newest call; each test has a caller of its own number. */
  private static String awaitTold(String caller, String what) {
    return ami.await(
            m ->
                m.isUserEvent("DeskTold")
                    && m.get("What").equals(what)
                    && m.variable("PM_CALLER").equals(caller))
        .get("Call");
  }

  private static List<String> look(String sql, String call) {
    return house.database.look(sql, call);
  }

  private static void awaitRow(String sql, String call, String expected) {
    Instant end = Instant.now().plus(SOON);
    while (!look(sql, call).contains(expected)) {
      assertThat(Instant.now()).as(sql).isBefore(end);
      Thread.onSpinWait();
    }
  }

  @Test
  void oneKeyIsBeingCalledBackAndTheCallIsNotLost() {
    try (SipCall caller = caller("+33639980111")) {
      caller.awaitAnswer();
      String call = awaitTold("33639980111", "menu");
      caller.press('1');
      assertThat(caller.awaitEnd().hungUpByCallee()).isTrue();
      awaitRow("select kind from task where call_id = ?::uuid", call, "CALLBACK");
      awaitRow("select outcome from call where id = ?::uuid", call, "MESSAGE");
      assertThat(look("select kind from task where call_id = ?::uuid", call))
          .containsExactly("CALLBACK");
      assertThat(look("select kind from call_event where call_id = ?::uuid order by seq", call))
          .endsWith("announced", "ended");
    }
  }

  @Test
  void whoWaitsIsCountedAsWaitingAlsoWhenNobodyIsEverAsked() {
    try (SipCall caller = caller("+33639980116")) {
      caller.awaitAnswer();
      String call = awaitTold("33639980116", "menu");
      caller.hangUp();
      awaitRow("select kind from call_event where call_id = ?::uuid", call, "lost");
      assertThat(look("select kind from call_event where call_id = ?::uuid order by seq", call))
          .containsExactly("arrived", "decided", "waiting", "lost");
    }
  }

  @Test
  void whoWaitedLongBeforeARestartIsKeptUntilTheSecretaryIsBack() {
    try (SipCall caller = caller("+33639980117")) {
      caller.awaitAnswer();
      String call = awaitTold("33639980117", "menu");
      awaitRow("select kind from call_event where call_id = ?::uuid", call, "waiting");
      house.stop();
      house.database.execute(
          "update call set arrived_at = arrived_at - interval '6 minutes' where id = ?::uuid",
          call);
      Instant restarted = Instant.now();
      house.start();
      try (ConsoleClient camille = house.console("camille");
          Phones phone = deskPhone(camille)) {
        camille.send("PUT", "/presence", Map.of("state", "ready"));
        JsonNode offer = camille.await("offer", restarted, message -> true).message().path("offer");
        assertThat(offer.path("callId").asText()).isEqualTo(call);
        assertThat(look("select kind from call_event where call_id = ?::uuid", call))
            .doesNotContain("voicemail");
        assertThat(camille.take(offer).status()).isEqualTo(200);
        phone.awaitConversation("");
        camille.awaitPhase(call, "talking", restarted);
        caller.hangUp();
        camille.awaitPhase(call, "wrapping", restarted);
        camille.send("DELETE", "/session", Map.of());
      }
    }
  }

  @Test
  void aWithheldCallerCannotBeCalledBack() {
    try (SipCall caller = caller("anonymous")) {
      caller.awaitAnswer();
      String call = awaitTold("withheld", "menu");
      caller.press('1');
      awaitTold("withheld", "say"); // the key was heard, and the caller waits on
      assertThat(look("select kind from task where call_id = ?::uuid", call)).isEmpty();
      caller.hangUp();
    }
  }

  @Test
  void twoIsLeavingAMessageAndWhoLeavesNoneIsLost() {
    try (SipCall caller = caller("+33639980112")) {
      caller.awaitAnswer();
      String call = awaitTold("33639980112", "menu");
      caller.press('2');
      awaitRow("select kind from call_event where call_id = ?::uuid", call, "voicemail");
      caller.hangUp();
      awaitRow("select outcome from call where id = ?::uuid", call, "LOST");
      assertThat(look("select kind from task where call_id = ?::uuid", call))
          .containsExactly("LOST");
    }
  }

  @Test
  void withoutAKeyTheMusicGoesOnAndThePositionIsSaid() {
    try (SipCall caller = caller("+33639980113")) {
      caller.awaitAnswer();
      awaitTold("33639980113", "menu");
      awaitTold("33639980113", "say");
      caller.ear().forget();
      assertThat(caller.ear().awaitLoud(20, SOON)).as("never silence").isTrue();
      assertThat(caller.finalStatus()).isEqualTo(200);
      caller.hangUp();
    }
  }

  private static Phones deskPhone(ConsoleClient camille) {
    camille.await("hello", Instant.EPOCH, message -> true);
    JsonNode telephone = camille.send("PUT", "/telephone", Map.of("kind", "desk")).body();
    Phones phone =
        Phones.deskPhone(
            house.asterisk.sip(),
            telephone.path("user").asText(),
            telephone.path("password").asText(),
            Behaviour.answers());
    camille.await(
        "presence",
        Instant.EPOCH,
        message -> message.path("presence").path("telephone").path("registered").asBoolean());
    return phone;
  }

  @Test
  void whoeverAcceptsInTheMiddleOfTheQuestionIsConnectedAtOnce() {
    try (ConsoleClient camille = house.console("camille");
        Phones phone = deskPhone(camille);
        SipCall caller = caller("+33639980114")) {
      caller.awaitAnswer();
      Instant waiting = Instant.now();
      awaitTold("33639980114", "menu");
      camille.send("PUT", "/presence", Map.of("state", "ready"));
      JsonNode offer = camille.await("offer", waiting, message -> true).message().path("offer");
      assertThat(offer.path("why").path("call").asText()).isEqualTo("alone");
      assertThat(camille.take(offer).status()).isEqualTo(200);
      phone.awaitConversation("");
      assertThat(caller.ear().awaitTone(SECRETARYS_TONE, Duration.ofSeconds(3))).isTrue();
      String call = offer.path("callId").asText();
      Instant taken = Instant.now();
      assertThat(camille.command(call, Map.of("command", "hold")).status()).isEqualTo(200);
      camille.awaitPhase(call, "held", taken);
      caller.ear().forget();
      assertThat(caller.ear().awaitLoud(20, SOON)).as("music on hold").isTrue();
      caller.hangUp();
      camille.awaitPhase(call, "wrapping", taken);
      camille.send("DELETE", "/session", Map.of());
    }
  }
}
