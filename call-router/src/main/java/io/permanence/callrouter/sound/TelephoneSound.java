package io.permanence.callrouter.sound;

import java.io.IOException;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Sound as the telephone carries it: WAV, 8000 samples a second, one channel, 16 bits. */
final class TelephoneSound {
  private static final AudioFormat TELEPHONE = new AudioFormat(8_000f, 16, 1, true, false);

  private TelephoneSound() {}

  /**
   * Converts any WAV. Blocking.
   *
   * @throws IOException when it is no sound, or a file cannot be read or written
   */
  static void convert(Path from, Path to) throws IOException {
    try (AudioInputStream source = AudioSystem.getAudioInputStream(from.toFile());
        AudioInputStream telephone = AudioSystem.getAudioInputStream(TELEPHONE, source)) {
      AudioSystem.write(telephone, AudioFileFormat.Type.WAVE, to.toFile());
    } catch (UnsupportedAudioFileException | IllegalArgumentException e) {
      throw new IOException("the speech command wrote no usable sound", e);
    }
  }
}
