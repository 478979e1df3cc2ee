package io.permanence.model.id;

import java.util.UUID;

/** A customer of the company: the tenant of every personal row. */
public record CustomerId(UUID value) implements Id {
  /** A new identity, unique and sortable by time. */
  public static CustomerId random() {
    return new CustomerId(Id.next());
  }

  /**
   * Reads the canonical text form.
   *
   * @throws IllegalArgumentException when the text is not a UUID
   */
  public static CustomerId of(String text) {
    return new CustomerId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
