package io.permanence.testing.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.testing.sip.Behaviour;
import io.permanence.testing.sip.Phones;
import io.permanence.testing.sip.SipCall;
import io.permanence.testing.sip.SipCaller;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody decides, and the caller is answered all the same (A12, R1, R2, R3). */
class FallbackTest {
  private static final Duration DEAD = Duration.ofMillis(500);
  private static final Duration HUNG = Duration.ofMillis(2500);

  private static final String ANSWER = ":announce:static/beep";

  private static AsteriskServer asterisk;

  @BeforeAll
  static void start() {
    asterisk = AsteriskServer.start();
  }

  @AfterAll
  static void stop() {
    asterisk.close();
  }

  @Test
  void answersWhenNobodyListens() {
    try (SipCall call = SipCaller.through(asterisk.sip()).call()) {
      assertThat(call.awaitAnswer()).isLessThan(DEAD);
      assertThat(call.ear().awaitLoud(50, Duration.ofSeconds(5))).isTrue();
      call.hangUp();
    }
  }

  @Test
  void answersWhenTheRouterTakesTheCallAndStaysSilent() {
    try (AgiStandIn agi =
            AgiStandIn.listen(asterisk.agiPort(), q -> new AgiStandIn.Reply.Silent());
        SipCall call = SipCaller.through(asterisk.sip()).call()) {
      agi.await(q -> q.script().equals("route"));
      assertThat(call.awaitRinging()).isLessThan(DEAD);
      assertThat(call.awaitAnswer()).isBetween(Duration.ofSeconds(1), HUNG);
      call.hangUp();
    }
  }

