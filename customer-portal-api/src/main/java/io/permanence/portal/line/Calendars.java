package io.permanence.portal.line;

import io.permanence.model.id.LineId;
import io.permanence.model.line.Calendar;
import io.permanence.model.line.LineChoices;
import io.permanence.store.Tx;
import io.permanence.store.customer.Customer;
import io.permanence.store.customer.Customers;
import io.permanence.store.line.LineSettings;
import io.permanence.store.line.LineSettings.Settings;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;

/** The customer's clock and, for each line, the holidays it keeps and the rest it chose. */
public record Calendars(Customer customer, Map<LineId, Settings> settings) {
  public Calendars {
    settings = Map.copyOf(settings);
  }

  /** Reads them. */
  public static Future<Calendars> load(Tx tx) {
    return Customers.current(tx)
        .compose(
            customer -> LineSettings.all(tx).map(settings -> new Calendars(customer, settings)));
  }

  /** The calendar of a line. */
  public Calendar of(LineId line) {
    return new Calendar(customer.zone(), choices(line).holidays());
  }

  /** What was chosen for a line. */
  public LineChoices choices(LineId line) {
    return Optional.ofNullable(settings.get(line)).map(Settings::choices).orElse(LineChoices.USUAL);
  }
}
