package io.permanence.model.id;

import java.util.UUID;

/** An inbound number of a customer with its standing default (A1). */
public record LineId(UUID value) implements Id {
  /** A new identity, unique and sortable by time. */
  public static LineId random() {
    return new LineId(Id.next());
  }

  /**
   * Reads the canonical text form.
   *
   * @throws IllegalArgumentException when the text is not a UUID
   */
  public static LineId of(String text) {
    return new LineId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
