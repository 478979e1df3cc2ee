package io.permanence.store.account;

import io.permanence.model.Role;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CustomerId;
import java.time.Instant;
import java.util.Optional;

/**
 * A person who signs in (D1).
 *
 * @param signIn the name typed at sign-in, lower case
 * @param passwordHash in PHC form; never printed
 * @param mustChangePassword the password is temporary
 * @param totpSecret sealed; present when a one-time code is asked for
 * @param customer present exactly for a customer's people
 * @param language {@code fr} or {@code en}
 */
public record Account(
    AccountId id,
    String signIn,
    String passwordHash,
    boolean mustChangePassword,
    Optional<SealedSecret> totpSecret,
    Role role,
    Optional<CustomerId> customer,
    String language,
    Instant createdAt,
    Optional<Instant> disabledAt) {

  @Override
  public String toString() {
    return "Account[" + id + " " + role + "]";
  }
}
