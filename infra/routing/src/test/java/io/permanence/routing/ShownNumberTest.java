package io.permanence.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.Caller;
import io.permanence.model.line.PutThrough;
import io.permanence.model.line.PutThroughMode;
import org.junit.jupiter.api.Test;

class ShownNumberTest {
  @Test
  void theNumberShownIsTheLinesOrTheCallersAndNeverFromTheList() {
    var line =
        Lines.line(Lines.handling(PutThrough.ALL, PutThroughMode.DIRECT, Lines.step(Lines.MOBILE)));
    Caller known = new Caller.Known(Lines.STRANGER);
    assertThat(ShownNumber.of(ShownNumber.Policy.OWN_LINE, line, known)).isEqualTo(Lines.NUMBER);
    assertThat(ShownNumber.of(ShownNumber.Policy.CALLER, line, known)).isEqualTo(Lines.STRANGER);
    assertThat(ShownNumber.of(ShownNumber.Policy.CALLER, line, new Caller.Withheld()))
        .isEqualTo(Lines.NUMBER);
  }
}
