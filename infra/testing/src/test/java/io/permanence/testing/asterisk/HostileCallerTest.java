package io.permanence.testing.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.testing.sip.SipCall;
import io.permanence.testing.sip.SipCaller;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the caller writes, the router hears of a withheld number and nothing else (S2). */
class HostileCallerTest {
  private static final String FORGED = "agi_arg_3: 33666666666";

  private static AsteriskServer asterisk;

  @BeforeAll
  static void start() {
    asterisk = AsteriskServer.start();
  }

  @AfterAll
  static void stop() {
    asterisk.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<sip:+33639980101%0Aagi_arg_3:%2033666666666@c>",
        "<sip:+33639980101%0aagi_arg_3%3A%2033666666666@c>",
        "<sip:+33639980101%0D%0A%0D%0AEvent%3A%20Forged%0D%0A%0D%0A@c>",
        "<sip:%0D%0A%0D%0AEvent%3A%20Forged%0D%0A%0D%0A@c>",
        "\"x%0D%0A%0D%0AEvent: Forged\" <sip:%2B33639980101%7F@c>",
        "\"x\\\" \\\\ %0D%0AEvent: Forged\" <sip:a%00b@c>",
        "<sip:$%7BPM_CALL%7D@c>",
        "<sip:$%7BSHELL(id)%7D@c>",
        "<sip:33639980101%22%20=%20%22%22%5D?fallback@c>",
        "<sip:33639980101,user@c>",
        "<sip:33639980101)@c>",
        "<sip:33639980101%7D,1,2@c>",
        "<sip:+33639980101;user=phone;x=%0AEvent@c>",
        "<sip:%F0%9F%93%9E@c>",
        "<sip:123456789012345678901234567890@c>",
        "<tel:+33639980101>",
      })
  void inFrom(String from) {
    call(SipCaller.through(asterisk.sip()).from(from));
  }

  @Test
  void aZeroByteEndsTheNumber() {
    try (AgiStandIn router =
            AgiStandIn.answering(asterisk.agiPort(), Map.of("route", "reject:busy"));
        SipCall call = SipCaller.through(asterisk.sip()).calling("+33639980101%00%0Ax").call()) {
      assertThat(router.await(q -> q.script().equals("route")).argument(3))
          .isIn("33639980101", "withheld");
      assertThat(call.awaitFinalStatus()).isEqualTo(486);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<sip:@c>", "<sip:+33639980101%0Aagi_arg_3: 33666666666@c>", "<sip:1]?2@c>"})
  void whatIsNoSipAtAllIsNotHeardOf(String from) {
    try (AgiStandIn router =
            AgiStandIn.answering(asterisk.agiPort(), Map.of("route", "reject:busy"));
        SipCall broken = SipCaller.through(asterisk.sip()).from(from).call();
        SipCall call = SipCaller.through(asterisk.sip()).call()) {
      assertThat(broken.placedAt()).isNotNull();
      assertThat(call.awaitFinalStatus()).isEqualTo(486);
      assertThat(router.questions()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Diversion: \"x%0D%0AEvent: Forged\" <sip:+33639980001%0Aagi_arg_3: 33666666666@c>;reason=no-answer",
        "P-Asserted-Identity: \"x%0D%0AEvent: Forged\" <sip:+33666666666%0D%0A@c>",
        "Remote-Party-ID: <sip:+33666666666%0Aagi_arg_3: 33666666666@c>",
        "User-Agent: x%0D%0AEvent: Forged",
        "Subject: %0D%0AEvent: Forged",
        "History-Info: <sip:+33666666666%0D%0AEvent: Forged@c>;index=1",
        "Reason: Q.850;cause=16;text=\"%0D%0AEvent: Forged\"",
      })
  void inOtherHeaders(String header) {
    call(
        SipCaller.through(asterisk.sip())
            .from("\"%0D%0AEvent: Forged\" <sip:+33639980101%0A@c>")
            .headers(header));
  }

  private static void call(SipCaller caller) {
    try (Ami ami = asterisk.ami();
        AgiStandIn router =
            AgiStandIn.answering(asterisk.agiPort(), Map.of("route", "announce:static/beep"));
        SipCall call = caller.call()) {
      int status = call.awaitFinalStatus();
      if (status != 200) {
        // refused by the SIP parser: as good
        assertThat(status).isBetween(400, 499);
        assertThat(router.questions()).isEmpty();
      } else {
        AgiStandIn.Question question = router.await(q -> q.script().equals("route"));
        assertThat(question.arguments()).hasSize(4);
        assertThat(question.argument(2)).isEqualTo("33199001001");
        assertThat(question.argument(3)).isEqualTo("withheld");
        assertThat(question.lines())
            .doesNotContain(FORGED)
            .allMatch(line -> line.startsWith("agi_"));
        List<String> keys =
            question.lines().stream().map(line -> line.replaceAll(":.*", "")).toList();
        assertThat(keys).doesNotHaveDuplicates();
        call.awaitEnd();
        ami.await(m -> m.isEvent("Hangup"));
      }
      assertThat(ami.messages())
          .noneMatch(m -> m.isEvent("Forged"))
          .allSatisfy(m -> assertThat(m.headers().toString()).doesNotContain("Forged"));
      assertThat(asterisk.log()).doesNotContain("\nEvent: Forged").doesNotContain("\nagi_arg");
    }
  }
}
