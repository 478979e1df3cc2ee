package io.permanence.testing.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** Runs one of the project's scripts to its end, its output in a log. */
final class Script {
  private Script() {}

  /**
   * Runs it.
   *
   * @throws IllegalStateException with the end of what it printed, when it fails
   */
  static void run(RunFolder folder, String log, List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.project().toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.log(log).toFile())
              .start();
      process.getOutputStream().close();
      if (process.waitFor() != 0) {
        List<String> lines = Files.readAllLines(folder.log(log));
        throw new IllegalStateException(
            String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
