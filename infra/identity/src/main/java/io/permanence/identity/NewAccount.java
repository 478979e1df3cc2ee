package io.permanence.identity;

import io.permanence.model.Role;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CustomerId;
import java.util.Optional;

/**
 * An account the company makes (D1).
 *
 * @param id client-made
 * @param temporary the password must be changed at the first sign-in
 * @param totpSecret base 32; present when a one-time code is to be asked for
 */
public record NewAccount(
    AccountId id,
    String signIn,
    String password,
    boolean temporary,
    Optional<String> totpSecret,
    Role role,
    Optional<CustomerId> customer,
    String language) {
  @Override
  public String toString() {
    return "NewAccount[" + id + " " + role + "]";
  }
}
