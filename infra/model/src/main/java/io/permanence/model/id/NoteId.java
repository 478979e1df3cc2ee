package io.permanence.model.id;

import java.util.UUID;

/** A call note; the id is made by the client that writes it (B6). */
public record NoteId(UUID value) implements Id {
  /** A new identity, unique and sortable by time. */
  public static NoteId random() {
    return new NoteId(Id.next());
  }

  /**
   * Reads the canonical text form.
   *
   * @throws IllegalArgumentException when the text is not a UUID
   */
  public static NoteId of(String text) {
    return new NoteId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
