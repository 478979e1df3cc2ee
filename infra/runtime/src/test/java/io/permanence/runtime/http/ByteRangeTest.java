package io.permanence.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.runtime.http.ByteRange.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
  @ParameterizedTest
  @CsvSource({
    "bytes=0-1, 0, 1",
    "bytes=10-, 10, 99",
    "bytes=-5, 95, 99",
    "bytes=90-200, 90, 99",
    "bytes=-500, 0, 99"
  })
  void aPartIsCutAtTheEnd(String header, int from, int to) {
    assertThat(ByteRange.of(header, 100)).isEqualTo(new Wish.Part(new ByteRange(from, to)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bytes=-", "bytes=5-1", "lines=0-1", "bytes=0-1,3-4"})
  void whatIsNoPartMeansAll(String header) {
    assertThat(ByteRange.of(header, 100)).isEqualTo(new Wish.Whole());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=100-", "bytes=-0"})
  void aPartBehindTheEndIsRefused(String header) {
    assertThat(ByteRange.of(header, 100)).isEqualTo(new Wish.Beyond());
  }

  @Test
  void withoutTheHeaderItIsAll() {
    assertThat(ByteRange.of(null, 100)).isEqualTo(new Wish.Whole());
  }
}
