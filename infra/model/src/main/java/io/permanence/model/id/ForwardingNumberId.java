package io.permanence.model.id;

import java.util.UUID;

/** A number of the customer to which callers may be put through. */
public record ForwardingNumberId(UUID value) implements Id {
  /** A new identity, unique and sortable by time. */
  public static ForwardingNumberId random() {
    return new ForwardingNumberId(Id.next());
  }

  /**
   * Reads the canonical text form.
   *
   * @throws IllegalArgumentException when the text is not a UUID
   */
  public static ForwardingNumberId of(String text) {
    return new ForwardingNumberId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
