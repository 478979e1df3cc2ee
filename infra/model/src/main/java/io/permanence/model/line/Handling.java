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
 * @param unproven how many numbers the ladder leaves out because they are not proven (A14); 0 to
 *     {@value #MOST_UNPROVEN}
 */
public record Handling(
    PutThrough putThrough,
    PutThroughMode mode,
    String greeting,
    Optional<String> message,
    List<LadderStep> ladder,
    Optional<String> notes,
    Optional<WithheldCallers> withheld,
    int unproven) {
  /** The most that are counted: eight steps of four numbers. */
  public static final int MOST_UNPROVEN = 32;

  public Handling {
    ladder = List.copyOf(ladder);
    unproven = Math.clamp(unproven, 0, MOST_UNPROVEN);
  }

  /** A handling whose ladder is whole. */
  public Handling(
      PutThrough putThrough,
      PutThroughMode mode,
      String greeting,
      Optional<String> message,
      List<LadderStep> ladder,
      Optional<String> notes,
      Optional<WithheldCallers> withheld) {
    this(putThrough, mode, greeting, message, ladder, notes, withheld, 0);
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
