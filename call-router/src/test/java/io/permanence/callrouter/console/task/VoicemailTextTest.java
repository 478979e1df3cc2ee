package io.permanence.callrouter.console.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VoicemailTextTest {
  @Test
  void itSaysWhatItIsAndHowLong() {
    assertThat(VoicemailText.of("fr", 7)).isEqualTo("Message vocal de 7 s");
    assertThat(VoicemailText.of("fr", 120)).isEqualTo("Message vocal de 2 min 00 s");
    assertThat(VoicemailText.of("en", 65)).isEqualTo("Voice message of 1 min 05 s");
  }
}
