package io.permanence.store.account;

import java.util.Arrays;

/** A secret as the store keeps it: unreadable without the installation's key. */
public final class SealedSecret {
  private final byte[] sealed;

  /** Takes sealed bytes. */
  public SealedSecret(byte[] sealed) {
    this.sealed = sealed.clone();
  }

  /** The sealed bytes, to be opened by whoever has the key. */
  public byte[] bytes() {
    return sealed.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SealedSecret secret && Arrays.equals(sealed, secret.sealed);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sealed);
  }

  @Override
  public String toString() {
    return "[SEALED]";
  }
}
