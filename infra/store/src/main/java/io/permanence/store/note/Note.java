package io.permanence.store.note;

import io.permanence.model.PhoneNumber;
import io.permanence.model.Urgency;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.NoteId;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A note (B6).
 *
 * @param revision counted by the browser that writes it, from 1
 * @param answers to the customer's questions, by question
 * @param sentAt absent while it is a draft
 */
public record Note(
    CustomerId customer,
    NoteId id,
    CallId call,
    AccountId secretary,
    int revision,
    String callerName,
    Optional<PhoneNumber> callerNumber,
    boolean numberReadBack,
    String request,
    Urgency urgency,
    boolean callbackWanted,
    SortedMap<UUID, String> answers,
    Instant savedAt,
    Optional<Instant> sentAt) {
  public Note {
    answers = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(answers));
  }

  /** Whether the same is written in both. */
  boolean says(Note other) {
    return callerName.equals(other.callerName)
        && callerNumber.equals(other.callerNumber)
        && numberReadBack == other.numberReadBack
        && request.equals(other.request)
        && urgency == other.urgency
        && callbackWanted == other.callbackWanted
        && answers.equals(other.answers);
  }

  @Override
  public String toString() {
    return "Note[" + id + " revision " + revision + "]";
  }
}
