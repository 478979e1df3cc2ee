package io.permanence.callrouter.reception;

import io.permanence.callrouter.agi.AgiEndpoint;
import io.permanence.callrouter.journal.CallJournal;
import io.permanence.callrouter.journal.JournalRecovery;
import io.permanence.callrouter.journal.OutgoingLegs;
import io.permanence.callrouter.journal.Routing;
import io.permanence.callrouter.journal.Snapshots;
import io.permanence.callrouter.journal.TrunkNumbers;
import io.permanence.callrouter.journal.WaitingRoom;
import io.permanence.callrouter.sound.Sounds;
import io.permanence.callrouter.spool.Spool;
import io.permanence.callrouter.spool.SpoolImport;
import io.permanence.callrouter.spool.VoicemailSink;
import io.permanence.model.NumberPlan;
import io.permanence.model.line.TollFence;
import io.permanence.runtime.blocking.Blocking;
import io.permanence.store.Database;
import io.permanence.store.DatabaseSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The router without its desk. The desk is made from {@link #journal}, {@link #legs} and {@link
 * #sounds}, and handed back to {@link #start}; Asterisk's events are passed on by {@link LegWatch}.
 */
public final class Reception {
  private static final Logger log = LoggerFactory.getLogger(Reception.class);
  private static final int SPEAKING_AT_ONCE = 2;
  private static final int WAITING_TO_SPEAK = 10_000;
  private static final long PATIENCE_SECONDS = 10;

  private final Vertx vertx;
  private final DatabaseSettings store;
  private final Clock clock;
  private final ReceptionSettings settings;
  private final Snapshots snapshots;
  private final CallJournal journal;
  private final JournalRecovery recovery;
  private final OutgoingLegs legs;
  private final TrunkNumbers numbers;
  private final Blocking threads;
  private final Sounds sounds;

  private Future<Started> started = Future.failedFuture("not started");

  /**
   * Puts it together; nothing is opened before {@link #start}.
   *
   * @param database in the router's hands
   * @param store where the same database is, for listening to changes
   */
  public Reception(
      Vertx vertx,
      Database database,
      DatabaseSettings store,
      Clock clock,
      NumberPlan plan,
      ReceptionSettings settings) {
    this.vertx = vertx;
    this.store = store;
    this.clock = clock;
    this.settings = settings;
    this.snapshots = new Snapshots(vertx, database, clock);
    this.journal = new CallJournal(vertx, database, settings.journalRoom());
    this.recovery = new JournalRecovery(database, snapshots, journal);
    this.legs =
        new OutgoingLegs(
            new TollFence(plan, settings.tollCountries()), settings.shown(), snapshots);
    this.numbers = new TrunkNumbers(plan);
    this.threads = new Blocking(vertx, "reception", SPEAKING_AT_ONCE, WAITING_TO_SPEAK);
    this.sounds = new Sounds(threads, settings.sounds(), settings.speech(), settings.language());
  }

  private record Started(AgiEndpoint agi, Spool spool, Routing routing) {}

  /**
   * Loads the lines, takes up the calls that are open, and begins to answer Asterisk. Starts
   * without PostgreSQL too, after ten seconds: calls then go to Asterisk's fallback until the lines
   * are there.
   *
   * @return what hears Asterisk's events; to be given to the switchboard before that starts
   */
  public Future<LegWatch> start(WaitingRoom room, VoicemailSink voicemails) {
    sounds.start().onFailure(failure -> log.error("no voice: {}", failure.getMessage()));
    snapshots.onEach(sounds::prepare);
    Future<Void> resumed =
        snapshots
            .start(store)
            .compose(loaded -> recovery.resumeAll())
            .onSuccess(calls -> log.info("{} calls were open", calls.size()))
            .mapEmpty();
    started =
        resumed
            .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .otherwise(
                failure -> {
                  log.error("answering without lines: {}", failure.getMessage());
                  return null;
                })
            .compose(ignored -> open(room, voicemails));
    return started.map(open -> new LegWatch(journal, open.routing(), clock));
  }

  private Future<Started> open(WaitingRoom room, VoicemailSink voicemails) {
    Routing routing = new Routing(vertx, snapshots, journal, legs, room, sounds, numbers, clock);
    Spool spool =
        new Spool(
            vertx,
            threads,
            settings.spool().resolve("voicemail"),
            new SpoolImport(snapshots, numbers, journal, recovery, voicemails));
    return threads
        .call(() -> AgiEndpoint.start(settings.agiPort(), settings.agiThreads(), routing))
        .compose(agi -> spool.start().map(ignored -> new Started(agi, spool, routing)));
  }

  /** Where Asterisk asks; known after the start. */
  public int agiPort() {
    return started.result().agi().port();
  }

  /** Every line, in memory. */
  public Snapshots snapshots() {
    return snapshots;
  }

  /** What happened to the calls. */
  public CallJournal journal() {
    return journal;
  }

  /** The way out to the trunk. */
  public OutgoingLegs legs() {
    return legs;
  }

  /** Spoken messages. */
  public Sounds sounds() {
    return sounds;
  }

  /** Answers no more, writes what is left, and lets go. */
  public Future<Void> stop() {
    return started
        .compose(
            open -> {
              open.agi().stop();
              return open.spool().stop();
            })
        .otherwiseEmpty()
        .eventually(() -> journal.drained().timeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
        .eventually(snapshots::stop)
        .onComplete(done -> threads.close());
  }
}
