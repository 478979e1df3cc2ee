package io.permanence.model.figure;

import java.time.Duration;

/**
 * What a company calls in time, and what it does not hold against itself.
 *
 * @param inTime a call answered within it is answered in time
 * @param shortAbandon a caller who gives up within it was not kept waiting
 */
public record FigureRules(Duration inTime, Duration shortAbandon) {
  /** What an installation starts with: 15 s and 5 s. */
  public static final FigureRules USUAL =
      new FigureRules(Duration.ofSeconds(15), Duration.ofSeconds(5));
}
