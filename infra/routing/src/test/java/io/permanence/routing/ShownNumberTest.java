package io.permanence.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.Caller;
import org.junit.jupiter.api.Test;

class ShownNumberTest {
  @Test
  void theNumberShownIsTheLinesOrTheCallersAndNeverFromTheList() {
    Caller known = new Caller.Known(Lines.STRANGER);
    assertThat(ShownNumber.of(ShownNumber.Policy.OWN_LINE, Lines.NUMBER, known))
        .isEqualTo(Lines.NUMBER);
    assertThat(ShownNumber.of(ShownNumber.Policy.CALLER, Lines.NUMBER, known))
        .isEqualTo(Lines.STRANGER);
    assertThat(ShownNumber.of(ShownNumber.Policy.CALLER, Lines.NUMBER, new Caller.Withheld()))
        .isEqualTo(Lines.NUMBER);
  }
}
