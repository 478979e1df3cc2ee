package io.permanence.store.demo;

import io.permanence.model.PhoneNumber;
import io.permanence.model.Urgency;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.LineId;
import io.permanence.model.id.NoteId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A past call, its events and what came of it. */
public record DemoCall(
    CallId id,
    LineId line,
    Optional<PhoneNumber> caller,
    Instant arrivedAt,
    String decision,
    String reason,
    Optional<AccountId> answeredBy,
    Optional<Instant> answeredAt,
    Instant endedAt,
    String outcome,
    List<Event> events,
    Optional<Note> note) {
  /** One event, by wire name. */
  public record Event(String kind, Instant at) {}

  /**
   * The note of the call.
   *
   * @param read whether the customer has read it
   * @param binned whether the customer put it into the bin
   * @param deliveries how it was sent
   */
  public record Note(
      NoteId id,
      AccountId secretary,
      String callerName,
      String request,
      Urgency urgency,
      Instant sentAt,
      boolean read,
      boolean binned,
      UUID outboxId,
      List<Delivery> deliveries) {}

  /** How a note was sent: by a channel, to an address, delivered. */
  public record Delivery(UUID id, AccountId account, String channel, String address) {}
}
