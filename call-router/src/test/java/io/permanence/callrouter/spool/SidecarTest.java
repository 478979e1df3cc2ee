package io.permanence.callrouter.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.callrouter.spool.Sidecar.Outcome;
import io.permanence.callrouter.spool.Sidecar.Reading;
import io.permanence.model.id.CallId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SidecarTest {
  static final String CALL = "6f1ed002-ab55-4a1c-9d4b-0000000000aa";
  static final List<String> VOICEMAIL =
      List.of(
          "call=" + CALL,
          "dialled=33199001001",
          "caller=33639980301",
          "arrived=1795424400",
          "recorded=1795424410",
          "seconds=7",
          "reason=fallback",
          "outcome=voicemail",
          "answeredBy=",
          "ended=1795424420",
          "end=" + CALL);

  @Test
  void aCompleteFileIsUnderstood() {
    assertThat(Sidecar.read(CALL, VOICEMAIL))
        .isEqualTo(
            new Reading.Complete(
                new Sidecar(
                    CallId.of(CALL),
                    "33199001001",
                    "33639980301",
                    Instant.ofEpochSecond(1795424400),
                    Optional.of(Instant.ofEpochSecond(1795424410)),
                    7,
                    true,
                    Outcome.VOICEMAIL,
                    Instant.ofEpochSecond(1795424420))));
  }

  @Test
  void aFileWithoutItsEndIsStillBeingWritten() {
    for (int lines = 0; lines < VOICEMAIL.size(); lines++) {
      assertThat(Sidecar.read(CALL, VOICEMAIL.subList(0, lines)))
          .isInstanceOf(Reading.Unfinished.class);
    }
  }

  @Test
  void aFileUnderAnotherNameIsUnreadable() {
    assertThat(Sidecar.read("6f1ed002-ab55-4a1c-9d4b-0000000000bb", VOICEMAIL))
        .isInstanceOf(Reading.Unreadable.class);
    assertThat(Sidecar.read("../etc/passwd", List.of("call=../etc/passwd", "end=../etc/passwd")))
        .isInstanceOf(Reading.Unreadable.class);
  }

  @Test
  void aFileWithoutTimesOrOutcomeIsUnreadable() {
    assertThat(Sidecar.read(CALL, List.of("call=" + CALL, "outcome=lost", "end=" + CALL)))
        .isInstanceOf(Reading.Unreadable.class);
  }

  @Property
  void whateverStandsInItNothingIsThrown(@ForAll String name, @ForAll List<String> lines) {
    assertThat(Sidecar.read(name, lines)).isNotInstanceOf(Reading.Complete.class);
  }
}
