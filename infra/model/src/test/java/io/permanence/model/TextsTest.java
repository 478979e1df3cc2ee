package io.permanence.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "\u00a0", "\u2003\u3000", "\u200b", "\ufeff", "\u202e"})
  void whatNobodyCanSeeIsBlank(String text) {
    assertThat(Texts.isBlank(text)).isTrue();
  }

  @Test
  void oneLetterAmongSpacesIsNot() {
    assertThat(Texts.isBlank("\u200b a ")).isFalse();
    assertThat(Texts.isBlank("\ud83d\ude00")).isFalse();
  }
}
