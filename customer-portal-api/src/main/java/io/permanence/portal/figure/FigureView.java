package io.permanence.portal.figure;

import io.permanence.model.figure.Figures;
import java.util.Optional;

/** Counts and rates; a rate is null while there is nothing to count. */
record FigureView(
    int arrived,
    int answered,
    int abandoned,
    int abandonedShort,
    int turnedAway,
    Optional<Integer> abandonPercent,
    Optional<Integer> abandonPercentWithoutShort,
    Optional<Integer> serviceLevelPercent,
    Optional<Long> averageAnswerSeconds) {
  static FigureView of(Figures figures) {
    return new FigureView(
        figures.arrived(),
        figures.answered(),
        figures.abandoned(),
        figures.abandonedShort(),
        figures.turnedAway(),
        figures.abandonPercent(),
        figures.abandonPercentWithoutShort(),
        figures.serviceLevelPercent(),
        figures.averageAnswerSeconds());
  }
}
