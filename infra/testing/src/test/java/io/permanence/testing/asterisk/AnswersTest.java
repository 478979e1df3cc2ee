package io.permanence.testing.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.testing.sip.Behaviour;
import io.permanence.testing.sip.Phones;
import io.permanence.testing.sip.SipCall;
import io.permanence.testing.sip.SipCaller;
import io.permanence.testing.sip.SipMessage;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The router answers, and Asterisk does what it says. */
class AnswersTest {
  private static final String MOBILE = "+33639980001";

  private static AsteriskServer asterisk;

  @BeforeAll
  static void start() {
    asterisk = AsteriskServer.start();
  }

  @AfterAll
  static void stop() {
    asterisk.close();
  }

  private static SipCaller caller() {
    return SipCaller.through(asterisk.sip());
  }

  private static AgiStandIn router(Map<String, String> answers) {
    return AgiStandIn.answering(asterisk.agiPort(), answers);
  }

  /** Answers {@code route} with the first of these, and each further question with the next. */
  private static AgiStandIn ladder(String... steps) {
    Iterator<String> next = List.of(steps).iterator();
    return AgiStandIn.listen(asterisk.agiPort(), q -> new AgiStandIn.Reply.Says(next.next()));
  }

  @ParameterizedTest
  @CsvSource({
    "+33199001001, +33639980101, 33199001001, 33639980101",
    "33199001001, 0639980101, 33199001001, 0639980101",
    "0199001001, 0033639980101, 0199001001, 0033639980101",
    "+33199001001, anonymous, 33199001001, withheld",
    "+33199001001, alice, 33199001001, withheld",
    "+33199001001, +3363998010a, 33199001001, withheld",
  })
  void asksForTheNumberDialledAndTheCallersNumber(
      String dialled, String from, String askedDialled, String askedCaller) {
    try (AgiStandIn router = router(Map.of("route", "reject:busy"));
        SipCall call = caller().dialling(dialled).calling(from).call()) {
      AgiStandIn.Question question = router.await(q -> q.script().equals("route"));
      assertThat(question.arguments()).hasSize(4);
      assertThat(question.argument(2)).isEqualTo(askedDialled);
      assertThat(question.argument(3)).isEqualTo(askedCaller);
      assertThat(call.awaitFinalStatus()).isEqualTo(486);
    }
  }

  @ParameterizedTest
  @CsvSource({"busy, 486", "unallocated, 404", "loop, 501"})
  void refusesWithoutAnswering(String cause, int status) {
    try (AgiStandIn router = router(Map.of("route", "reject:" + cause));
        SipCall call = caller().call()) {
      assertThat(call.awaitFinalStatus()).isEqualTo(status);
      assertThat(router.questions()).hasSize(1);
    }
  }

  @Test
  void refusesWhatIsNoNumberWithoutAsking() {
    try (AgiStandIn router = router(Map.of("route", "desk"));
        SipCall word = caller().dialling("reception").call();
        SipCall crlf = caller().dialling("33199001001%0D%0AEvent:%20Forged").call();
        SipCall tooLong = caller().dialling("331990010013319900100133199001001").call()) {
      assertThat(word.awaitFinalStatus()).isEqualTo(404);
      assertThat(crlf.awaitFinalStatus()).isEqualTo(404);
      assertThat(tooLong.awaitFinalStatus()).isEqualTo(404);
      assertThat(router.questions()).isEmpty();
    }
  }

  @Test
  void playsAnAnnouncementAndHangsUp() {
    try (AgiStandIn router = router(Map.of("route", "announce:static/goodbye-fr"));
        SipCall call = caller().call()) {
      assertThat(call.awaitEnd().hungUpByCallee()).isTrue();
      assertThat(call.finalStatus()).isEqualTo(200);
      assertThat(call.ear().loudPackets()).isGreaterThan(30);
      assertThat(router.questions()).hasSize(1);
    }
  }

  @Test
  void recordsAVoicemail() throws Exception {
    try (AgiStandIn router = router(Map.of("route", "voicemail:static/goodbye-fr"));
        SipCall call = caller().call()) {
      String id = router.await(q -> q.script().equals("route")).call();
      assertThat(call.ear().awaitTone(1000, Duration.ofSeconds(20))).isTrue();
      var recording = asterisk.spool().resolve("voicemail").resolve(id + ".wav");
      Eventually.holds(
          "something is recorded", () -> Files.exists(recording) && Files.size(recording) > 16_000);
      call.hangUp();
      assertThat(asterisk.awaitSidecar(id))
          .containsEntry("reason", "voicemail")
          .containsEntry("outcome", "voicemail")
          .containsEntry("dialled", "33199001001")
          .containsEntry("caller", "33639980101");
    }
  }

