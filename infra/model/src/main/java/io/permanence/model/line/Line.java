package io.permanence.model.line;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.LineId;
import io.permanence.model.id.TeamId;
import java.time.ZoneId;
import java.util.Optional;

/**
 * An inbound number of a customer (A1).
 *
 * @param zone the customer's time zone; windows are read in it
 * @param standing what happens when no instruction is valid (A3)
 * @param openHours when secretaries answer this line; absent means at every hour
 * @param demo the prospects' live-test number (F1)
 */
public record Line(
    LineId id,
    CustomerId customerId,
    PhoneNumber number,
    ZoneId zone,
    TeamId homeTeam,
    Handling standing,
    Optional<Window.Weekly> openHours,
    LineChoices choices,
    boolean demo) {
  /** The calendar that windows of this line are read in. */
  public Calendar calendar() {
    return new Calendar(zone, choices.holidays());
  }
}
