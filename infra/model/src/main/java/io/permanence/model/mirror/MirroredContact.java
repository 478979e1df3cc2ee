package io.permanence.model.mirror;

import io.permanence.model.PhoneNumber;
import java.util.Set;

/**
 * A contact of the customer's Google address book, as far as naming a caller needs it.
 *
 * @param resourceName Google's name for it, for example {@code people/c42}
 * @param etag Google's version of it
 * @param displayName never empty
 * @param company may be empty
 * @param numbers at least one
 */
public record MirroredContact(
    String resourceName,
    String etag,
    String displayName,
    String company,
    Set<PhoneNumber> numbers) {
  /** Keeps its own copy of the numbers. */
  public MirroredContact {
    numbers = Set.copyOf(numbers);
  }

  @Override
  public String toString() {
    return "MirroredContact[" + resourceName + "]";
  }
}