  @Test
  void letsTheCallerWaitInMusicAtTheDesk() {
    try (Ami ami = asterisk.ami();
        AgiStandIn router = router(Map.of("route", "desk"));
        SipCall call = caller().call()) {
      String id = router.await(q -> q.script().equals("route")).call();
      call.awaitAnswer();
      assertThat(call.ear().awaitLoud(50, Duration.ofSeconds(10))).isTrue();
      Ami.Message waiting = ami.await(m -> m.isUserEvent("DeskWaiting"));
      assertThat(waiting.get("Call")).isEqualTo(id);
      assertThat(waiting.variable("PM_CALL")).isEqualTo(id);
      assertThat(waiting.variable("PM_ROLE")).isEqualTo("caller");
      assertThat(waiting.variable("PM_DIALLED")).isEqualTo("33199001001");
      assertThat(waiting.variable("PM_CALLER")).isEqualTo("33639980101");
      call.hangUp();
    }
  }

  @Test
  void putsThroughAndShowsTheLinesNumber() {
    try (Ami ami = asterisk.ami();
        Phones customer =
            Phones.behindTrunk(
                asterisk.trunk(), Map.of(MOBILE, Behaviour.answersAfter(Duration.ofMillis(400))));
        AgiStandIn router = router(Map.of("route", "dial:7:33639980001:20:33199001001"));
        SipCall call = caller().call()) {
      call.awaitAnswer();
      customer.awaitConversation(MOBILE);
      SipMessage invite = customer.awaitCall(MOBILE);
      assertThat(invite.header("From"))
          .hasValueSatisfying(
              from -> assertThat(from).contains("+33199001001@").doesNotContain("unverified"));
      assertThat(customer.ear().awaitTone(440, Duration.ofSeconds(5))).isTrue();
      assertThat(call.ear().awaitTone(880, Duration.ofSeconds(5))).isTrue();
      Ami.Message answered = ami.await(AnswersTest::connectsARung);
      assertThat(answered.variable("PM_STEP")).isEqualTo("7");
      assertThat(answered.variable("PM_CALL")).isEqualTo(router.questions().getFirst().call());
      customer.hangUp(MOBILE);
      assertThat(call.awaitEnd().hungUpByCallee()).isTrue();
      assertThat(router.questions()).hasSize(1);
    }
  }

