package io.permanence.runtime.node;

import io.permanence.model.NumberPlan;
import io.permanence.model.line.TollFence;
import io.permanence.runtime.settings.Settings;
import java.util.List;

/** The countries that may be dialled (A14), home first. */
public final class DialableCountries {
  private DialableCountries() {}

  /** Reads them; mistakes are reported by {@link Settings#check()}. */
  public static List<String> from(Settings settings) {
    return settings.value(
        "PERMANENCE_COUNTRIES",
        "FR",
        DialableCountries::read,
        "names countries by code, home first: FR or +33, separated by blanks",
        "dialable, home first: FR or +33");
  }

  private static List<String> read(String text) {
    List<String> countries = List.of(text.split(" +"));
    TollFence unused = new TollFence(NumberPlan.real(), countries);
    return countries;
  }
}
