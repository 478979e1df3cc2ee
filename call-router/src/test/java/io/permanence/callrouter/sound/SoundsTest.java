package io.permanence.callrouter.sound;

import static io.permanence.callrouter.journal.Waiting.await;
import static io.permanence.callrouter.journal.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.permanence.routing.Prompt;
import io.permanence.routing.Prompt.Stock;
import io.permanence.runtime.blocking.Blocking;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(VertxExtension.class)
class SoundsTest {
  private static final Prompt OWN =
      new Prompt(Optional.of("Le docteur; $(touch hacked) `x` rappelle"), Stock.CLOSED);

  @TempDir private Path directory;
  private Blocking threads;
  private Path calls;

  @BeforeEach
  void start(Vertx vertx) throws IOException {
    threads = new Blocking(vertx, "speech", 2, 100);
    calls = Files.createFile(directory.resolve("calls"));
  }

  @AfterEach
  void stop() {
    threads.close();
  }

  /** A voice that says one second of 22,050 Hz silence, and notes what it was given. */
  private SpeechCommand voice() throws IOException {
    Path silence = directory.resolve("silence.wav");
    AudioFormat format = new AudioFormat(22_050f, 16, 1, true, false);
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(new byte[44_100]), format, 22_050),
        AudioFileFormat.Type.WAVE,
        silence.toFile());
    Path script = directory.resolve("voice");
    Files.writeString(
        script,
        """
        #!/bin/sh
        cat "$1" >> '%s'; echo >> '%s'
        cp '%s' "$2"
        """
            .formatted(calls, calls, silence));
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return new SpeechCommand(List.of(script.toString(), "{text}", "{sound}"));
  }

  private AudioFormat formatOf(String id) throws IOException, UnsupportedAudioFileException {
    return AudioSystem.getAudioFileFormat(directory.resolve(id + ".wav").toFile()).getFormat();
  }

  @Test
  void aTextBecomesATelephoneSoundAndIsMadeOnce()
      throws IOException, UnsupportedAudioFileException {
    Sounds sounds = new Sounds(threads, directory, voice(), "fr");
    await(sounds.start());
    String stock = sounds.sound(Prompt.of(Stock.CLOSED));
    assertThat(stock).matches("spoken/[0-9a-f]{32}");
    AudioFormat format = formatOf(stock);
    assertThat(format.getSampleRate()).isEqualTo(8_000f);
    assertThat(format.getChannels()).isEqualTo(1);
    assertThat(format.getSampleSizeInBits()).isEqualTo(16);

    assertThat(sounds.sound(OWN)).as("until its own is made").isEqualTo(stock);
    until(() -> !sounds.sound(OWN).equals(stock));
    assertThat(Files.readString(calls)).contains("Le docteur; $(touch hacked) `x` rappelle");
    long made = (long) Files.readAllLines(calls).size();

    Sounds restarted = new Sounds(threads, directory, voice(), "fr");
    await(restarted.start());
    restarted.sound(OWN);
    until(() -> restarted.sound(OWN).equals(sounds.sound(OWN)));
    assertThat((long) Files.readAllLines(calls).size()).isEqualTo(made);
    try (Stream<Path> files = Files.list(directory.resolve("spoken"))) {
      assertThat(files).allMatch(each -> each.toString().matches(".*/[0-9a-f]{32}\\.wav"));
    }
  }

  @Test
  void withoutAVoiceTheFallbacksGreetingIsPlayed() {
    Sounds sounds =
        new Sounds(threads, directory, SpeechCommand.of("/nowhere/voice {text} {sound}"), "fr");
    assertThatThrownBy(() -> await(sounds.start())).hasMessageContaining("nowhere");
    assertThat(sounds.sound(OWN)).isEqualTo("static/fallback-fr");
  }

  @Test
  void everyStockMessageHasWordsInBothLanguages() {
    for (Stock each : Stock.values()) {
      assertThat(StockTexts.text(Prompt.of(each), "fr")).isNotBlank();
      assertThat(StockTexts.text(Prompt.of(each), "en")).isNotBlank();
    }
    assertThat(StockTexts.text(new Prompt(Optional.of("Fermé."), Stock.CLOSED_VOICEMAIL), "fr"))
        .startsWith("Fermé. Laissez");
  }

  @Test
  void aCommandNamesItsFiles() {
    assertThatThrownBy(() -> SpeechCommand.of("espeak-ng -v fr"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void espeakIsUnderstoodWhereItIsInstalled() throws Exception {
    Path espeak =
        Stream.concat(
                Stream.of(Path.of("..", ".run", "native", "bin")),
                Stream.of(System.getenv("PATH").split(":", -1)).map(Path::of))
            .map(each -> each.resolve("espeak-ng"))
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(Path.of("nowhere"));
    assumeTrue(Files.exists(espeak), "espeak-ng is not installed");
    Sounds sounds =
        new Sounds(
            threads, directory, SpeechCommand.espeak(espeak.toAbsolutePath().toString()), "fr");
    await(sounds.start());
    Path file = directory.resolve(sounds.sound(Prompt.of(Stock.BLOCKED)) + ".wav");
    assertThat(Files.size(file)).isGreaterThan(16_000);
  }
}
