package io.permanence.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A tone that a browser's microphone plays over and over. */
final class Tone {
  private static final int RATE = 48_000;
  private static final int SAMPLE = 2;
  private static final int HEADER = 44;
  private static final double LOUDNESS = 8_000;

  private Tone() {}

  /** One second of that many hertz: 48 kHz, 16 bit, mono. */
  static Path wav(int hertz) {
    int length = RATE * SAMPLE;
    ByteBuffer wav = ByteBuffer.allocate(HEADER + length).order(ByteOrder.LITTLE_ENDIAN);
    wav.put(ascii("RIFF")).putInt(HEADER - 8 + length).put(ascii("WAVEfmt ")).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * SAMPLE);
    wav.putShort((short) SAMPLE).putShort((short) (8 * SAMPLE));
    wav.put(ascii("data")).putInt(length);
    for (int i = 0; i < RATE; i++) {
      wav.putShort((short) Math.round(LOUDNESS * Math.sin(2 * Math.PI * hertz * i / RATE)));
    }
    try {
      Path file = Files.createTempFile("voice", ".wav");
      file.toFile().deleteOnExit();
      return Files.write(file, wav.array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
