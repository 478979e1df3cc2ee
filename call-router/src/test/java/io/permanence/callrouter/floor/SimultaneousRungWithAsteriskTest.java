package io.permanence.callrouter.floor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.Id;
import io.permanence.testing.sip.Behaviour;
import io.permanence.testing.sip.Phones;
import io.permanence.testing.sip.SipCall;
import io.permanence.testing.sip.SipCaller;
import io.permanence.testing.sip.SipMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A secretary's transfers down a ladder whose first rung rings two numbers at once (A4, B5). */
class SimultaneousRungWithAsteriskTest {
  private static final Duration SOON = Duration.ofSeconds(8);
  private static final Duration AT_ONCE = Duration.ofMillis(200);
  private static final int CUSTOMERS_TONE = 880;
  private static final int SECRETARYS_TONE = 1200;
  private static final String MOBILE = "+33639980011";
  private static final String OFFICE = "+33639980012";
  private static final String FORBIDDEN = "+33899123456";

  private static House house;
  private Workplace camille;

  @BeforeAll
  static void open() {
    house = new House();
    house.database.execute("update ladder_step set position = position + 5");
    CustomerId customer =
        CustomerId.of(house.database.look("select customer_id from customer").getFirst());
    UUID standing = UUID.fromString(house.database.look("select id from instruction").getFirst());
    UUID mobile = proven(customer, MOBILE);
    UUID office = proven(customer, OFFICE);
    UUID forbidden = proven(customer, FORBIDDEN);
    house.database.execute(
        "insert into ladder_step (customer_id, instruction_id, position, forwarding_number_id,"
            + " ring_seconds) values (?, ?, 0, ?, 10)",
        customer.value(),
        standing,
        mobile);
    atTheSameTime(customer, standing, office, 1);
    atTheSameTime(customer, standing, forbidden, 2);
    house.database.look("select cast(pg_sleep(2.2) as text)"); // snapshots follow within a second
  }

  private static UUID proven(CustomerId customer, String number) {
    UUID id = Id.next();
    house.database.execute(
        "insert into forwarding_number (customer_id, id, number, label, proven_at, created_at)"
            + " values (?, ?, ?, 'Essai', now(), now())",
        customer.value(),
        id,
        number);
    return id;
  }

