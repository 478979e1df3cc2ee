package io.permanence.model.id;

import java.util.UUID;

/** One consent given by a person for one purpose (H1). */
public record ConsentId(UUID value) implements Id {
  /** A new identity, unique and sortable by time. */
  public static ConsentId random() {
    return new ConsentId(Id.next());
  }

  /**
   * Reads the canonical text form.
   *
   * @throws IllegalArgumentException when the text is not a UUID
   */
  public static ConsentId of(String text) {
    return new ConsentId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
