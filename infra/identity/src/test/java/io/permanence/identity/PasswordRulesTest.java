package io.permanence.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.identity.PasswordRules.Rule;
import io.permanence.identity.PasswordRules.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct cheval pile agrafe",
        "Ünïcödé ключ 鍵 مفتاح",
        "quatre hiboux verts volent",
        "x7#Kp2!vQ9@zL4m"
      })
  void longUnusualPasswordsOfAnyScriptAreAccepted(String password) {
    assertThat(PasswordRules.judge(password, "martin@example.org", false))
        .isInstanceOf(Verdict.Accepted.class);
  }

  @ParameterizedTest
  @CsvSource({
    "court hibou 12, TOO_SHORT",
    "aaaaaaaaaaaaaaaaaaaa, TOO_COMMON",
    "motdepassemotdepasse, TOO_COMMON",
    "azertyuiopazerty, TOO_COMMON",
    "passwordpassword1, TOO_COMMON",
    "123456789012345678, TOO_COMMON",
    "mes hiboux martin volent, CONTAINS_USER_NAME",
    "MARTIN@EXAMPLE.ORG hiboux, CONTAINS_USER_NAME"
  })
  void aRefusalNamesItsRule(String password, Rule rule) {
    assertThat(PasswordRules.judge(password, "martin@example.org", false))
        .isInstanceOfSatisfying(
            Verdict.Refused.class, refused -> assertThat(refused.rule()).isEqualTo(rule));
  }

  @Test
  void twelveCharactersAreEnoughBesideASecondFactor() {
    String twelve = "vQ9@zL4m#Kp2";
    assertThat(PasswordRules.judge(twelve, "camille", true)).isInstanceOf(Verdict.Accepted.class);
    assertThat(PasswordRules.judge(twelve, "camille", false))
        .isEqualTo(new Verdict.Refused(Rule.TOO_SHORT, 15));
    assertThat(PasswordRules.judge("vQ9@zL4m#Kp", "camille", true))
        .isEqualTo(new Verdict.Refused(Rule.TOO_SHORT, 12));
  }

  @Test
  void charactersAreCountedNotBytesOrSurrogates() {
    assertThat(PasswordRules.judge("😀🎺🦉".repeat(4), "camille", false))
        .isEqualTo(new Verdict.Refused(Rule.TOO_SHORT, 15));
    assertThat(PasswordRules.judge("é".repeat(201), "camille", false))
        .isEqualTo(new Verdict.Refused(Rule.TOO_LONG, 200));
  }

  @Test
  void theSameLettersTypedTwoWaysAreOnePassword() {
    String composed = "hibou éveillé la nuit";
    String decomposed = java.text.Normalizer.normalize(composed, java.text.Normalizer.Form.NFD);
    assertThat(PasswordRules.judge(decomposed, "camille", false))
        .isEqualTo(new Verdict.Accepted(composed));
  }
}
