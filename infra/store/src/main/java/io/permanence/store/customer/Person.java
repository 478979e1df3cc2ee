package io.permanence.store.customer;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody of the customer who signs in.
 *
 * @param onboardedAt when the first sign-in's questions were answered
 */
public record Person(String displayName, Optional<Instant> onboardedAt) {}
