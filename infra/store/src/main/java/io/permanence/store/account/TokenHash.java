package io.permanence.store.account;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;

/** SHA-256 of a session's token. */
public final class TokenHash {
  private final byte[] hash;

  /** Takes the 32 bytes. */
  public TokenHash(byte[] hash) {
    if (hash.length != 32) {
      throw new IllegalArgumentException("a token's hash has 32 bytes");
    }
    this.hash = hash.clone();
  }

  /** The 32 bytes. */
  public byte[] bytes() {
    return hash.clone();
  }

  /** A name for the session in other tables, from which nothing can be signed in. */
  public UUID sessionId() {
    ByteBuffer bytes = ByteBuffer.wrap(hash);
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TokenHash token && Arrays.equals(hash, token.hash);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hash);
  }

  @Override
  public String toString() {
    return sessionId().toString();
  }
}
