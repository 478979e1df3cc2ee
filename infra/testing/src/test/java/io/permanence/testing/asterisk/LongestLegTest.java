package io.permanence.testing.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.testing.sip.Behaviour;
import io.permanence.testing.sip.Phones;
import io.permanence.testing.sip.SipCall;
import io.permanence.testing.sip.SipCaller;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A conversation through the trunk ends by itself, whatever became of the router (A14). */
class LongestLegTest {
  private static final String MOBILE = "+33639980001";

  @Test
  void whoeverWasPutThroughIsHungUpAfterTheLongestTimeAndTheLadderIsNotClimbedFurther() {
    try (AsteriskServer asterisk = AsteriskServer.start(Map.of("LONGEST_LEG", "2"));
        Phones customer =
            Phones.behindTrunk(asterisk.trunk(), Map.of(MOBILE, Behaviour.answers()));
        AgiStandIn router =
            AgiStandIn.answering(
                asterisk.agiPort(), Map.of("route", "dial:1:33639980001:20:33199001001"));
        SipCall call = SipCaller.through(asterisk.sip()).call()) {
      call.awaitAnswer();
      customer.awaitConversation(MOBILE);
      assertThat(call.awaitEnd().hungUpByCallee()).isTrue();
      customer.awaitGone(MOBILE);
      assertThat(router.questions()).hasSize(1);
    }
  }
}
