package io.permanence.portal.line;

import io.permanence.model.line.LineChoices;
import io.permanence.model.line.LineChoices.BlockedCallers;
import io.permanence.model.line.OutOfHours;
import io.permanence.model.line.PublicHolidays;
import io.permanence.model.line.WhenBusy;
import io.permanence.model.line.WithheldCallers;
import io.permanence.portal.http.Fields;

/** What a customer chose once for a line, as the contract shows and takes it. */
record ChoicesView(
    String outOfHours,
    String blockedCallers,
    String withheldCallers,
    String whenBusy,
    String holidays) {
  static ChoicesView of(LineChoices choices) {
    return new ChoicesView(
        choices.outOfHours().name(),
        choices.blockedCallers().name(),
        choices.withheldCallers().name(),
        choices.whenBusy().name(),
        choices.holidays().name());
  }

  static LineChoices read(Fields body) {
    return new LineChoices(
        body.word("outOfHours", OutOfHours.class),
        body.word("blockedCallers", BlockedCallers.class),
        body.word("withheldCallers", WithheldCallers.class),
        body.word("whenBusy", WhenBusy.class),
        body.word("holidays", PublicHolidays.class));
  }
}
