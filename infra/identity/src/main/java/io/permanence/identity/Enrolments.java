package io.permanence.identity;

import io.permanence.model.id.AccountId;
import io.permanence.runtime.secret.Sealer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Second factors that are offered and not yet confirmed (D1). An offer is kept by whoever was
 * offered it, sealed, for it is made here and counts for one account and a few minutes only.
 */
final class Enrolments {
  /** The time in which an offered secret may be confirmed by a code. */
  static final Duration VALID = Duration.ofMinutes(15);

  private final Sealer sealer;

  Enrolments(Sealer sealer) {
    this.sealer = sealer;
  }

  /** A new secret for the account, and its sealed form that is sent back with the first code. */
  SignIn.EnrolmentRequired offer(AccountId account, Instant now) {
    String secret = OneTimeCodes.newSecret();
    return new SignIn.EnrolmentRequired(
        secret,
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(sealer.seal(secret + " " + now.getEpochSecond(), purpose(account))));
  }

  /** The secret that was offered to this account, unless it is too long ago or none of ours. */
  Optional<String> secret(String offered, AccountId account, Instant now) {
    return bytes(offered)
        .flatMap(bytes -> sealer.open(bytes, purpose(account)))
        .map(text -> text.split(" ", 2))
        .filter(parts -> now.isBefore(Instant.ofEpochSecond(Long.parseLong(parts[1])).plus(VALID)))
        .map(parts -> parts[0]);
  }

  private static Optional<byte[]> bytes(String text) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String purpose(AccountId account) {
    return "account/enrolment/" + account;
  }
}
