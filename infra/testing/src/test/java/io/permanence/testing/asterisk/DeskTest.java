package io.permanence.testing.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.testing.sip.Behaviour;
import io.permanence.testing.sip.Phones;
import io.permanence.testing.sip.SipCall;
import io.permanence.testing.sip.SipCaller;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A waiting caller, a secretary's desk phone, and AMI between them. */
class DeskTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  private static AsteriskServer asterisk;
  private static Phones phone;
  private static Ami ami;
  private static String secretary = "";

  @BeforeAll
  static void start() {
    asterisk = AsteriskServer.start();
    asterisk.telephones(
        Telephone.deskPhone("desk-1", "secret1"), Telephone.browser("web-1", "secret2"));
    phone = Phones.deskPhone(asterisk.sip(), "desk-1", "secret1", Behaviour.answers());
    ami = asterisk.ami();
    secretary = signIn();
  }

  @AfterAll
  static void stop() {
    ami.close();
    phone.close();
    asterisk.close();
  }

  private static String signIn() {
    ami.send(
        "Originate",
        Map.of(
            "Channel", "PJSIP/desk-1",
            "Context", "desk-idle",
            "Exten", "s",
            "Priority", "1",
            "Async", "true",
            "Variable", "PM_SECRETARY=s-1"));
    Ami.Message resting =
        ami.await(m -> m.isEvent("BridgeEnter") && m.get("Channel").startsWith("PJSIP/desk-1"));
    assertThat(resting.variable("PM_ROLE")).isEqualTo("secretary");
    assertThat(resting.variable("PM_SECRETARY")).isEqualTo("s-1");
    return resting.get("Channel");
  }

  private static SipCall caller(AgiStandIn router) {
    SipCall call = SipCaller.through(asterisk.sip()).call();
    router.await(q -> q.script().equals("route"));
    call.awaitAnswer();
    return call;
  }

  private static String channelOf(AgiStandIn router) {
    String id = router.questions().getFirst().call();
    return ami.await(m -> m.isEvent("BridgeEnter") && m.variable("PM_CALL").equals(id))
        .get("Channel");
  }

  private static void fetch(String channel) throws Exception {
    fetch(channel, secretary);
  }

  /** Out of the music first, by itself; then to somebody. */
  private static void fetch(String channel, String to) throws Exception {
    long before = quietStays(channel);
    ami.send(
        "Redirect",
        Map.of("Channel", channel, "Context", "desk-fetched", "Exten", "s", "Priority", "1"));
    Eventually.holds("it has left the music", () -> quietStays(channel) > before);
    Ami.Message answer = ami.send("Bridge", Map.of("Channel1", channel, "Channel2", to));
    assertThat(answer.get("Response")).as(answer.get("Message")).isEqualTo("Success");
  }

  private static long quietStays(String channel) {
    return ami.messages().stream()
        .filter(m -> m.isEvent("BridgeEnter") && m.get("Channel").equals(channel))
        .filter(m -> m.get("BridgeName").equals("desk-fetched"))
        .count();
  }

  @Test
  void connectsHoldsResumesAndEnds() throws Exception {
    try (AgiStandIn router =
            AgiStandIn.answering(asterisk.agiPort(), Map.of("route", "desk", "waiting", "wait"));
        SipCall call = caller(router)) {
      String channel = channelOf(router);
      fetch(channel);
      assertThat(call.ear().awaitTone(1200, SOON)).isTrue();
      assertThat(phone.ear().awaitTone(440, SOON)).isTrue();

      ami.send(
          "Redirect",
          Map.of("Channel", channel, "Context", "desk-hold", "Exten", "s", "Priority", "1"));
      ami.await(m -> m.isUserEvent("DeskIdle") && m.get("Secretary").equals("s-1"));
      call.ear().forget();
      assertThat(call.ear().awaitLoud(20, SOON)).isTrue();
      assertThat(call.ear().hears(1200, call.placedAt())).isFalse();

      fetch(channel);
      assertThat(phone.ear().awaitTone(440, SOON)).isTrue();
      ami.send("Hangup", Map.of("Channel", channel, "Cause", "16"));
      assertThat(call.awaitEnd().hungUpByCallee()).isTrue();
    }
  }

  @Test
  void aCallerWhomNobodyFetchesAfterAllHearsMusicAgain() throws Exception {
    try (AgiStandIn router =
            AgiStandIn.answering(asterisk.agiPort(), Map.of("route", "desk", "waiting", "wait"));
        SipCall call = caller(router)) {
      String channel = channelOf(router);
      assertThat(call.ear().awaitLoud(20, SOON)).isTrue();
      ami.send(
          "Redirect",
          Map.of("Channel", channel, "Context", "desk-fetched", "Exten", "s", "Priority", "1"));
      Eventually.holds("it has left the music", () -> quietStays(channel) == 1);
      call.ear().forget();
      assertThat(call.ear().awaitLoud(20, SOON)).isTrue();
      call.hangUp();
    }
  }

  @Test
  void whoeverTalksIsNotAskedForAndSurvivesEveryTimer() throws Exception {
    try (AgiStandIn router =
            AgiStandIn.answering(asterisk.agiPort(), Map.of("route", "desk", "waiting", "wait"));
        SipCall call = caller(router)) {
      fetch(channelOf(router));
      Instant connected = Instant.now();
      // longer than the music's ten seconds and the question's two
      Eventually.holds("13 s have passed", () -> Instant.now().isAfter(connected.plusSeconds(13)));
      assertThat(call.ear().awaitTone(1200, SOON)).isTrue();
      assertThat(router.questions()).hasSize(1);
      call.hangUp();
    }
  }

  @Test
  void aCallerIsFetchedInTheMiddleOfAnOpenQuestionAndComesBackToMusic() throws Exception {
    AtomicReference<AgiStandIn.Reply> waiting =
        new AtomicReference<>(new AgiStandIn.Reply.Silent());
    try (AgiStandIn router =
            AgiStandIn.listen(
                asterisk.agiPort(),
                q ->
                    q.script().equals("route")
                        ? new AgiStandIn.Reply.Says("desk")
                        : waiting.get());
        SipCall call = caller(router)) {
      String channel = channelOf(router);
      router.await(q -> q.script().equals("waiting"));
      fetch(channel);
      Instant connected = Instant.now();
      Eventually.holds(
          "the question's limit is over", () -> Instant.now().isAfter(connected.plusSeconds(4)));
      assertThat(call.ear().awaitTone(1200, SOON)).isTrue();

      waiting.set(new AgiStandIn.Reply.Says("wait"));
      ami.send(
          "Redirect",
          Map.of("Channel", secretary, "Context", "desk-idle", "Exten", "back", "Priority", "1"));
      call.ear().forget();
      assertThat(call.ear().awaitLoud(20, SOON)).isTrue();
      assertThat(call.answeredAt()).isPresent();
      assertThat(call.hungUpByCallee()).isFalse();
      call.hangUp();
    }
  }

  @Test
  void musicEndsInTheFallbackWhenTheRouterIsGone() {
    AgiStandIn router = AgiStandIn.answering(asterisk.agiPort(), Map.of("route", "desk"));
    try (SipCall call = caller(router)) {
      String id = router.questions().getFirst().call();
      router.close();
      Ami.Message fallback = ami.await(m -> m.isUserEvent("Fallback") && m.get("Call").equals(id));
      assertThat(fallback.variable("PM_ROLE")).isEqualTo("caller");
      call.hangUp();
    }
  }

  @Test
  void aWaitingCallerCanBeSentToVoicemailByTheRouter() {
    try (AgiStandIn router =
            AgiStandIn.answering(
                asterisk.agiPort(),
                Map.of("route", "desk", "waiting", "voicemail:static/goodbye-fr"));
        SipCall call = caller(router)) {
      assertThat(call.ear().awaitTone(1000, Duration.ofSeconds(30))).isTrue();
      call.hangUp();
      assertThat(asterisk.awaitSidecar(router.questions().getFirst().call()))
          .containsEntry("reason", "voicemail");
    }
  }

  @Test
  void consultsAThirdPartyAndHandsTheCallOver() throws Exception {
    String mobile = "+33639980001";
    try (Phones customer =
            Phones.behindTrunk(asterisk.trunk(), Map.of(mobile, Behaviour.answers()));
        AgiStandIn router =
            AgiStandIn.answering(asterisk.agiPort(), Map.of("route", "desk", "waiting", "wait"));
        SipCall call = caller(router)) {
      String channel = channelOf(router);
      fetch(channel);
      ami.send(
          "Redirect",
          Map.of("Channel", channel, "Context", "desk-hold", "Exten", "s", "Priority", "1"));
      ami.send(
          "Originate",
          Map.of(
              "Channel", "PJSIP/" + mobile + "@trunk",
              "Context", "desk-third",
              "Exten", "s",
              "Priority", "1",
              "Async", "true",
              "CallerID", "<+33199001001>",
              "ChannelId", "third-1",
              "Variable", "PM_CALL=" + router.questions().getFirst().call()));
      Ami.Message third =
          ami.await(m -> m.isEvent("BridgeEnter") && m.variable("PM_ROLE").equals("third"));
      assertThat(third.get("Uniqueid")).isEqualTo("third-1");
      ami.send("Bridge", Map.of("Channel1", secretary, "Channel2", third.get("Channel")));
      assertThat(phone.ear().awaitTone(880, SOON)).isTrue();

      fetch(channel, third.get("Channel"));
      assertThat(call.ear().awaitTone(880, SOON)).isTrue();
      assertThat(customer.ear().awaitTone(440, SOON)).isTrue();
      call.hangUp();
      customer.awaitGone(mobile);
    }
  }
}
