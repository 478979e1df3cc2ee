package io.permanence.testing.local;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What was typed after {@code up} or {@code down}.
 *
 * @param only the one part meant, if one is
 */
record Options(Path project, Path run, Optional<String> only, boolean detach) {
  static Options of(String[] arguments) {
    Path project = Path.of(".");
    Optional<Path> run = Optional.empty();
    Optional<String> only = Optional.empty();
    boolean detach = false;
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--detach" -> detach = true;
        case "--project" -> project = Path.of(arguments[++i]);
        case "--run" -> run = Optional.of(Path.of(arguments[++i]));
        case "--only" -> only = Optional.of(arguments[++i]);
        default -> throw new IllegalArgumentException("unknown argument: " + arguments[i]);
      }
    }
    return new Options(project, run.orElse(project.resolve(".run")), only, detach);
  }
}
