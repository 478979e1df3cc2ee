package io.permanence.store.note;

import io.permanence.model.Urgency;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.NoteId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A note that was sent and what became of its messages (C2), without what it says.
 *
 * @param callerName who called, while the call is fresh
 * @param decided whether it is known which messages there are; before, there are none yet
 */
public record SentNote(
    NoteId id,
    AccountId secretary,
    String customerName,
    Optional<String> callerName,
    Urgency urgency,
    Instant sentAt,
    boolean decided,
    List<Message> messages) {
  /**
   * One message.
   *
   * @param channel PUSH, EMAIL or SMS
   * @param target the masked address; a device has none
   * @param state QUEUED, SENT, DELIVERED or FAILED
   * @param attempts how often it was given to the provider
   * @param why it failed, or was not taken the last time
   * @param dueAt when it is tried (again) while it is queued
   */
  public record Message(
      UUID id,
      String channel,
      Optional<String> target,
      String state,
      int attempts,
      Optional<String> why,
      Instant dueAt,
      Instant changedAt) {}
}
