package io.permanence.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.e2e.Journal.Call;
import io.permanence.testing.sip.SipCall;
import io.permanence.testing.sip.SipCaller;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller writes into SIP changes nothing but who they are: a withheld caller (S2). */
class HostileCallerTest {
  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final Journal JOURNAL = new Journal(SYSTEM);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<sip:+33639980101%0Aagi_arg_1%3A%20x@127.0.0.2>",
        "<sip:%0D%0AEvent%3A%20Hangup%0D%0AChannel%3A%20x@127.0.0.2>",
        "\"+33639980101%0D%0AAction: Originate\" <sip:anonymous@127.0.0.2>",
        "\"</script><script>alert(1)</script>\" <sip:+33639980101;x=%0A@127.0.0.2>",
        "<sip:+3363998010100000000000000000000@127.0.0.2>",
        "<sip:+33639980101$%7BSYSTEM(id)%7D@127.0.0.2>"
      })
  void hostileTextInFromIsAWithheldCaller(String from) {
    Instant began = Instant.now();
    try (SipCall call =
        SipCaller.through(SYSTEM.sip())
            .from(from)
            .headers(
                "Diversion: <sip:+33199001001%0D%0AEvent%3A%20x@127.0.0.2>;reason=\"%0A\"",
                "P-Asserted-Identity: <sip:+33639980101%0A@127.0.0.2>")
            .dialling("+33199001003")
            .call()) {
      call.awaitAnswer();
      Call told = JOURNAL.await("", began);
      assertThat(JOURNAL.events(told.id())).isNotEmpty();
      call.hangUp();
    }
    assertThat(JOURNAL.awaitEnd("", began).outcome()).isEqualTo("LOST");
    assertThat(JOURNAL.newest("+33639980101", began)).isEmpty();
  }
}
