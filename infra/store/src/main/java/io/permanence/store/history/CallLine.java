package io.permanence.store.history;

import io.permanence.model.PhoneNumber;
import io.permanence.model.Urgency;
import io.permanence.model.id.CallId;
import io.permanence.model.id.NoteId;
import io.permanence.model.line.CallerMark;
import io.permanence.store.contact.ContactKey;
import io.permanence.store.customer.NamedLine;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of the call history.
 *
 * @param caller absent when the number was withheld
 * @param contact who has that number in the address book
 * @param outcome absent while the call is going on
 * @param answeredAt absent while it rings, and when nobody spoke with the caller
 */
public record CallLine(
    CallId id,
    Instant arrivedAt,
    NamedLine line,
    Optional<PhoneNumber> caller,
    Optional<KnownCaller> contact,
    Optional<String> outcome,
    Optional<Instant> answeredAt,
    Optional<Instant> endedAt,
    Optional<NoteLine> note) {
  /** The contact with the caller's number. */
  public record KnownCaller(ContactKey key, String name, CallerMark mark) {}

  /**
   * The call's note, shortly; of several the one still to be read, then the newest.
   *
   * @param version of the note and what the customer did with it
   */
  public record NoteLine(
      NoteId id,
      String callerName,
      String excerpt,
      Urgency urgency,
      Optional<Instant> readAt,
      Optional<Instant> binnedAt,
      int version) {}
}
