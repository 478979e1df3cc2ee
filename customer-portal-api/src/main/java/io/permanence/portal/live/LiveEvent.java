package io.permanence.portal.live;

import io.permanence.store.Changes.Change;
import io.permanence.store.Changes.Operation;
import java.util.Optional;
import java.util.UUID;

/**
 * A hint that something changed: what kind of thing, and which.
 *
 * @param id of the call, note, the delivery's note, instruction, line, contact, or customer
 */
record LiveEvent(Kind kind, UUID id) {
  enum Kind {
    CALL_ARRIVED,
    CALL_CHANGED,
    NOTE,
    DELIVERY,
    INSTRUCTION,
    LINE,
    CONTACT,
    GOOGLE,
    SESSION_ENDED
  }

  /** What a change of the store means to the customer's screens; empty when nothing. */
  static Optional<LiveEvent> of(Change change) {
    return kind(change).flatMap(kind -> id(change.id()).map(id -> new LiveEvent(kind, id)));
  }

  private static Optional<Kind> kind(Change change) {
    return switch (change.subject()) {
      case "call" ->
          Optional.of(
              change.operation() == Operation.INSERT ? Kind.CALL_ARRIVED : Kind.CALL_CHANGED);
      case "note", "note_state" -> Optional.of(Kind.NOTE);
      case "delivery" -> Optional.of(Kind.DELIVERY);
      case "instruction" -> Optional.of(Kind.INSTRUCTION);
      case "line" -> Optional.of(Kind.LINE);
      case "contact" -> Optional.of(Kind.CONTACT);
      case "google_link", "google_request", "sync_run" -> Optional.of(Kind.GOOGLE);
      default -> Optional.empty();
    };
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
