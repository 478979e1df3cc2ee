package io.permanence.model.line;

import java.util.List;
import java.util.Optional;

/**
 * What is done with callers: the common part of an instruction and of a line's standing default
 * (A2, A3).
 *
 * @param greeting what the secretary says; {@code {secretary}} stands for her name
 * @param message for callers who are not put through; present unless {@code putThrough} is ALL
 * @param ladder the numbers tried, in order; empty when nobody can be put through
 * @param notes free words to the secretary
 * @param withheld what becomes of withheld callers; absent means what the line says (A7)
 */
public record Handling(
    PutThrough putThrough,
    PutThroughMode mode,
    String greeting,
    Optional<String> message,
    List<LadderStep> ladder,
    Optional<String> notes,
    Optional<WithheldCallers> withheld) {
  public Handling {
    ladder = List.copyOf(ladder);
  }

  /** A handling that leaves withheld callers to the line. */
  public Handling(
      PutThrough putThrough,
      PutThroughMode mode,
      String greeting,
      Optional<String> message,
      List<LadderStep> ladder,
      Optional<String> notes) {
    this(putThrough, mode, greeting, message, ladder, notes, Optional.empty());
  }
}
