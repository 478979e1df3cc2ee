package io.permanence.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "Élise Noël", "日本", "\ud83d\ude00", "a\u00a0b"})
  void whatAScreenShowsMayStandAnywhere(String text) {
    assertThat(Printable.line(text)).isTrue();
    assertThat(Printable.lines(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\r\nb", "a\tb"})
  void breaksAndTabsMayStandOnlyWhereThereAreLines(String text) {
    assertThat(Printable.line(text)).isFalse();
    assertThat(Printable.lines(text)).isTrue();
  }

  @Test
  void controlCharactersAndHalvesOfCharactersMayStandNowhere() {
    for (String text :
        new String[] {"\0", "a\u0007", "\u001b[1m", "\u007f", "\ud83d", "a\ude00b"}) {
      assertThat(Printable.lines(text)).as("U+%04X", (int) text.charAt(0)).isFalse();
      assertThat(Printable.line(text)).isFalse();
    }
  }
}
