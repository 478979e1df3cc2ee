package io.permanence.model.id;

import java.util.UUID;

/** One call, from its arrival to its end, through every leg. Minted by the dialplan. */
public record CallId(UUID value) implements Id {
  /** A new identity, unique and sortable by time. */
  public static CallId random() {
    return new CallId(Id.next());
  }

  /**
   * Reads the canonical text form.
   *
   * @throws IllegalArgumentException when the text is not a UUID
   */
  public static CallId of(String text) {
    return new CallId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