  private static void atTheSameTime(CustomerId customer, UUID standing, UUID number, int place) {
    house.database.execute(
        "insert into ladder_also (customer_id, instruction_id, position, nth,"
            + " forwarding_number_id) values (?, ?, 0, ?, ?)",
        customer.value(),
        standing,
        place,
        number);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void sheIsThere() {
    camille = Workplace.of(house, "camille").ready();
  }

  @AfterEach
  void nothingIsLeftOver() {
    camille.close();
    boolean empty = eventually(() -> house.channels().isEmpty());
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

  private static Phones customer(Behaviour mobile, Behaviour office) {
    return Phones.behindTrunk(
        house.asterisk.trunk(),
        Map.of(
            MOBILE,
            mobile,
            OFFICE,
            office,
            FORBIDDEN,
            Behaviour.answers(),
            House.BUSY,
            Behaviour.busy(),
            House.ANSWERING,
            Behaviour.answersAfter(Duration.ofMillis(400))));
  }

  private static SipCall call() {
    return SipCaller.through(house.asterisk.sip()).dialling(House.LINE).call();
  }

  private static Instant answered(Phones phones, String number) {
    String call = phones.awaitCall(number).callId();
    return phones.messages().stream()
        .filter(m -> !m.received() && m.callId().equals(call) && m.status() == 200)
        .filter(m -> m.method().equals("INVITE"))
        .map(SipMessage::at)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void allRingAtOnceTheFirstToAnswerWinsAndTheOtherStopsAtOnce() {
    Instant before = Instant.now();
    try (Phones customer =
            customer(Behaviour.neverAnswers(), Behaviour.answersAfter(Duration.ofSeconds(1)));
        SipCall caller = call()) {
      String call = camille.takes(before);
      camille.does(call, "blind");
      JsonNode ringing = camille.console.awaitPhase(call, "transferring", before);
      assertThat(ringing.path("consultation").path("ringing")).hasSizeGreaterThanOrEqualTo(2);
      Duration apart =
          Duration.between(customer.awaitCall(MOBILE).at(), customer.awaitCall(OFFICE).at());
      assertThat(apart.abs()).isLessThan(AT_ONCE);
      assertThat(caller.ear().awaitTone(CUSTOMERS_TONE, SOON)).isTrue();
      Instant stopped = customer.awaitGone(MOBILE).at();
      Duration after = Duration.between(answered(customer, OFFICE), stopped);
      assertThat(after).as("from the answer to the stop of the other").isLessThan(AT_ONCE);
      assertThat(customer.called()).doesNotContain(FORBIDDEN, House.BUSY);
      caller.hangUp();
      customer.awaitGone(OFFICE);
    }
  }

  @Test
  void aConsultationDownTheLadderRingsBothAndSheSpeaksWithTheFirst() {
    Instant before = Instant.now();
    try (Phones customer =
            customer(Behaviour.answersAfter(Duration.ofMillis(600)), Behaviour.neverAnswers());
        SipCall caller = call()) {
      String call = camille.takes(before);
      camille.does(call, "consult");
      customer.awaitCall(OFFICE);
      assertThat(camille.phone.ear().awaitTone(CUSTOMERS_TONE, SOON)).isTrue();
      customer.awaitGone(OFFICE);
      camille.does(call, "complete");
      assertThat(caller.ear().awaitTone(CUSTOMERS_TONE, SOON)).isTrue();
      caller.hangUp();
    }
  }

  @Test
  void onlyWhenBothAreOutOfTheQuestionTheNextRungRings() {
    Instant before = Instant.now();
    try (Phones customer = customer(Behaviour.busy(), Behaviour.refuses());
        SipCall caller = call()) {
      String call = camille.takes(before);
      camille.does(call, "blind");
      customer.awaitCall(MOBILE);
      assertThat(caller.ear().awaitTone(CUSTOMERS_TONE, SOON)).isTrue();
      JsonNode state = camille.console.awaitPhase(call, "wrapping", before);
      assertThat(state.path("ladder").findValuesAsText("outcome"))
          .containsExactlyInAnyOrder("failed", "busy", "refused", "busy", "answered");
      assertThat(
              house.database.look(
                  "select detail ->> 'outcome' from call_event where kind = 'ladder-step'"
                      + " and call_id = ?::uuid order by seq",
                  call))
          .containsExactly("busy", "busy", "answered");
      caller.hangUp();
    }
  }

  @Test
  void cancelledWhileTheyRingAllStopAndTheCallerIsBack() {
    Instant before = Instant.now();
    try (Phones customer = customer(Behaviour.neverAnswers(), Behaviour.neverAnswers());
        SipCall caller = call()) {
      String call = camille.takes(before);
      camille.does(call, "blind");
      customer.awaitCall(MOBILE);
      customer.awaitCall(OFFICE);
      Instant cancelled = Instant.now();
      camille.does(call, "cancel");
      for (String number : new String[] {MOBILE, OFFICE}) {
        assertThat(Duration.between(cancelled, customer.awaitGone(number).at()))
            .isLessThan(AT_ONCE);
      }
      assertThat(caller.ear().awaitTone(SECRETARYS_TONE, SOON)).isTrue();
      caller.hangUp();
    }
  }

  @Test
  void theCallerWhoHangsUpStopsAll() {
    Instant before = Instant.now();
    try (Phones customer = customer(Behaviour.neverAnswers(), Behaviour.neverAnswers());
        SipCall caller = call()) {
      String call = camille.takes(before);
      camille.does(call, "consult");
      customer.awaitCall(MOBILE);
      customer.awaitCall(OFFICE);
      caller.hangUp();
      customer.awaitGone(MOBILE);
      customer.awaitGone(OFFICE);
      camille.console.awaitPhase(call, "wrapping", before);
    }
  }
}
