package io.permanence.callrouter.floor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.permanence.testing.asterisk.Ami;
import io.permanence.testing.sip.Behaviour;
import io.permanence.testing.sip.Phones;
import io.permanence.testing.sip.SipCall;
import io.permanence.testing.sip.SipCaller;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A caller, a secretary with a SIP desk phone, a customer's telephone: sound and states. */
class DeskWithAsteriskTest {
  private static final Duration SOON = Duration.ofSeconds(8);
  private static final int CALLERS_TONE = 440;
  private static final int CUSTOMERS_TONE = 880;
  private static final int SECRETARYS_TONE = 1200;

  private static House house;
  private static Phones customer;
  private ConsoleClient camille;
  private Phones phone;

  @BeforeAll
  static void open() {
    house = new House();
    customer =
        Phones.behindTrunk(
            house.asterisk.trunk(),
            Map.of(
                House.ANSWERING, Behaviour.answers(),
                House.BUSY, Behaviour.busy()));
  }

  @AfterAll
  static void close() {
    customer.close();
    house.close();
  }

  @BeforeEach
  void camilleIsReady() {
    Instant before = Instant.now();
    camille = house.console("camille");
    camille.await("hello", Instant.EPOCH, message -> true);
    JsonNode telephone = camille.send("PUT", "/telephone", Map.of("kind", "desk")).body();
    phone =
        Phones.deskPhone(
            house.asterisk.sip(),
            telephone.path("user").asText(),
            telephone.path("password").asText(),
            Behaviour.answersAfter(Duration.ofMillis(300)));
    camille.await(
        "presence",
        before,
        message -> message.path("presence").path("telephone").path("registered").asBoolean());
    assertThat(camille.send("PUT", "/presence", Map.of("state", "ready")).status()).isEqualTo(200);
  }

  @AfterEach
  void camilleGoesHome() {
    camille.send("DELETE", "/session", Map.of());
    camille.close();
    phone.close();
  }

  private static SipCall call() {
    return SipCaller.through(house.asterisk.sip()).dialling(House.LINE).call();
  }

  private JsonNode offer(Instant since) {
    return camille.await("offer", since, message -> true).message().path("offer");
  }

  @Test
  void aCallIsOfferedWithItsCardTakenHeardBothWaysAndWrittenDown() {
    Instant before = Instant.now();
    try (SipCall caller = call()) {
      JsonNode offer = offer(before);
      JsonNode card = offer.path("card");
      assertThat(card.path("customer").path("name").asText()).isEqualTo("Cabinet Martin");
      assertThat(card.path("greeting").asText())
          .isEqualTo("Cabinet du docteur Martin, Camille à votre écoute");
      assertThat(card.path("verdict").path("action").asText()).isEqualTo("connect");
      assertThat(card.path("caller").path("number").asText()).isEqualTo("+33639980101");
      String call = offer.path("callId").asText();
      assertThat(camille.take(offer).status()).isEqualTo(200);
      camille.awaitPhase(call, "talking", before);
      assertThat(phone.ear().awaitTone(CALLERS_TONE, SOON)).isTrue();
      assertThat(caller.ear().awaitTone(SECRETARYS_TONE, SOON)).isTrue();

      assertThat(camille.command(call, Map.of("command", "hold")).status()).isEqualTo(200);
      camille.awaitPhase(call, "held", before);
      assertThat(hearsNoMore(caller, SECRETARYS_TONE)).isTrue();
      Instant held = Instant.now();
      assertThat(camille.command(call, Map.of("command", "resume")).status()).isEqualTo(200);
      camille.awaitPhase(call, "talking", held);
      assertThat(caller.ear().awaitTone(SECRETARYS_TONE, SOON)).isTrue();

      caller.hangUp();
      JsonNode wrapping = camille.awaitPhase(call, "wrapping", held);
      assertThat(wrapping.path("ending").asText()).isEqualTo("caller-hung-up");
      sendNote(call);
      camille.awaitPhase(call, "ended", held);
      camille.awaitPresence("ready", held);
    }
  }

  @Test
  void whoSignsOutDuringACallIsOffDutyOnceItIsOver() {
    Instant before = Instant.now();
    try (SipCall caller = call()) {
      JsonNode offer = offer(before);
      assertThat(camille.take(offer).status()).isEqualTo(200);
      camille.awaitPhase(offer.path("callId").asText(), "talking", before);
      camille.send("DELETE", "/session", Map.of());
      assertThat(presence()).isEqualTo("READY");
      caller.hangUp();
      Instant end = Instant.now().plus(SOON);
      while (!presence().equals("SIGNED_OFF")) {
        assertThat(Instant.now()).as("off duty").isBefore(end);
        Thread.onSpinWait();
      }
    }
  }

