package io.permanence.model.id;

import java.util.UUID;

/** A person who signs in: staff, customer or colleague. */
public record AccountId(UUID value) implements Id {
  /** A new identity, unique and sortable by time. */
  public static AccountId random() {
    return new AccountId(Id.next());
  }

  /**
   * Reads the canonical text form.
   *
   * @throws IllegalArgumentException when the text is not a UUID
   */
  public static AccountId of(String text) {
    return new AccountId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
