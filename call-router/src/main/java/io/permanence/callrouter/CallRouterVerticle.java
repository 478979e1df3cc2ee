package io.permanence.callrouter;

import io.permanence.callrouter.agi.AgiEndpoint;
import io.permanence.callrouter.ami.Ami;
import io.permanence.callrouter.ami.AmiEvent;
import io.permanence.callrouter.ami.Channel;
import io.permanence.callrouter.ami.Switchboard;
import io.permanence.callrouter.console.ConsoleRooms;
import io.permanence.callrouter.console.DeskChanges;
import io.permanence.callrouter.console.TakingUp;
import io.permanence.callrouter.console.call.Cards;
import io.permanence.callrouter.console.live.LiveScreens;
import io.permanence.callrouter.console.people.Roster;
import io.permanence.callrouter.console.people.Wishes;
import io.permanence.callrouter.console.presence.PresenceMemory;
import io.permanence.callrouter.console.task.TaskMaking;
import io.permanence.callrouter.floor.Consoles.Notice;
import io.permanence.callrouter.floor.Desk;
import io.permanence.callrouter.floor.Leftovers;
import io.permanence.callrouter.journal.Admission;
import io.permanence.callrouter.journal.CallJournal;
import io.permanence.callrouter.journal.JournalRecovery;
import io.permanence.callrouter.journal.OutgoingLegs;
import io.permanence.callrouter.journal.Routing;
import io.permanence.callrouter.journal.Snapshots;
import io.permanence.callrouter.journal.TrunkNumbers;
import io.permanence.callrouter.outgoing.LegWatch;
import io.permanence.callrouter.outgoing.OutgoingBook;
import io.permanence.callrouter.outgoing.OutgoingKeeping;
import io.permanence.callrouter.proof.CodeCalls;
import io.permanence.callrouter.sound.Sounds;
import io.permanence.callrouter.sound.SpokenCode;
import io.permanence.callrouter.spool.Spool;
import io.permanence.callrouter.spool.SpoolImport;
import io.permanence.identity.Identity;
import io.permanence.model.line.TollFence;
import io.permanence.routing.Prompt;
import io.permanence.runtime.blocking.Blocking;
import io.permanence.runtime.http.Certificate;
import io.permanence.runtime.node.Node;
import io.permanence.store.Changes;
import io.permanence.store.Database;
import io.permanence.store.Module;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the call router together and takes it apart. Everything lives on this verticle's event loop;
 * AGI answers and blocking libraries run on threads of their own. It starts without PostgreSQL and
 * without Asterisk, and takes up its work when they come.
 */
public final class CallRouterVerticle extends AbstractVerticle {
  private static final Logger log = LoggerFactory.getLogger(CallRouterVerticle.class);
  private static final int SPEAKERS = 2;
  private static final int SENTENCES_WAITING = 10_000;
  private static final int FILES_AT_ONCE = 2;
  private static final int FILES_WAITING = 1_000;
  private static final long SWEEP_MILLIS = 5_000;
  private static final long LEFTOVERS_MILLIS = 1_000;

  /** So long everything else waits for the lines; without PostgreSQL they do not come. */
  private static final long LINES_FIRST_MILLIS = 3_000;

  /**
   * So long the console waits for the calls of before and the use of the day; without Asterisk the
   * ones are not found, without PostgreSQL the other.
   */
  private static final long CALLS_FIRST_MILLIS = 2_000;

  private static final long DUE_MILLIS = 30_000;
  private static final long FORGET_MILLIS = 3_600_000;
  private static final long DRAIN_MILLIS = 10_000;
  private static final long STEP_MILLIS = 1_000;

  private final Node node;
  private final CallRouterSettings settings;
  private final List<Supplier<Future<?>>> stops = new ArrayList<>();
  private int port;

  /** A verticle for {@link Node#run}. */
  public CallRouterVerticle(Node node, CallRouterSettings settings) {
    this.node = node;
    this.settings = settings;
  }

  /**
   * What decides comes first: the lines, then AGI; everything else follows once calls are decided.
   */
  @Override
  public void start(Promise<Void> started) {
    Snapshots snapshots = new Snapshots(vertx, node.database().as(Module.ROUTER), node.clock());
    Future<Void> loaded = snapshots.start(node.settings().database());
    vertx
        .executeBlocking(() -> new Ami(vertx, context, settings.ami()), false)
        .compose(ami -> begin(snapshots, loaded, ami))
        .onComplete(started);
  }

