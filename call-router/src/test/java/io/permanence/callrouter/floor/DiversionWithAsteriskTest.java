package io.permanence.callrouter.floor;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.testing.sip.SipCall;
import io.permanence.testing.sip.SipCaller;
import io.permanence.testing.sip.agent.AgentCall;
import io.permanence.testing.sip.agent.Answering;
import io.permanence.testing.sip.agent.Invitation;
import io.permanence.testing.sip.agent.UserAgent;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A customer's telephone that is diverted to our own line, while a secretary consults (A15). */
class DiversionWithAsteriskTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final int LOOP = 501;

  @Test
  void aConsultationThatComesBackIsNoAnswerWithoutASecondCard() {
    try (House house = new House();
        UserAgent carrier =
            UserAgent.at(
                house.asterisk.trunk().getAddress().getHostAddress(),
                house.asterisk.trunk().getPort(),
                house.asterisk.sip());
        Workplace camille = Workplace.of(house, "camille").ready();
        Workplace lea = Workplace.of(house, "lea")) {
      carrier.answering(call -> new Answering.Never());
      Instant before = Instant.now();
      try (SipCall caller = SipCaller.through(house.asterisk.sip()).dialling(House.LINE).call()) {
        String call = camille.takes(before);
        lea.ready(); // she would be offered a second call
        assertThat(
                camille
                    .console
                    .command(
                        call,
                        Map.of(
                            "command",
                            "consult",
                            "forwardingNumberId",
                            House.ANSWERING_ID.toString()))
                    .status())
            .isEqualTo(200);
        AgentCall mobile = ringing(carrier);

        AgentCall diverted = carrier.call(Invitation.of(House.LINE, House.LINE));
        assertThat(diverted.awaitStatus(SOON)).isEqualTo(LOOP);
        mobile.hangUp(); // the carrier gives up with busy

        assertThat(
                camille
                    .console
                    .awaitPhase(call, "held", before)
                    .path("ladder")
                    .findValuesAsText("outcome"))
            .containsExactly("no-answer");
        assertThat(house.database.look("select kind from call_event where kind = 'offered'"))
            .hasSize(1);
        caller.hangUp();
      }
    }
  }

  private static AgentCall ringing(UserAgent carrier) {
    Instant end = Instant.now().plus(SOON);
    while (Instant.now().isBefore(end)) {
      Optional<AgentCall> ringing =
          carrier.calls().stream()
              .filter(call -> call.dialled().contains(House.ANSWERING.substring(1)))
              .filter(call -> call.state() == AgentCall.State.RINGING)
              .findFirst();
      if (ringing.isPresent()) {
        return ringing.get();
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("the customer's telephone did not ring");
  }
}
