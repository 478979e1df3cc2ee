package io.permanence.model.id;

import java.util.UUID;

/** What a customer wants done with callers while its window is open (A2). */
public record InstructionId(UUID value) implements Id {
  /** A new identity, unique and sortable by time. */
  public static InstructionId random() {
    return new InstructionId(Id.next());
  }

  /**
   * Reads the canonical text form.
   *
   * @throws IllegalArgumentException when the text is not a UUID
   */
  public static InstructionId of(String text) {
    return new InstructionId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
