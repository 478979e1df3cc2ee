package io.permanence.store.instruction;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.ForwardingNumberId;
import java.time.Instant;
import java.util.Optional;

/**
 * A number callers may be put through to.
 *
 * @param provenAt when its owner proved to have it (A14); it is not dialled before
 */
public record ForwardingNumber(
    ForwardingNumberId id, PhoneNumber number, String label, Optional<Instant> provenAt) {}
