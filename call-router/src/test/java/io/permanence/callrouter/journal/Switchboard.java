package io.permanence.callrouter.journal;

import static io.permanence.callrouter.journal.Waiting.await;

import io.permanence.callrouter.outgoing.OutgoingBook;
import io.permanence.callrouter.outgoing.OutgoingKeeping;
import io.permanence.model.NumberPlan;
import io.permanence.model.PhoneNumber;
import io.permanence.model.call.CallEventKind;
import io.permanence.model.id.CallId;
import io.permanence.model.line.DialTarget;
import io.permanence.model.line.TollFence;
import io.permanence.model.line.TollRefusal;
import io.permanence.model.outgoing.OutgoingCaps;
import io.permanence.model.outgoing.OutgoingRates;
import io.permanence.routing.ShownNumber;
import io.permanence.store.Database;
import io.permanence.store.DatabaseSettings;
import io.permanence.store.Module;
import io.permanence.store.mapping.Mapping;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The router put together as in production, with a desk that only remembers who was sent to it. */
public final class Switchboard implements WaitingRoom {
  /** France, the fictional numbers included. */
  public static final TollFence FENCE = TollFence.france(NumberPlan.demo());

  /** A Monday, 10:00 in Paris. */
  public static final Instant MONDAY_TEN = Instant.parse("2026-11-23T09:00:00Z");

  public final Database database;
  public final Snapshots snapshots;
  public final CallJournal journal;
  public final JournalRecovery recovery;
  public final Routing routing;
  public final OutgoingBook book =
      new OutgoingBook(new OutgoingCaps(200, 600, 5_000), new OutgoingRates(2, 5, 25, 10));
  public final List<TollRefusal> capped = new CopyOnWriteArrayList<>();
  public final OutgoingLegs legs;
  public final TrunkNumbers numbers = new TrunkNumbers(NumberPlan.demo());
  public final List<LiveCall> expected = new CopyOnWriteArrayList<>();
  public volatile Instant now = MONDAY_TEN;
  public volatile Patience patience = new Patience.Wait();

  private Switchboard(Vertx vertx, DatabaseSettings settings, int most, Admission admission) {
    InstantSource source = () -> now;
    Clock clock = source.withZone(ZoneOffset.UTC);
    database = Mapping.open(vertx, settings, Module.ROUTER);
    snapshots = new Snapshots(vertx, database, clock);
    journal = new CallJournal(vertx, database, most);
    recovery = new JournalRecovery(database, snapshots, journal);
    legs =
        new OutgoingLegs(
            FENCE,
            ShownNumber.Policy.OWN_LINE,
            snapshots,
            book,
            new OutgoingKeeping(vertx, database, clock, book)::known,
            (call, cap, now) -> capped.add(cap));
    routing =
        new Routing(
            vertx,
            snapshots,
            journal,
            legs,
            this,
            prompt -> "static/" + prompt.otherwise().name(),
            (phrase, language) ->
                phrase.number() == 7
                    ? Optional.empty()
                    : Optional.of(language + "/" + phrase.kind() + phrase.number()),
            numbers,
            admission,
            clock);
  }

  /** Put together, all lines loaded. */
  public static Switchboard start(Vertx vertx, DatabaseSettings settings) {
    Switchboard switchboard = new Switchboard(vertx, settings, 1_000, new Admission(100_000));
    await(switchboard.snapshots.start(settings));
    return switchboard;
  }

  /** The same, and one call a second is taken on; its clock stands still. */
  public static Switchboard busy(Vertx vertx, DatabaseSettings settings) {
    Switchboard switchboard = new Switchboard(vertx, settings, 1_000, new Admission(1));
    await(switchboard.snapshots.start(settings));
    return switchboard;
  }

  @Override
  public void expect(LiveCall call) {
    journal.append(call.id(), CallEventKind.WAITING, MONDAY_TEN, Map.of());
    expected.add(call);
  }

  @Override
  public Future<Patience> stillWaiting(CallId call) {
    return Future.succeededFuture(patience);
  }

  @Override
  public Future<Patience> pressed(CallId call, int key) {
    return Future.succeededFuture(patience);
  }

  /** A number that the fence lets pass. */
  public static DialTarget target(String e164) {
    return FENCE.check(new PhoneNumber(e164), false) instanceof TollFence.Verdict.Pass pass
        ? pass.target()
        : fail(e164);
  }

  private static DialTarget fail(String e164) {
    throw new AssertionError(e164 + " is refused");
  }

  /** Takes it apart. */
  public void stop() {
    await(snapshots.stop());
    await(journal.drained());
    await(database.close());
  }
}
