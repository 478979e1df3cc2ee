package io.permanence.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.permanence.model.NumberPlan.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
  @ParameterizedTest
  @CsvSource({
    "+33639980101, +33639980101",
    "0033639980101, +33639980101",
    "06 39 98 01 01, +33639980101",
    "01.99.00.10.01, +33199001001",
    "+44 20 7946 0958, +442079460958",
  })
  void aNumberIsReadAsPeopleAndTrunksWriteIt(String written, String e164) {
    assertThat(NumberPlan.real().parse(written)).contains(new PhoneNumber(e164));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "anonymous",
        "+",
        "12",
        "06\r\n39980101x",
        "++33+33",
        "000000000000000000000000000000000000000000000"
      })
  void whatIsNoNumberIsRefusedWithoutAnException(String written) {
    assertThat(NumberPlan.real().parse(written)).isEmpty();
  }

  @Test
  void aPrintedNumberDoesNotNameThePerson() {
    assertThat(new PhoneNumber("+33639980101")).hasToString("+33*******01");
  }

  @Test
  void onlyE164IsAPhoneNumber() {
    assertThatThrownBy(() -> new PhoneNumber("0639980101"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theFictionalRangesCountOnlyInTheDemo() {
    PhoneNumber mobile = new PhoneNumber("+33639980101");
    PhoneNumber fixed = new PhoneNumber("+33199001001");
    assertThat(NumberPlan.demo().kind(mobile)).isEqualTo(Kind.MOBILE);
    assertThat(NumberPlan.demo().kind(fixed)).isEqualTo(Kind.FIXED);
    assertThat(NumberPlan.real().kind(mobile)).isEqualTo(Kind.INVALID);
    assertThat(NumberPlan.demo().kind(new PhoneNumber("+33899123456"))).isEqualTo(Kind.PREMIUM);
  }
}
