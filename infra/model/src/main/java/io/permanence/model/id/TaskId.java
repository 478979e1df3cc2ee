package io.permanence.model.id;

import java.util.UUID;

/** Something a secretary has to see to: a lost call, a callback, a voicemail. */
public record TaskId(UUID value) implements Id {
  /** A new identity, unique and sortable by time. */
  public static TaskId random() {
    return new TaskId(Id.next());
  }

  /**
   * Reads the canonical text form.
   *
   * @throws IllegalArgumentException when the text is not a UUID
   */
  public static TaskId of(String text) {
    return new TaskId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
