package io.permanence.testing.sip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Sound as the telephone carries it: A-law, 8,000 samples a second. */
public final class Sound {
  private static final int RATE = 8000;
  private static final double LOUDNESS = 8000;

  private Sound() {}

  /** A raw A-law file with a tone of that many hertz, for SIPp to repeat. */
  public static Path tone(int hertz) {
    byte[] samples = new byte[RATE];
    for (int i = 0; i < RATE; i++) {
      samples[i] = encode((short) Math.round(LOUDNESS * Math.sin(2 * Math.PI * hertz * i / RATE)));
    }
    return temporary(samples);
  }

  /** A raw A-law file of one second of silence. */
  public static Path silence() {
    byte[] samples = new byte[RATE];
    java.util.Arrays.fill(samples, encode((short) 0));
    return temporary(samples);
  }

  /** A raw A-law file of a wav file with 8 kHz, 16 bit, mono. */
  public static Path fromWav(Path wav) {
    ByteBuffer data = ByteBuffer.wrap(bytes(wav)).order(ByteOrder.LITTLE_ENDIAN);
    data.position(12);
    while (data.remaining() >= 8) {
      int id = data.getInt();
      int length = Math.min(data.getInt(), data.remaining() - data.remaining() % 2);
      if (id == 0x61746164) {
        ByteArrayOutputStream samples = new ByteArrayOutputStream();
        for (int i = 0; i < length / 2; i++) {
          samples.write(encode(data.getShort()));
        }
        return temporary(samples.toByteArray());
      }
      data.position(data.position() + length);
    }
    throw new IllegalArgumentException(wav + " holds no sound");
  }

  static byte encode(short sample) {
    int magnitude = Math.min(32635, Math.abs((int) sample));
    int exponent = Math.max(0, 31 - Integer.numberOfLeadingZeros(Math.max(magnitude, 1)) - 7);
    int mantissa = exponent == 0 ? magnitude >> 4 : magnitude >> (exponent + 3) & 0x0f;
    int sign = sample >= 0 ? 0x80 : 0;
    return (byte) ((sign | exponent << 4 | mantissa) ^ 0x55);
  }

  static short decode(byte coded) {
    int code = (coded & 0xff) ^ 0x55;
    int exponent = code >> 4 & 7;
    int mantissa = code & 0x0f;
    int magnitude =
        exponent == 0 ? (mantissa << 4) + 8 : ((mantissa << 4) + 0x108) << (exponent - 1);
    return (short) ((code & 0x80) == 0 ? -magnitude : magnitude);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(String.format(Locale.ROOT, "cannot read %s", file), e);
    }
  }

  private static Path temporary(byte[] samples) {
    try {
      Path file = Files.createTempFile("sound", ".alaw");
      file.toFile().deleteOnExit();
      return Files.write(file, samples);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
