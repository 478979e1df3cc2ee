package io.permanence.bench;

import java.util.List;

/** Something QUALITY wants measured. One class for each id, or for ids that share a run. */
public interface Figure {
  /** The ids it measures, {@code P2} for instance. */
  List<String> ids();

  /**
   * Measures; what it starts it stops.
   *
   * @throws Exception when it could not be measured: the run goes on with the other figures
   */
  List<Row> measure(Conditions conditions) throws Exception;
}
