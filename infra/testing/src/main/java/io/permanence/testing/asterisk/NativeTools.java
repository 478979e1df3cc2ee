package io.permanence.testing.asterisk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Asterisk, SIPp and espeak-ng as {@code infra/deploy/native-tools} provides them: obtained at the
 * first use, found again afterwards.
 *
 * @param project the project's root
 */
public record NativeTools(Path project) {
  private static final class Once {
    static final NativeTools READY = prepare();
  }

  /** The tools of this clone, obtained first when they are missing. */
  public static NativeTools here() {
    return Once.READY;
  }

  public Path folder() {
    return project.resolve(".run/native");
  }

  public Path sipp() {
    return folder().resolve("bin/sipp");
  }

  public Path espeak() {
    return folder().resolve("bin/espeak-ng");
  }

  /** The static sounds: fallback greeting, beep, goodbye, music. */
  public Path sounds() {
    return project.resolve(".run/sounds");
  }

  /** A script of {@code infra/deploy}. */
  public String script(String name) {
    return project.resolve("infra/deploy").resolve(name).toString();
  }

  /** Runs a script to its end and says what it said when it fails. */
  static void run(List<String> command) {
    try {
      Path output = Files.createTempFile("script", ".log");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      int status = process.waitFor();
      String said = Files.readString(output);
      Files.delete(output);
      if (status != 0) {
        throw new IllegalStateException(command.getFirst() + " failed: " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static NativeTools prepare() {
    Path project = Path.of("").toAbsolutePath();
    while (!Files.exists(project.resolve("infra/deploy/native-tools"))) {
      project = project.getParent();
      if (project == null) {
        throw new IllegalStateException("not inside a clone of the project");
      }
    }
    NativeTools tools = new NativeTools(project);
    run(List.of(tools.script("native-tools"), "--into", tools.folder().toString()));
    List<String> sounds = new ArrayList<>(List.of(tools.script("static-sounds")));
    sounds.addAll(
        List.of("--into", tools.sounds().toString(), "--native", tools.folder().toString()));
    run(sounds);
    return tools;
  }
}
