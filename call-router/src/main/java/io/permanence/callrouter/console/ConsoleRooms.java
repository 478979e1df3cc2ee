package io.permanence.callrouter.console;

import io.permanence.callrouter.ami.Switchboard;
import io.permanence.callrouter.console.body.Gate;
import io.permanence.callrouter.console.call.BegunNotes;
import io.permanence.callrouter.console.call.CallHandler;
import io.permanence.callrouter.console.call.CardAccess;
import io.permanence.callrouter.console.call.Cards;
import io.permanence.callrouter.console.call.VoicemailHandler;
import io.permanence.callrouter.console.live.LiveHandler;
import io.permanence.callrouter.console.live.LiveScreens;
import io.permanence.callrouter.console.note.NoteHandler;
import io.permanence.callrouter.console.note.SentNotesHandler;
import io.permanence.callrouter.console.people.Roster;
import io.permanence.callrouter.console.presence.PresenceHandler;
import io.permanence.callrouter.console.session.SessionHandlers;
import io.permanence.callrouter.console.task.TaskHandler;
import io.permanence.callrouter.console.task.TaskList;
import io.permanence.callrouter.console.task.TaskMaking;
import io.permanence.callrouter.console.team.Floor;
import io.permanence.callrouter.console.team.SupervisionHandler;
import io.permanence.callrouter.console.team.TeamHandler;
import io.permanence.callrouter.console.telephone.SipForwarding;
import io.permanence.callrouter.console.telephone.TelephoneFile;
import io.permanence.callrouter.console.telephone.TelephoneHandler;
import io.permanence.callrouter.console.telephone.TelephoneSettings;
import io.permanence.callrouter.floor.Desk;
import io.permanence.callrouter.journal.JournalRecovery;
import io.permanence.identity.ActiveSession;
import io.permanence.identity.Identity;
import io.permanence.identity.Realm;
import io.permanence.identity.SessionHandler;
import io.permanence.model.figure.FigureRules;
import io.permanence.model.id.AccountId;
import io.permanence.runtime.blocking.Blocking;
import io.permanence.runtime.http.Certificate;
import io.permanence.runtime.http.HttpFoundation;
import io.permanence.store.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The subjects of the console, put together around one desk. */
public final class ConsoleRooms {
  private final Vertx vertx;
  private final TelephoneFile file;
  private final Router router;

  /** Puts them together; nothing is served yet. */
  public ConsoleRooms(
      Vertx vertx,
      Clock clock,
      Database database,
      Identity identity,
      TelephoneSettings telephones,
      Blocking files,
      Switchboard switchboard,
      Desk desk,
      Cards cards,
      Roster roster,
      LiveScreens screens,
      JournalRecovery recovery,
      TaskMaking making,
      FigureRules figures,
      boolean tls) {
    this.vertx = vertx;
    this.file = new TelephoneFile(database, files, switchboard, telephones.file(), clock);
    SessionHandler sessions = new SessionHandler(identity, Realm.CONSOLE, tls, clock);
    Gate gate = new Gate(sessions);
    TaskList tasks = new TaskList(database, desk, clock);
    Floor floor = new Floor(desk, roster, cards, database, clock, figures);
    BegunNotes notes = new BegunNotes(database);
    screens.serve(
        desk,
        floor,
        tasks,
        notes,
        who -> making.keepDrafts(who, call -> desk.hasInHand(who, call)));
    CardAccess access = new CardAccess(desk, database, recovery, clock);
    TelephoneHandler telephone =
        new TelephoneHandler(database, file, telephones, desk, gate, clock);
    SessionHandlers session =
        new SessionHandlers(
            identity,
            sessions,
            gate,
            roster,
            desk,
            clock,
            left -> leave(left, desk, screens, telephone),
            (before, changed) -> {
              screens.exchanged(before, changed.session(), changed.token().text());
              if (screens.isElsewhere(changed.session())) {
                goes(before.principal().accountId(), desk, screens, telephone);
              }
            });
    this.router =
        ConsoleServer.router(
            vertx,
            sessions,
            List.of(
                new SipForwarding(vertx, telephones, gate, LiveHandler::isFromElsewhere)::mount),
            List.of(
                new LiveHandler(
                        screens,
                        desk,
                        clock,
                        sessions,
                        token -> identity.session(Realm.CONSOLE, token, clock.instant()),
                        ended -> goes(ended.principal().accountId(), desk, screens, telephone),
                        telephone::takeUp)
                    ::mount),
            List.of(
                session::mount,
                telephone::mount,
                new PresenceHandler(desk, gate)::mount,
                new CallHandler(desk, cards, access, notes, gate)::mount,
                new VoicemailHandler(database, access, gate, clock)::mount,
                new NoteHandler(database, access, notes, desk, gate, clock, making::keepDraft)
                    ::mount,
                new SentNotesHandler(database, roster, gate, clock)::mount,
                new TaskHandler(database, tasks, gate, clock)::mount,
                new TeamHandler(floor, gate)::mount,
                new SupervisionHandler(desk, gate)::mount));
  }

  /** Who signs out where she was before stays at work in the window that replaced it. */
  private static void leave(
      ActiveSession session, Desk desk, LiveScreens screens, TelephoneHandler telephone) {
    if (screens.isElsewhere(session)) {
      return;
    }
    AccountId who = session.principal().accountId();
    desk.signOff(who);
    screens.signOut(who);
    telephone.forget(who);
  }

  /** Her session was ended by somebody: she goes off duty at once, or when her call is over. */
  private static void goes(
      AccountId who, Desk desk, LiveScreens screens, TelephoneHandler telephone) {
    boolean now = desk.signOff(who);
    screens.signOut(who);
    if (now) {
      telephone.forget(who);
    }
  }

  /** Writes the file of telephones and has Asterisk read it. */
  public Future<Void> publishTelephones() {
    return file.publish();
  }

  /** Starts serving. */
  public Future<HttpServer> listen(String host, int port, Optional<Certificate> tls) {
    HttpServerOptions options = HttpFoundation.options(host, port);
    tls.ifPresent(certificate -> certificate.on(options));
    return ConsoleServer.listen(vertx, options, router);
  }
}