  /** What she wished last, as a restart would find it. */
  private static String presence() {
    return house
        .database
        .look("select state from secretary_state where account_id = ?", House.CAMILLE.value())
        .getFirst();
  }

  @Test
  void aCardMadeWhilePostgresIsSilentSaysSoAndIsCompletedWithoutAnotherConfirmation()
      throws SQLException {
    house.database.execute(
        "with known as (insert into contact (customer_id, id, display_name, created_at, updated_at)"
            + " select customer_id, gen_random_uuid(), 'Jeanne Petit', now(), now() from customer"
            + " returning customer_id, id) insert into contact_number"
            + " select customer_id, id, '+33639980101' from known");
    Instant before = Instant.now();
    try (Connection silence = house.database.superuser();
        Statement lock = silence.createStatement()) {
      silence.setAutoCommit(false);
      lock.execute("lock table customer in access exclusive mode");
      try (SipCall caller = call()) {
        JsonNode offer = offer(before);
        JsonNode card = offer.path("card");
        assertThat(card.path("incomplete").asBoolean()).isTrue();
        assertThat(card.path("caller").has("name")).isFalse();
        assertThat(card.path("verdict").path("action").asText()).isEqualTo("connect");
        String call = offer.path("callId").asText();
        assertThat(camille.take(offer).status()).isEqualTo(200);
        camille.awaitPhase(call, "talking", before);
        Instant released = Instant.now();
        silence.rollback();
        JsonNode complete = camille.await("card", released, message -> true).message().path("card");
        assertThat(complete.path("callId").asText()).isEqualTo(call);
        assertThat(complete.has("incomplete")).isFalse();
        assertThat(complete.path("customer").path("name").asText()).isEqualTo("Cabinet Martin");
        assertThat(complete.path("caller").path("name").asText()).isEqualTo("Jeanne Petit");
        caller.hangUp();
        camille.awaitPhase(call, "wrapping", released);
      }
    }
  }

  private void sendNote(String call) {
    String id = io.permanence.model.id.NoteId.random().toString();
    Map<String, Object> note = NoteBody.of(call, 1, "send");
    note.put("numberReadBack", true);
    note.put("urgency", "urgent");
    assertThat(camille.send("PUT", "/notes/" + id, note).status()).isEqualTo(200);
    assertThat(camille.send("PUT", "/notes/" + id, note).status()).isEqualTo(200);
    assertThat(house.database.look("select kind from outbox where subject_id = ?::uuid", id))
        .containsExactly("NOTE");
  }

  private static boolean hearsNoMore(SipCall caller, int tone) {
    return !caller.ear().awaitTone(tone, Duration.ofMillis(700));
  }

  @Test
  void aDeskPhoneNeedNotRegisterAgainAfterARestartOfTheService() {
    house.restart();
    camille.close();
    camille = house.console("camille");
    Instant again = Instant.now();
    camille.send("PUT", "/telephone", Map.of("kind", "desk"));
    camille.await(
        "presence",
        again,
        message -> message.path("presence").path("telephone").path("registered").asBoolean());
    assertThat(camille.send("PUT", "/presence", Map.of("state", "ready")).status()).isEqualTo(200);
    try (SipCall caller = call()) {
      JsonNode offer = offer(again);
      assertThat(camille.take(offer).status()).isEqualTo(200);
      assertThat(caller.ear().awaitTone(SECRETARYS_TONE, SOON)).isTrue();
      caller.hangUp();
    }
  }

  @Test
  void nobodyIsConnectedStraightFromMusic() {
    Instant before = Instant.now();
    try (Ami ami = house.asterisk.ami();
        SipCall caller = call()) {
      JsonNode offer = offer(before);
      camille.take(offer);
      camille.awaitPhase(offer.path("callId").asText(), "talking", before);
      ami.await(event -> isInConversation(event, "caller")); // the router may have heard it sooner
      ami.await(event -> isInConversation(event, "secretary"));
      assertThat(placesOf("caller", ami)).containsExactly("desk-callers", "desk-fetched", "");
      assertThat(placesOf("secretary", ami)).containsExactly("desk-idle", "desk-taking", "");
      caller.hangUp();
    }
  }

  private static boolean isInConversation(Ami.Message event, String role) {
    return event.isEvent("BridgeEnter")
        && event.variable("PM_ROLE").equals(role)
        && event.get("BridgeName").equals("<unknown>");
  }

