package io.permanence.model.delivery;

import io.permanence.model.id.CustomerId;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that has to be told, decided in the transaction of what happened (C2).
 *
 * @param subject the note or call it is about
 * @param attempts how often a worker took it up, this time included
 */
public record OutboxEntry(
    CustomerId customer,
    UUID id,
    MessageKind kind,
    UUID subject,
    Instant createdAt,
    int attempts) {}
