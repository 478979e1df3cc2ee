package io.permanence.runtime.node;

import io.permanence.model.figure.FigureRules;
import io.permanence.runtime.settings.Settings;

/** What the company calls in time (B11): once for the desk's figures and the customer's. */
public final class CountedInTime {
  private CountedInTime() {}

  /** Reads it; mistakes are reported by {@link Settings#check()}. */
  public static FigureRules from(Settings settings) {
    return new FigureRules(
        settings.duration(
            "PERMANENCE_DESK_IN_TIME",
            FigureRules.USUAL.inTime(),
            "a call answered within it is answered in time"),
        settings.duration(
            "PERMANENCE_DESK_SHORT_ABANDON",
            FigureRules.USUAL.shortAbandon(),
            "a caller who gives up within it was not kept waiting"));
  }
}
