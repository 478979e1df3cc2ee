package io.permanence.identity;

import io.permanence.model.Role;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CustomerId;
import java.util.Optional;
import java.util.UUID;

/**
 * Who sent a request.
 *
 * @param customer present exactly for a customer's people
 * @param mustChangePassword everything but changing it and signing out is refused (D1)
 * @param sessionId names the session; nothing can be signed in with it
 */
public record Principal(
    AccountId accountId,
    Role role,
    Optional<CustomerId> customer,
    boolean mustChangePassword,
    UUID sessionId) {}
