package io.permanence.model.delivery;

import io.permanence.model.id.AccountId;
import java.util.UUID;

/** A device that may be pushed to, registered under a consent. */
public record PushDevice(UUID id, AccountId account) {}
