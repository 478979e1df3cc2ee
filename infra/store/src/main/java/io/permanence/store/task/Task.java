package io.permanence.store.task;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.NoteId;
import io.permanence.model.id.TaskId;
import java.time.Instant;
import java.util.Optional;

/**
 * An open task as a list shows it (B9).
 *
 * @param owner absent when anybody of the team may take it
 * @param callerName as the note has it, else as the customer's contacts do
 * @param vip marked so by the customer
 * @param ownerName how callers hear the owner's name
 * @param dueAt not before then
 * @param tries how often somebody tried in vain to reach the caller
 * @param remark what was said about the last try
 */
public record Task(
    CustomerId customer,
    TaskId id,
    Kind kind,
    Instant createdAt,
    Optional<AccountId> owner,
    Optional<CallId> call,
    Optional<NoteId> note,
    String customerName,
    Optional<PhoneNumber> caller,
    Optional<String> callerName,
    boolean vip,
    Optional<String> ownerName,
    Optional<Instant> dueAt,
    int tries,
    Optional<String> remark) {
  /** What there is to do. */
  public enum Kind {
    /** The caller gave up before anybody answered. */
    LOST,
    CALLBACK,
    /** A message was left. */
    VOICEMAIL,
    /** A note was begun and not sent when the wrap-up ended (B6). */
    UNSAVED_NOTE,
    /** The call broke with its Asterisk, or the caller was torn away and gave up waiting. */
    DROPPED,
    /** The customer's calls through the trunk are used up for today (A14). */
    CAP_REACHED
  }

  /** Whether somebody may work on it: it is theirs, or nobody's. */
  public boolean isOpenTo(AccountId who) {
    return owner.isEmpty() || owner.get().equals(who);
  }

  @Override
  public String toString() {
    return "Task[" + id + " " + kind + "]";
  }
}
