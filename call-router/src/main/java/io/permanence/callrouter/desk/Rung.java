package io.permanence.callrouter.desk;

import io.permanence.model.id.ForwardingNumberId;
import java.util.List;

/**
 * What is rung at once: a step of the ladder with all its numbers, or the one number a secretary
 * chose (A4).
 *
 * @param numbers at least one, none twice
 */
public record Rung(List<ForwardingNumberId> numbers, int ringSeconds) {
  public Rung {
    numbers = List.copyOf(numbers);
    if (numbers.isEmpty()) {
      throw new IllegalArgumentException("a rung has a number");
    }
  }

  /** One number alone. */
  public static Rung of(ForwardingNumberId number, int ringSeconds) {
    return new Rung(List.of(number), ringSeconds);
  }
}
