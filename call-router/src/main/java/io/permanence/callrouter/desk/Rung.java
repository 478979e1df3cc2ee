package io.permanence.callrouter.desk;

import io.permanence.model.id.ForwardingNumberId;
import java.util.List;

/**
 * What is rung at once: a step of the ladder with all its numbers, or the one number a secretary
 * chose (A4).
 *
 * @param place in the ladder, from 0; {@link #NOWHERE} for a number she chose. A number may stand
 *     in several rungs, so it does not tell which of them it is
 * @param numbers at least one, none twice
 */
public record Rung(int place, List<ForwardingNumberId> numbers, int ringSeconds) {
  /** The place of a number that is rung by itself, or of a rung found ringing after a restart. */
  public static final int NOWHERE = -1;

  public Rung {
    numbers = List.copyOf(numbers);
    if (numbers.isEmpty()) {
      throw new IllegalArgumentException("a rung has a number");
    }
  }

  /** One number alone. */
  public static Rung of(ForwardingNumberId number, int ringSeconds) {
    return new Rung(NOWHERE, List.of(number), ringSeconds);
  }
}