  /** Every byte of the answer behind the nonce, and some before it. */
  static IntStream cuts() {
    int length = AgiStandIn.command(UUID.randomUUID() + ANSWER + ":end").length;
    return IntStream.concat(
        IntStream.of(0, 1, 4, 13, 22, 40), IntStream.range(58, length - "\"\n".length()));
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void answersWhenTheDialogueIsCutAfterSoManyBytes(int bytes) {
    try (Ami ami = asterisk.ami();
        AgiStandIn agi =
            AgiStandIn.listen(
                asterisk.agiPort(), q -> new AgiStandIn.Reply.Cut(ANSWER.substring(1), bytes));
        SipCall call = SipCaller.through(asterisk.sip()).call()) {
      agi.await(q -> q.script().equals("route"));
      assertThat(call.awaitAnswer()).isLessThan(DEAD);
      String id = agi.questions().getFirst().call();
      ami.await(m -> m.isUserEvent("Fallback") && m.get("Call").equals(id));
      call.hangUp();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00000000-0000-0000-0000-000000000000:desk:end",
        "desk:end",
        "NONCE:desk",
        "NONCE:end",
        "NONCE",
        "",
        ":desk:end",
        "NONCE:dance:end",
        "NONCE:desk\\\" & 1:end",
        "NONCE:dial:1:336:10:33199001001:end",
        "NONCE:reject:nonsense:end",
        "NONCE:announce:no/such/sound:end",
      })
  void answersWhenTheAnswerIsNotOne(String answer) {
    try (AgiStandIn agi =
            AgiStandIn.listen(
                asterisk.agiPort(),
                q -> new AgiStandIn.Reply.Raw(answer.replace("NONCE", q.nonce())));
        Ami ami = asterisk.ami();
        SipCall call = SipCaller.through(asterisk.sip()).call()) {
      String id = agi.await(q -> q.script().equals("route")).call();
      ami.await(m -> m.isUserEvent("Fallback") && m.get("Call").equals(id));
      assertThat(call.awaitFinalStatus()).isEqualTo(200);
      call.hangUp();
    }
  }

  @Test
  void keepsWhatTheCallerSaidEvenWhenTheyHangUpInTheMiddle() throws Exception {
    try (SipCall call =
            SipCaller.through(asterisk.sip()).dialling("33199001002").calling("0639980102").call();
        Ami ami = asterisk.ami()) {
      call.awaitAnswer();
      // the beep, a tone of 1,000 Hz, comes after the greeting
      assertThat(call.ear().awaitTone(1000, Duration.ofSeconds(30))).isTrue();
      String id = ami.await(m -> m.isUserEvent("Fallback")).get("Call");
      Path recording = asterisk.spool().resolve("voicemail").resolve(id + ".wav");
      Eventually.holds(
          "a second is recorded", () -> Files.exists(recording) && Files.size(recording) > 16_000);
      call.hangUp();
      Map<String, String> sidecar = asterisk.awaitSidecar(id);
      assertThat(sidecar)
          .containsEntry("dialled", "33199001002")
          .containsEntry("caller", "0639980102")
          .containsEntry("reason", "fallback")
          .containsEntry("outcome", "voicemail")
          .containsEntry("answeredBy", "")
          .containsEntry("end", id);
      assertThat(Long.parseLong(sidecar.get("arrived")))
          .isLessThan(Long.parseLong(sidecar.get("recorded")));
      assertThat(ami.await(m -> m.isUserEvent("Closed")).get("Outcome")).isEqualTo("voicemail");
    }
  }

  @Test
  void leavesATraceOfACallerWhoHangsUpInTheGreeting() {
    try (Ami ami = asterisk.ami();
        SipCall call = SipCaller.through(asterisk.sip()).calling("anonymous").call()) {
      call.awaitAnswer();
      call.hangUp();
      String id = ami.await(m -> m.isUserEvent("Closed")).get("Call");
      assertThat(asterisk.awaitSidecar(id))
          .containsEntry("caller", "withheld")
          .containsEntry("outcome", "lost")
          .containsEntry("recorded", "")
          .containsEntry("seconds", "0");
    }
  }

  @Test
  void ringsTheEmergencyGroupFirst() {
    try (AsteriskServer guarded =
            AsteriskServer.start(
                Map.of(
                    "EMERGENCY_PHONES",
                    "night-1:secret1,night-2:secret2",
                    "EMERGENCY_NUMBER",
                    "33639980009"));
        Phones desk =
            Phones.deskPhone(
                guarded.sip(),
                "night-1",
                "secret1",
                Behaviour.answersAfter(Duration.ofSeconds(1)));
        Phones company =
            Phones.behindTrunk(guarded.trunk(), Map.of("+33639980009", Behaviour.neverAnswers()));
        Ami ami = guarded.ami();
        SipCall call = SipCaller.through(guarded.sip()).call()) {
      assertThat(call.awaitRinging()).isLessThan(DEAD);
      company.awaitCall("+33639980009");
      call.awaitAnswer();
      desk.awaitConversation("");
      company.awaitGone("+33639980009");
      assertThat(desk.ear().awaitTone(440, Duration.ofSeconds(5))).isTrue();
      assertThat(call.ear().awaitTone(1200, Duration.ofSeconds(5))).isTrue();
      call.hangUp();
      String id = ami.await(m -> m.isUserEvent("Closed")).get("Call");
      assertThat(guarded.awaitSidecar(id))
          .containsEntry("outcome", "answered")
          .hasEntrySatisfying("answeredBy", by -> assertThat(by).startsWith("PJSIP/night-1-"));
    }
  }

  @Test
  void ringsTheGroupsDeskPhonesThatAreRegisteredAndGreetsAtOnceWhenNoneIs() {
    try (AsteriskServer guarded =
        AsteriskServer.start(Map.of("EMERGENCY_GROUP", "desk-1,desk-2,nobody"))) {
      greetsAtOnce(guarded);
      guarded.telephones(
          Telephone.deskPhone("desk-1", "secret1"), Telephone.deskPhone("desk-2", "secret2"));
      greetsAtOnce(guarded);
      try (Phones desk = Phones.deskPhone(guarded.sip(), "desk-2", "secret2", Behaviour.answers());
          SipCall call = SipCaller.through(guarded.sip()).call()) {
        desk.awaitConversation("");
        assertThat(desk.ear().awaitTone(440, Duration.ofSeconds(5))).isTrue();
        assertThat(call.ear().awaitTone(1200, Duration.ofSeconds(5))).isTrue();
        call.hangUp();
      }
    }
  }

  private static void greetsAtOnce(AsteriskServer server) {
    try (SipCall call = SipCaller.through(server.sip()).call()) {
      assertThat(call.awaitAnswer()).isLessThan(DEAD);
      assertThat(call.ear().awaitLoud(50, Duration.ofSeconds(5))).isTrue();
      call.hangUp();
    }
  }
}
