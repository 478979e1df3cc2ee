package io.permanence.identity;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * One-time codes by time (RFC 6238): six digits, HMAC-SHA1, a new one every 30 seconds, as every
 * authenticator application makes them. The step before and the step after count too, for clocks
 * that differ.
 */
public final class OneTimeCodes {
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final int TOLERATED_STEPS = 1;
  private static final int SECRET_BYTES = 20;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private OneTimeCodes() {}

  /** A new secret, in base 32. */
  public static String newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return base32(secret);
  }

  /** The code of an instant. */
  public static String code(String secret, Instant at) {
    try {
      TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator(STEP);
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(bytes(secret), generator.getAlgorithm()), at, Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The time step a code belongs to; empty when it is none that counts now. */
  static OptionalLong step(String secret, String code, Instant now) {
    OptionalLong found = OptionalLong.empty();
    for (int offset = -TOLERATED_STEPS; offset <= TOLERATED_STEPS; offset++) {
      Instant at = now.plus(STEP.multipliedBy(offset));
      if (equal(code(secret, at), code)) {
        found = OptionalLong.of(at.getEpochSecond() / STEP.toSeconds());
      }
    }
    return found;
  }

  private static boolean equal(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte b : bytes) {
      buffer = (buffer << 8) | (b & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(BASE32.charAt((buffer >> bits) & 31));
      }
    }
    return text.toString();
  }

  private static byte[] bytes(String secret) {
    byte[] bytes = new byte[secret.length() * 5 / 8];
    int buffer = 0;
    int bits = 0;
    int at = 0;
    for (char c : secret.toUpperCase(Locale.ROOT).toCharArray()) {
      int value = BASE32.indexOf(c);
      if (value < 0) {
        throw new IllegalArgumentException("the secret is not base 32");
      }
      buffer = (buffer << 5) | value;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[at++] = (byte) (buffer >> bits);
      }
    }
    return bytes;
  }
}
