package io.permanence.model.id;

import java.util.UUID;

/** A team of secretaries. */
public record TeamId(UUID value) implements Id {
  /** A new identity, unique and sortable by time. */
  public static TeamId random() {
    return new TeamId(Id.next());
  }

  /**
   * Reads the canonical text form.
   *
   * @throws IllegalArgumentException when the text is not a UUID
   */
  public static TeamId of(String text) {
    return new TeamId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
