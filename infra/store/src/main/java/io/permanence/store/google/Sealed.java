package io.permanence.store.google;

/** Bytes nobody reads without the installation's key; they do not show in {@code toString}. */
public final class Sealed {
  private final byte[] bytes;

  /** Keeps a copy. */
  public Sealed(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /** A copy of the sealed bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public String toString() {
    return "Sealed[REDACTED]";
  }
}