  private Future<Void> begin(Snapshots snapshots, Future<Void> loaded, Ami ami) {
    Database database = node.database().as(Module.ROUTER);
    Clock clock = node.clock();
    CallJournal journal = new CallJournal(vertx, database, settings.journalRoom());
    JournalRecovery recovery = new JournalRecovery(database, snapshots, journal);
    OutgoingBook book = new OutgoingBook(settings.caps(), settings.rates());
    OutgoingKeeping keeping = new OutgoingKeeping(vertx, database, clock, book);
    LegWatch watch = new LegWatch(book, clock, settings.longestLeg());
    Switchboard switchboard = new Switchboard(vertx, ami);
    Sounds sounds =
        new Sounds(
            new Blocking(vertx, "speech", SPEAKERS, SENTENCES_WAITING),
            settings.sounds(),
            settings.speech(),
            settings.language());
    Roster roster = new Roster(database);
    Wishes wishes = new Wishes(database, clock);
    Cards cards = new Cards(vertx, database, roster);
    LiveScreens screens = new LiveScreens(vertx, clock, cards, new PresenceMemory(database));
    TaskMaking tasks =
        new TaskMaking(
            vertx,
            database,
            clock,
            (who, call) -> screens.notice(who, Notice.WRAP_UP_ENDED_NOTE_KEPT));
    OutgoingLegs outgoing =
        new OutgoingLegs(
            new TollFence(node.numbers(), settings.countries()),
            settings.shownNumber(),
            snapshots,
            book,
            keeping::known,
            (call, cap, now) -> context.runOnContext(ignored -> tasks.capReached(call, now)));
    Desk desk =
        new Desk(
            vertx,
            context,
            clock,
            settings.desk().rules(),
            settings.desk().voice(),
            switchboard,
            journal,
            outgoing,
            screens,
            tasks,
            wishes::of,
            call -> sounds.sound(Prompt.of(Prompt.Stock.VOICEMAIL)));
    Routing routing =
        new Routing(
            vertx,
            snapshots,
            journal,
            outgoing,
            desk,
            sounds,
            sounds,
            new TrunkNumbers(node.numbers()),
            new Admission(settings.callsASecond()),
            clock);
    SpokenCode spokenCode = new SpokenCode(sounds);
    CodeCalls codes =
        new CodeCalls(
            vertx, database, clock, node.sealer(), snapshots, outgoing, switchboard, spokenCode);
    Blocking files = new Blocking(vertx, "files", FILES_AT_ONCE, FILES_WAITING);
    Spool spool =
        new Spool(
            vertx,
            files,
            settings.spool().resolve("voicemail"),
            new SpoolImport(snapshots, new TrunkNumbers(node.numbers()), journal, recovery, tasks));
    Leftovers leftovers = new Leftovers(vertx, switchboard, journal, desk::callerGone, clock);
    desk.start();
    switchboard.listen(watch::heard);
    switchboard.listen(codes::heard);
    switchboard.listen(
        event -> {
          if (event instanceof AmiEvent.Died) {
            leftovers.broke(journal.up(), desk.connectionLostAt()); // off the desk, too
          } else if (event instanceof AmiEvent.ChannelsListed) {
            leftovers.wentUnheard(journal.up());
          }
          tellOfAsterisk(event, screens);
        });
    node.management().check("asterisk", () -> Future.succeededFuture(switchboard.connected()));
    node.management().check("lines", () -> Future.succeededFuture(snapshots.loaded()));
    node.management().metrics().gauge("permanence.journal.backlog", journal, CallJournal::backlog);
    node.management().metrics().gauge("permanence.journal.lost", journal, CallJournal::lost);
    stops.add(() -> Future.join(journal.drained(), tasks.drained()));
    stops.add(snapshots::stop);
    stops.add(keeping::stop);
    stops.add(switchboard::close);
    onStop(() -> desk.stop());
    snapshots.onStore(screens::store);
    loaded.onSuccess(known -> log.info("{} lines known", snapshots.size()));
    Future<Void> answering = answerAsterisk(routing);
    Future<Void> used = answering.compose(open -> keeping.start());
    return answering
        .compose(open -> Future.any(loaded, vertx.timer(LINES_FIRST_MILLIS)).otherwiseEmpty())
        .compose(tried -> identity())
        .compose(
            identity -> {
              ConsoleRooms rooms =
                  new ConsoleRooms(
                      vertx,
                      clock,
                      database,
                      identity,
                      settings.telephones(),
                      files,
                      switchboard,
                      desk,
                      cards,
                      roster,
                      screens,
                      recovery,
                      tasks,
                      settings.desk().figures(),
                      settings.certificate().isPresent());
              switchboard.listen(event -> heard(event, routing, rooms));
              snapshots.onEach(sounds::prepare);
              TakingUp takingUp =
                  new TakingUp(
                      vertx,
                      switchboard,
                      desk,
                      recovery,
                      leftovers,
                      routing,
                      wishes,
                      roster,
                      tasks);
              loaded.onSuccess(known -> takingUp.begin());
              vertx.setPeriodic(LEFTOVERS_MILLIS, ignored -> leftovers.sweep(journal.up()));
              Future.any(used, vertx.timer(CALLS_FIRST_MILLIS)).onComplete(known -> codes.start());
              onStop(() -> codes.stop());
              spokenCode
                  .start()
                  .onFailure(failure -> log.error("the digits could not be spoken", failure));
              sounds
                  .start()
                  .compose(spoken -> sounds.preparePhrases())
                  .onFailure(failure -> log.error("the messages could not be spoken", failure));
              switchboard.start();
              vertx.setPeriodic(
                  SWEEP_MILLIS,
                  ignored -> {
                    screens.sweep();
                    watch.sweep(switchboard.channels().all());
                    watch.tooLong(switchboard.channels().all()).forEach(switchboard::hangUp);
                  });
              tasks.forgetOldVoicemails();
              vertx.setPeriodic(FORGET_MILLIS, ignored -> tasks.forgetOldVoicemails());
              vertx.setPeriodic(DUE_MILLIS, ignored -> screens.tasksChanged());
              listenForChanges(new DeskChanges(vertx, desk, screens, wishes, roster), codes);
              return spool
                  .start()
                  .onSuccess(watching -> stops.add(spool::stop))
                  .recover(
                      failure -> {
                        log.error("the spool is not watched", failure);
                        return Future.succeededFuture();
                      })
                  .compose(
                      watching ->
                          Future.any(
                                  Future.all(takingUp.done(), used),
                                  vertx.timer(CALLS_FIRST_MILLIS))
                              .otherwiseEmpty())
                  .compose(tried -> openConsole(rooms))
                  .onSuccess(open -> stops.add(() -> Future.succeededFuture(screens.farewell())));
            });
  }

