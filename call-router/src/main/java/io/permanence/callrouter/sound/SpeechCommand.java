package io.permanence.callrouter.sound;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The text-to-speech command. The text goes in by a file, never by a shell or an argument.
 * Blocking.
 *
 * @param words the program and its arguments; {@code {text}}, {@code {sound}} and {@code
 *     {language}} stand for the file with the text, the file to be written (any WAV), and the
 *     language
 */
public record SpeechCommand(List<String> words) {
  private static final int PATIENCE_SECONDS = 30;

  public SpeechCommand {
    words = List.copyOf(words);
    if (words.stream().noneMatch(each -> each.contains("{text}"))
        || words.stream().noneMatch(each -> each.contains("{sound}"))) {
      throw new IllegalArgumentException("a speech command names {text} and {sound}");
    }
  }

  /** espeak-ng, found at that path or by that name. */
  public static SpeechCommand espeak(String program) {
    return new SpeechCommand(
        List.of(
            program, "-v", "{language}", "-s", "145", "-b", "1", "-f", "{text}", "-w", "{sound}"));
  }

  /**
   * A command as it stands in a setting, its words separated by blanks.
   *
   * @throws IllegalArgumentException when it does not name {@code {text}} and {@code {sound}}
   */
  public static SpeechCommand of(String setting) {
    return new SpeechCommand(List.of(setting.trim().split(" +")));
  }

  /** Names this voice in ids of sounds. */
  String voice() {
    return String.join(" ", words.subList(1, words.size()));
  }

  /**
   * Writes the spoken text.
   *
   * @throws IOException when the command is missing, fails, or takes longer than half a minute
   */
  void speak(SpokenText text, Path sound) throws IOException, InterruptedException {
    Path file = Files.createTempFile(sound.getParent(), "text", ".txt");
    try {
      Files.writeString(file, text.text(), StandardCharsets.UTF_8);
      Process process =
          new ProcessBuilder(words.stream().map(each -> filled(each, text, file, sound)).toList())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("the speech command took too long");
      }
      if (process.exitValue() != 0) {
        throw new IOException("the speech command failed with " + process.exitValue());
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static String filled(String word, SpokenText text, Path file, Path sound) {
    return word.replace("{text}", file.toString())
        .replace("{sound}", sound.toString())
        .replace("{language}", text.language());
  }
}
