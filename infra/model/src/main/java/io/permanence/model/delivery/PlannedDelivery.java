package io.permanence.model.delivery;

import io.permanence.model.id.AccountId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A delivery to be made: one person, one channel, for push one device. The same one planned twice
 * is one row.
 *
 * @param address where to, fixed now; for push the device's token is looked up when it is sent
 */
public record PlannedDelivery(
    AccountId account,
    Channel channel,
    Optional<UUID> device,
    Optional<String> address,
    Instant dueAt) {}
