package io.permanence.store.proof;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.ForwardingNumberId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A code on its way to a number.
 *
 * @param code sealed; absent once it is used up
 * @param attempts wrong ones so far
 */
public record NumberProof(
    UUID id,
    ForwardingNumberId numberId,
    PhoneNumber number,
    AccountId account,
    By by,
    Optional<byte[]> code,
    Instant sentAt,
    Instant expiresAt,
    int attempts) {
  /** How the code travels. */
  public enum By {
    SMS,
    CALL
  }

  /** What the sealed code is bound to. */
  public static String purpose(UUID proof) {
    return "number-proof/" + proof;
  }

  @Override
  public String toString() {
    return "NumberProof[" + id + " " + by + "]";
  }
}
