package io.permanence.store.device;

import io.permanence.model.id.AccountId;
import io.permanence.model.id.ConsentId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A device that receives push notifications.
 *
 * @param session the session that registered it
 */
public record Device(
    UUID id,
    AccountId account,
    String label,
    ConsentId consent,
    Optional<UUID> session,
    Instant registeredAt,
    Instant seenAt) {}
