package io.permanence.bench;

import java.nio.file.Path;

/**
 * How to measure.
 *
 * @param project the project's root
 * @param quick shortly and less exactly
 */
public record Conditions(Path project, boolean quick) {
  /** A run folder of the benchmark's own: the running system is left alone. */
  public Path run() {
    return project.resolve(".run/bench");
  }
}
