package io.permanence.callrouter.console.note;

import io.permanence.callrouter.console.body.Gate;
import io.permanence.callrouter.console.body.Operation;
import io.permanence.callrouter.console.people.Roster;
import io.permanence.identity.ActiveSession;
import io.permanence.identity.Principal;
import io.permanence.model.Role;
import io.permanence.model.id.AccountId;
import io.permanence.store.Database;
import io.permanence.store.note.SentNotes;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The notes sent in the last hours and what became of their messages (C2): a secretary sees her
 * own, a supervisor everybody's. Who called is told for a quarter of an hour, as long as the call's
 * card may be read.
 */
public final class SentNotesHandler {
  private static final Duration SHOWN = Duration.ofHours(12);
  private static final Duration NAMED = Duration.ofMinutes(15);
  private static final int MOST = 50;

  private final Database database;
  private final Roster roster;
  private final Gate gate;
  private final Clock clock;

  /** A handler reading from that store. */
  public SentNotesHandler(Database database, Roster roster, Gate gate, Clock clock) {
    this.database = database;
    this.roster = roster;
    this.gate = gate;
    this.clock = clock;
  }

  /** The list on the wire. */
  record SentNotesView(List<SentNoteView> items) {}

  /** Mounts the routes. */
  public void mount(Router router) {
    router
        .get("/notes")
        .handler(gate.read(Operation.LIST_NOTES, (session, context) -> list(session)));
  }

  private Future<SentNotesView> list(ActiveSession session) {
    Principal reader = session.principal();
    Instant now = clock.instant();
    Optional<AccountId> whose =
        Optional.of(reader.accountId()).filter(own -> reader.role() != Role.SUPERVISOR);
    return database
        .acrossCustomers(tx -> SentNotes.since(tx, whose, now.minus(SHOWN), now.minus(NAMED), MOST))
        .map(
            notes ->
                new SentNotesView(
                    notes.stream()
                        .map(
                            note ->
                                SentNoteView.of(
                                    note, reader.accountId(), roster.name(note.secretary())))
                        .toList()));
  }
}
