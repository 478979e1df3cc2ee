package io.permanence.store.contact;

import io.permanence.model.PhoneNumber;
import io.permanence.model.line.CallerMark;
import io.permanence.model.line.MarkedCaller;
import io.permanence.model.line.PutThroughMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who may call.
 *
 * @param company empty when not known
 * @param vipMode how this VIP is put through; absent: as the instruction says (A5)
 * @param version of its mark when mirrored
 */
public record Contact(
    ContactKey key,
    int version,
    String name,
    String company,
    List<Line> numbers,
    Optional<String> email,
    String remarks,
    CallerMark mark,
    Optional<PutThroughMode> vipMode,
    Instant changedAt) {
  /** One number of a contact; the label may be empty. */
  public record Line(PhoneNumber number, String label) {}

  public Contact {
    numbers = List.copyOf(numbers);
  }

  /** How the customer marked it. */
  public MarkedCaller marked() {
    return new MarkedCaller(mark, vipMode);
  }
}
