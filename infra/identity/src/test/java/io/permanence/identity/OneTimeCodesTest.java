package io.permanence.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTest {
  /** The secret of RFC 6238's appendix B, "12345678901234567890". */
  private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  @ParameterizedTest
  @CsvSource({"59, 287082", "1111111109, 081804", "2000000000, 279037"})
  void codesAreThoseOfTheStandard(long seconds, String code) {
    assertThat(OneTimeCodes.code(SECRET, Instant.ofEpochSecond(seconds))).isEqualTo(code);
  }

  @Test
  void aCodeCountsAStepEarlyAndAStepLate() {
    Instant at = Instant.ofEpochSecond(1_111_111_109);
    assertThat(OneTimeCodes.step(SECRET, "081804", at)).hasValue(37_037_036);
    assertThat(OneTimeCodes.step(SECRET, "081804", at.plusSeconds(30))).hasValue(37_037_036);
    assertThat(OneTimeCodes.step(SECRET, "081804", at.minusSeconds(30))).hasValue(37_037_036);
    assertThat(OneTimeCodes.step(SECRET, "081804", at.plusSeconds(61))).isEmpty();
    assertThat(OneTimeCodes.step(SECRET, "081805", at)).isEmpty();
  }

  @Test
  void aNewSecretMakesCodes() {
    String secret = OneTimeCodes.newSecret();
    assertThat(secret).hasSize(32);
    Instant now = Instant.parse("2026-11-22T10:00:00Z");
    assertThat(OneTimeCodes.step(secret, OneTimeCodes.code(secret, now), now)).isPresent();
  }
}
