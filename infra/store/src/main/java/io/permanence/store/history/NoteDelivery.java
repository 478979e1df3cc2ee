package io.permanence.store.history;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One way a note was sent (C2).
 *
 * @param channel PUSH, EMAIL or SMS
 * @param state QUEUED, SENT, DELIVERED or FAILED
 * @param why it failed
 */
public record NoteDelivery(
    UUID id,
    String channel,
    Optional<String> address,
    Optional<String> device,
    String state,
    Optional<String> why,
    Instant queuedAt,
    Instant changedAt) {}
