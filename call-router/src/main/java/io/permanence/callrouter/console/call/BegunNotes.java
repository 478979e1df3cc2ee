package io.permanence.callrouter.console.call;

import io.permanence.callrouter.journal.LiveCall;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.NoteId;
import io.permanence.store.Database;
import io.permanence.store.note.Note;
import io.permanence.store.note.Notes;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The note each secretary has begun about her call and not sent yet, so that she goes on with it on
 * another computer (B6). Lives on the desk's event loop.
 */
public final class BegunNotes {
  private final Database database;
  private final Map<AccountId, Begun> last = new HashMap<>();

  private record Begun(CallId call, NoteId note) {}

  /** Notes of that store; none is known yet. */
  public BegunNotes(Database database) {
    this.database = database;
  }

  /** She writes that note about her call. */
  public void begun(AccountId secretary, CallId call, NoteId note) {
    last.put(secretary, new Begun(call, note));
  }

  /** It is sent: what she writes from now on is another one. */
  public void sent(AccountId secretary, NoteId note) {
    last.computeIfPresent(secretary, (who, begun) -> begun.note().equals(note) ? null : begun);
  }

  /** The one about that call. */
  public Optional<NoteId> of(AccountId secretary, CallId call) {
    return Optional.ofNullable(last.get(secretary))
        .filter(begun -> begun.call().equals(call))
        .map(Begun::note);
  }

  /** Looks for one from before a restart; completes in any case. */
  public Future<Void> recall(AccountId secretary, LiveCall call) {
    if (of(secretary, call.id()).isPresent()) {
      return Future.succeededFuture();
    }
    return database
        .inTransaction(call.customer(), tx -> Notes.drafts(tx, secretary, call.id()))
        .onSuccess(
            drafts ->
                drafts.stream()
                    .findFirst()
                    .map(Note::id)
                    .ifPresent(note -> begun(secretary, call.id(), note)))
        .<Void>mapEmpty()
        .otherwiseEmpty();
  }
}