  /** The holding places a leg has been in, one after the other; "" for a conversation. */
  private static List<String> placesOf(String role, Ami ami) {
    return ami.messages().stream()
        .filter(event -> event.isEvent("BridgeEnter"))
        .filter(event -> event.variable("PM_ROLE").equals(role))
        .map(event -> event.get("BridgeName").replace("<unknown>", ""))
        .toList();
  }

  @Test
  void aCallerWhoHangsUpTakesTheOfferAwayAtOnceAndBecomesATask() {
    Instant before = Instant.now();
    try (SipCall caller = call()) {
      JsonNode offer = offer(before);
      Instant hungUp = Instant.now();
      caller.hangUp();
      ConsoleClient.Heard withdrawn = camille.await("offer-withdrawn", hungUp, message -> true);
      assertThat(withdrawn.message().path("reason").asText()).isEqualTo("caller-hung-up");
      assertThat(Duration.between(hungUp, withdrawn.at())).isLessThan(Duration.ofMillis(200));
      phone.awaitGone("");
      String call = offer.path("callId").asText();
      camille.await(
          "tasks",
          hungUp,
          message ->
              message.path("tasks").findValuesAsText("callId").contains(call)
                  && message.path("tasks").findValuesAsText("kind").contains("lost-call"));
      camille.awaitPresence("ready", hungUp);
    }
  }

  @Test
  void theCustomerIsConsultedAndTheCallerPutThrough() {
    Instant before = Instant.now();
    try (SipCall caller = call()) {
      JsonNode offer = offer(before);
      String call = offer.path("callId").asText();
      camille.take(offer);
      camille.awaitPhase(call, "talking", before);
      assertThat(consult(call, House.BUSY_ID.toString()).status()).isEqualTo(200);
      JsonNode held = camille.awaitPhase(call, "held", before);
      assertThat(held.path("ladder").findValuesAsText("outcome")).containsExactly("busy");
      Instant again = Instant.now();
      assertThat(consult(call, House.ANSWERING_ID.toString()).status()).isEqualTo(200);
      camille.await(
          "call-state",
          again,
          message ->
              message.path("call").path("consultation").path("state").asText().equals("connected"));
      assertThat(phone.ear().awaitTone(CUSTOMERS_TONE, SOON)).isTrue();
      assertThat(camille.command(call, Map.of("command", "complete")).status()).isEqualTo(200);
      assertThat(caller.ear().awaitTone(CUSTOMERS_TONE, SOON)).isTrue();
      assertThat(camille.awaitPhase(call, "wrapping", again).path("ending").asText())
          .isEqualTo("put-through");
      caller.hangUp();
      customer.awaitGone(House.ANSWERING);
    }
  }

  private ConsoleClient.Answer consult(String call, String number) {
    return camille.command(call, Map.of("command", "consult", "forwardingNumberId", number));
  }

  @Test
  void nobodyIsConnectedBeforeTheCardIsShown() {
    Instant before = Instant.now();
    try (SipCall caller = call()) {
      JsonNode offer = offer(before);
      ConsoleClient.Answer early =
          camille.command(
              offer.path("callId").asText(),
              Map.of(
                  "command", "accept",
                  "offerId", offer.path("offerId").asText(),
                  "cardShownAt", Instant.now().toString()));
      assertThat(early.status()).isEqualTo(409);
      assertThat(early.body().path("type").asText()).isEqualTo("card-not-shown");
      phone.awaitConversation("");
      assertThat(phone.ear().awaitTone(CALLERS_TONE, Duration.ofMillis(700))).isFalse();
      caller.hangUp();
    }
  }

  @Test
  void aRestartOfTheServiceFindsTheConversationAsItWas() {
    Instant before = Instant.now();
    try (SipCall caller = call()) {
      JsonNode offer = offer(before);
      String call = offer.path("callId").asText();
      camille.take(offer);
      camille.awaitPhase(call, "talking", before);
      assertThat(caller.ear().awaitTone(SECRETARYS_TONE, SOON)).isTrue();
      house.restart();
      assertThat(caller.ear().awaitTone(SECRETARYS_TONE, SOON)).isTrue();
      camille.close();
      camille = house.console("camille");
      Instant again = Instant.now();
      camille.await("hello", Instant.EPOCH, message -> true);
      camille.send("PUT", "/telephone", Map.of("kind", "desk"));
      assertThat(camille.get("/calls/" + call + "/card").status()).isEqualTo(200);
      assertThat(camille.command(call, Map.of("command", "hold")).status()).isEqualTo(200);
      camille.awaitPhase(call, "held", again);
      caller.hangUp();
      camille.awaitPhase(call, "wrapping", again);
    }
  }
}