  @Test
  void ringsSeveralNumbersAtOnceAndStopsTheOthersWhenOneAnswers() {
    String office = "+33639980002";
    try (Ami ami = asterisk.ami();
        Phones customer =
            Phones.behindTrunk(
                asterisk.trunk(),
                Map.of(
                    MOBILE,
                    Behaviour.neverAnswers(),
                    office,
                    Behaviour.answersAfter(Duration.ofMillis(600))));
        AgiStandIn router = ladder("dial:1:33639980001-33639980002:20:33199001001");
        SipCall call = caller().call()) {
      customer.awaitCall(MOBILE);
      call.awaitAnswer();
      customer.awaitConversation(office);
      customer.awaitGone(MOBILE);
      assertThat(ami.await(AnswersTest::connectsARung).variable("PM_STEP")).isEqualTo("1");
      customer.hangUp(office);
      assertThat(call.awaitEnd().hungUpByCallee()).isTrue();
      assertThat(router.questions()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"true, noanswer", "false, busy"})
  void ofSeveralNumbersOneThatRangInVainCountsMoreThanABusyOne(boolean rings, String outcome) {
    try (Phones customer =
            Phones.behindTrunk(
                asterisk.trunk(),
                Map.of(
                    MOBILE,
                    rings ? Behaviour.neverAnswers() : Behaviour.busy(),
                    "+33639980002",
                    Behaviour.busy()));
        AgiStandIn router =
            ladder("dial:1:33639980001-33639980002:2:33199001001", "voicemail:static/goodbye-fr");
        SipCall call = caller().call()) {
      customer.awaitCall("+33639980002");
      assertThat(router.await(q -> q.arguments().contains("1")).argument(3)).isEqualTo(outcome);
      call.awaitAnswer();
      call.hangUp();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "486, 17, busy",
    "603, 21, refused",
    "480, 0, noanswer",
    "408, 0, noanswer",
    "503, 0, unreachable",
    "404, 1, unreachable",
    "501, 0, loop",
    "302, 0, unreachable"
  })
  void tellsHowAStepEndedAndAsksForTheNext(int status, int cause, String outcome) {
    try (Phones customer =
            Phones.behindTrunk(
                asterisk.trunk(), Map.of(MOBILE, new Behaviour.Refuses(status, cause)));
        AgiStandIn router = ladder("dial:a-1:33639980001:20:33199001001", "desk");
        SipCall call = caller().call()) {
      call.awaitAnswer();
      customer.awaitCall(MOBILE);
      AgiStandIn.Question second = router.await(q -> q.script().equals("step"));
      assertThat(second.argument(2)).isEqualTo("a-1");
      assertThat(second.argument(3)).isEqualTo(outcome);
      call.hangUp();
    }
  }

  @Test
  void rungInVainTheStepCountsAsNoAnswerAndTheTelephoneStopsRinging() {
    try (Phones customer =
            Phones.behindTrunk(asterisk.trunk(), Map.of(MOBILE, Behaviour.neverAnswers()));
        AgiStandIn router =
            ladder("dial:1:33639980001:1:33199001001", "voicemail:static/goodbye-fr");
        SipCall call = caller().call()) {
      customer.awaitGone(MOBILE);
      assertThat(router.await(q -> q.arguments().contains("1")).argument(3)).isEqualTo("noanswer");
      call.awaitAnswer();
      call.hangUp();
    }
  }

  @Test
  void whoHangsUpWhileItRingsStopsTheRinging() {
    try (Phones customer =
            Phones.behindTrunk(asterisk.trunk(), Map.of(MOBILE, Behaviour.neverAnswers()));
        AgiStandIn router = ladder("dial:1:33639980001:30:33199001001");
        SipCall call = caller().call()) {
      customer.awaitCall(MOBILE);
      call.hangUp();
      SipMessage cancel =
          call.messages().stream()
              .filter(m -> m.text().startsWith("CANCEL "))
              .findFirst()
              .orElseThrow();
      assertThat(Duration.between(cancel.at(), customer.awaitGone(MOBILE).at()))
          .isLessThan(Duration.ofMillis(200));
      assertThat(router.questions()).hasSize(1);
    }
  }

  @Test
  void aStepThatIsNotAnsweredLeadsToTheFallback() {
    try (Ami ami = asterisk.ami();
        Phones customer = Phones.behindTrunk(asterisk.trunk(), Map.of(MOBILE, Behaviour.busy()));
        AgiStandIn router =
            AgiStandIn.listen(
                asterisk.agiPort(),
                q ->
                    q.script().equals("route")
                        ? new AgiStandIn.Reply.Says("dial:1:33639980001:5:33199001001")
                        : new AgiStandIn.Reply.Silent());
        SipCall call = caller().call()) {
      customer.awaitCall(MOBILE);
      assertThat(call.awaitAnswer()).isLessThan(Duration.ofMillis(2500));
      Optional<Ami.Message> fallback = ami.find(m -> m.isUserEvent("Fallback"));
      assertThat(fallback.map(m -> m.get("Call"))).contains(router.questions().getFirst().call());
      call.hangUp();
    }
  }

  @Test
  void aLadderWithoutAnEndEndsAtTheDesk() {
    try (Ami ami = asterisk.ami();
        Phones customer = Phones.behindTrunk(asterisk.trunk(), Map.of(MOBILE, Behaviour.busy()));
        AgiStandIn router =
            AgiStandIn.listen(
                asterisk.agiPort(),
                q -> new AgiStandIn.Reply.Says("dial:1:33639980001:5:33199001001"));
        SipCall call = caller().call()) {
      ami.await(m -> m.isUserEvent("DeskWaiting"));
      assertThat(customer.called()).hasSize(20);
      assertThat(router.questions()).hasSize(20);
      call.hangUp();
    }
  }

  /** The telephone that was dialled is in a conversation: how the router knows that it answered. */
  private static boolean connectsARung(Ami.Message message) {
    return message.isEvent("BridgeEnter") && message.variable("PM_LEG").equals("ladder");
  }
}
