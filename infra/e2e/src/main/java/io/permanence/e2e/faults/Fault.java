package io.permanence.e2e.faults;

/** One fault or attack: does it to a running system and measures what holds. */
public interface Fault {
  /** As in QUALITY: R1, S2; {@code walk} for the random walk. */
  String id();

  /**
   * Does it and leaves the system running as it was.
   *
   * @throws Exception when it could not be carried out; what was measured until then stands
   */
  void run(House house, Measures measures) throws Exception;
}