  /** Makes a hash, so that an unknown account takes as long as a known one: a moment's work. */
  private Future<Identity> identity() {
    return vertx
        .executeBlocking(
            () ->
                new Identity(
                    vertx,
                    node.database().as(Module.IDENTITY),
                    node.sealer(),
                    !node.settings().demo()),
            false)
        .onSuccess(identity -> onStop(() -> identity.close()));
  }

  private Future<Void> answerAsterisk(Routing routing) {
    return vertx
        .executeBlocking(
            () -> AgiEndpoint.start(settings.agiPort(), settings.agiThreads(), routing), false)
        .onSuccess(
            agi ->
                onStop(
                    () -> {
                      routing.close();
                      agi.stop();
                    }))
        .mapEmpty();
  }

  private void onStop(Runnable work) {
    stops.add(() -> Future.succeededFuture().onSuccess(ignored -> work.run()));
  }

  private void heard(AmiEvent event, Routing routing, ConsoleRooms rooms) {
    if (event instanceof AmiEvent.EnteredBridge entered) {
      Channel leg = entered.channel();
      Instant now = node.clock().instant();
      leg.rung()
          .ifPresent(rung -> leg.call().ifPresent(call -> routing.ladderAnswered(call, rung, now)));
    } else if (event instanceof AmiEvent.ChannelsListed) {
      rooms
          .publishTelephones()
          .onFailure(
              failure -> log.warn("the telephones were not published: {}", failure.getMessage()));
    }
  }

  private static void tellOfAsterisk(AmiEvent event, LiveScreens screens) {
    if (event instanceof AmiEvent.Disconnected) {
      screens.telephoneSystemLost();
    } else if (event instanceof AmiEvent.ChannelsListed) {
      screens.telephoneSystemBack();
    }
  }

  private void listenForChanges(DeskChanges changes, CodeCalls codes) {
    Changes.listen(
            vertx,
            node.settings().database(),
            change ->
                context.runOnContext(
                    ignored -> {
                      changes.heard(change);
                      if (change.subject().equals("number_proof")) {
                        codes.look();
                      }
                    }),
            () -> context.runOnContext(ignored -> changes.lookAgain()))
        .onSuccess(listening -> stops.add(listening::close))
        .onFailure(failure -> log.warn("not listening for changes"));
  }

  private Future<Void> openConsole(ConsoleRooms rooms) {
    return rooms
        .listen(settings.consoleHost(), settings.consolePort(), settings.certificate())
        .map(
            server -> {
              port = server.actualPort();
              stops.add(server::close);
              settings
                  .certificate()
                  .ifPresent(
                      certificate -> certificate.keepFresh(vertx, server, Certificate.LOOK_EVERY));
              return null;
            });
  }

  /** The console's port, once it is served. */
  public int port() {
    return port;
  }

  /** One after the other; none may take so long that the journal's turn does not come (R16). */
  @Override
  public void stop(Promise<Void> stopped) {
    Future<?> all = Future.succeededFuture();
    for (Supplier<Future<?>> each : stops.subList(1, stops.size()).reversed()) {
      all = all.otherwiseEmpty().compose(before -> within(STEP_MILLIS, each.get()));
    }
    all.otherwiseEmpty()
        .compose(before -> within(DRAIN_MILLIS, stops.getFirst().get()))
        .<Void>mapEmpty()
        .onComplete(stopped);
  }

  private Future<?> within(long millis, Future<?> step) {
    return Future.any(step, vertx.timer(millis));
  }
}
