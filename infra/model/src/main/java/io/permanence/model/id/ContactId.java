package io.permanence.model.id;

import java.util.UUID;

/** An entry of a customer's address book. */
public record ContactId(UUID value) implements Id {
  /** A new identity, unique and sortable by time. */
  public static ContactId random() {
    return new ContactId(Id.next());
  }

  /**
   * Reads the canonical text form.
   *
   * @throws IllegalArgumentException when the text is not a UUID
   */
  public static ContactId of(String text) {
    return new ContactId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
