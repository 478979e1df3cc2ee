package io.permanence.model.delivery;

import io.permanence.model.id.AccountId;
import io.permanence.model.id.CustomerId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A delivery in a worker's hands.
 *
 * @param id also what the provider is told: it stays the same however often it is sent
 * @param attempts how often it was taken up, this time included; tells a stale worker's close from
 *     the current one's
 * @param unsure of these, how many may have reached the provider without an answer, this one
 *     included
 * @param abandoned how often a worker vanished with it
 * @param claimedUntil when another worker may take it over
 */
public record Delivery(
    CustomerId customer,
    UUID id,
    UUID outbox,
    UUID subject,
    AccountId account,
    Channel channel,
    Optional<UUID> device,
    Optional<String> address,
    int attempts,
    int unsure,
    int abandoned,
    Instant claimedUntil) {}
