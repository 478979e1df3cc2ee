package io.permanence.testing.local;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;

/** Passwords and keys between the parts, made at the first start and kept in the run folder. */
public final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final RunFolder folder;
  private final Map<String, String> values;

  private Secrets(RunFolder folder) {
    this.folder = folder;
    this.values = folder.read("secrets");
  }

  /** The secrets of this folder. */
  public static Secrets of(RunFolder folder) {
    return new Secrets(folder);
  }

  /** A password of letters and digits that every configuration file can hold. */
  public String password(String name) {
    return kept(name, () -> HexFormat.of().formatHex(bytes(20)));
  }

  /** A 32-byte key in base64. */
  public String key(String name) {
    return kept(name, () -> Base64.getEncoder().encodeToString(bytes(32)));
  }

  private String kept(String name, Supplier<String> fresh) {
    String value = values.get(name);
    if (value == null) {
      value = fresh.get();
      values.put(name, value);
      folder.write("secrets", values);
    }
    return value;
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
