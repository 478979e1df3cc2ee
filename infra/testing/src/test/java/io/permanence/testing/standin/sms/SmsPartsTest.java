package io.permanence.testing.standin.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsPartsTest {
  @ParameterizedTest(name = "{0} times {1} takes {2}")
  @CsvSource({
    "160, a, 1",
    "161, a, 2",
    "306, a, 2",
    "307, a, 3",
    "160, é, 1",
    "80, €, 1",
    "81, €, 2",
    "70, ê, 1",
    "71, ê, 2",
    "134, ê, 2",
    "135, ê, 3",
    "35, 😀, 1",
    "36, 😀, 2"
  })
  void aTextIsCountedAsTheNetworkCountsIt(int times, String character, int parts) {
    assertThat(SmsParts.count(character.repeat(times))).isEqualTo(parts);
  }
}
