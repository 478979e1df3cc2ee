package io.permanence.store.customer;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.LineId;

/** A line under the name its customer knows it by. */
public record NamedLine(LineId id, PhoneNumber number, String name) {}
