package io.permanence.store.google;

import io.permanence.model.id.CustomerId;
import java.util.UUID;

/** Which request. */
public record RequestKey(CustomerId customer, UUID id) {}
