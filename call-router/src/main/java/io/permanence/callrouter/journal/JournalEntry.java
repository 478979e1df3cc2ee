package io.permanence.callrouter.journal;

import io.permanence.model.call.CallEvent;
import io.permanence.model.call.CallOutcome;
import io.permanence.model.call.ReasonCode;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.TeamId;
import io.permanence.store.call.CallRecord;
import io.permanence.store.call.JournalBatch;
import java.time.Instant;
import java.util.Optional;

/** One thing to be written to the journal; writing it twice is writing it once. */
sealed interface JournalEntry {
  /** The call it belongs to. */
  CallId call();

  /** Puts it where it is written, together with others. */
  void addTo(JournalBatch batch);

  /** A call was decided. */
  record Opened(CallRecord row) implements JournalEntry {
    @Override
    public CallId call() {
      return row.id();
    }

    @Override
    public void addTo(JournalBatch batch) {
      batch.open(row);
    }
  }

  /** An event. */
  record Happened(CustomerId owner, CallEvent event) implements JournalEntry {
    @Override
    public CallId call() {
      return event.call();
    }

    @Override
    public void addTo(JournalBatch batch) {
      batch.append(owner, event);
    }
  }

  /**
   * The caller was promised to be called back.
   *
   * @param team who calls back
   */
  record Promised(CustomerId owner, CallEvent event, TeamId team) implements JournalEntry {
    @Override
    public CallId call() {
      return event.call();
    }

    @Override
    public void addTo(JournalBatch batch) {
      batch.promised(owner, event, team);
    }
  }

  /** Somebody answered. */
  record Answered(CustomerId owner, CallId call, Optional<AccountId> by, Instant at)
      implements JournalEntry {
    @Override
    public void addTo(JournalBatch batch) {
      batch.answered(owner, call, by, at);
    }
  }

  /**
   * The call is over, or its outcome got better afterwards.
   *
   * @param team who calls back when it was lost or broke
   * @param tornAway somebody spoke with the caller, who was torn away and ended without anybody
   */
  record Closed(
      CustomerId owner, CallId call, Instant at, CallOutcome outcome, TeamId team, boolean tornAway)
      implements JournalEntry {
    @Override
    public void addTo(JournalBatch batch) {
      batch.ended(owner, call, at, outcome, team);
      if (tornAway) {
        batch.tornAway(owner, call, at, team);
      }
    }
  }

  /** A call to a number that is nobody's. */
  record Unrouted(CallId call, Instant at, ReasonCode reason) implements JournalEntry {
    @Override
    public void addTo(JournalBatch batch) {
      batch.unrouted(call, at, reason);
    }
  }
}
