package io.permanence.callrouter.journal;

import io.permanence.callrouter.desk.WaitingPhrase;
import io.permanence.callrouter.desk.WaitingPhrase.Kind;
import io.permanence.callrouter.journal.OutgoingLegs.Permit;
import io.permanence.callrouter.journal.WaitingRoom.Patience;
import io.permanence.model.Caller;
import io.permanence.model.PhoneNumber;
import io.permanence.model.call.CallEventKind;
import io.permanence.model.call.ReasonCode;
import io.permanence.model.id.CallId;
import io.permanence.model.line.LineSnapshot;
import io.permanence.routing.Decision;
import io.permanence.routing.IncomingCall;
import io.permanence.routing.Prompt;
import io.permanence.routing.Prompt.Stock;
import io.permanence.routing.RoutingPolicy;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Load, decide, act: answers what Asterisk asks about a call. A decision touches memory only, so it
 * is there in microseconds, with PostgreSQL or without.
 *
 * <p>A failed future is no answer: Asterisk's own fallback takes the call.
 */
public final class Routing {
  /** So long the calls of before may take to be taken up; without PostgreSQL they are not. */
  private static final Duration TAKING_UP = Duration.ofSeconds(20);

  /** So long the end of a rung waits for its call to be taken up; below the dialogue's patience. */
  private static final long A_RUNG_WAITS_MILLIS = 1_000;

  private final Vertx vertx;
  private final Context context;
  private final Snapshots snapshots;
  private final CallJournal journal;
  private final LadderRun ladders;
  private final WaitingRoom room;
  private final PromptSounds sounds;
  private final WaitingSounds phrases;
  private final OutgoingLegs legs;
  private final TrunkNumbers numbers;
  private final Admission admission;
  private final Clock clock;
  private final Promise<Void> takenUp = Promise.promise();
  private final List<RungOver> early = new ArrayList<>();
  private final Instant startedAt;
  private volatile boolean recovered;
  private volatile boolean closed;

  public Routing(
      Vertx vertx,
      Snapshots snapshots,
      CallJournal journal,
      OutgoingLegs legs,
      WaitingRoom room,
      PromptSounds sounds,
      WaitingSounds phrases,
      TrunkNumbers numbers,
      Admission admission,
      Clock clock) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.snapshots = snapshots;
    this.journal = journal;
    this.ladders = new LadderRun(journal, legs);
    this.legs = legs;
    this.room = room;
    this.sounds = sounds;
    this.phrases = phrases;
    this.numbers = numbers;
    this.admission = admission;
    this.clock = clock;
    this.startedAt = clock.instant();
  }

  /**
   * A call has arrived.
   *
   * @param dialled digits as the trunk sent them
   * @param from digits as the trunk sent them, or {@code withheld}
   */
  public Future<Reply> route(CallId id, String dialled, String from) {
    if (closed) {
      return Future.failedFuture("the service stops");
    }
    Instant now = clock.instant();
    Caller caller = numbers.caller(from);
    return numbers
        .number(dialled)
        .map(snapshots::find)
        .orElseGet(() -> Future.succeededFuture(Optional.empty()))
        .compose(
            snapshot ->
                snapshot
                    .map(line -> decided(id, caller, line, now))
                    .orElseGet(
                        () ->
                            Future.succeededFuture(
                                unrouted(id, RoutingPolicy.unknownNumber(), now))));
  }

  private Future<Reply> decided(CallId id, Caller caller, LineSnapshot snapshot, Instant now) {
    boolean returning =
        caller.phoneNumber().map(number -> isReturning(snapshot, number, now)).orElse(false);
    // Our own leg that comes back is no call to take on: told that all lines are busy, it would be
    // answered.
    Decision decision =
        returning || admission.admits(now)
            ? RoutingPolicy.decide(new IncomingCall(id, caller, now, returning), snapshot)
            : RoutingPolicy.overload();
    if (decision instanceof Decision.Reject) {
      return Future.succeededFuture(unrouted(id, decision, now));
    }
    Instant freshAt = snapshots.loaded() ? snapshots.freshAt() : now;
    LiveCall call = new LiveCall(id, caller, now, snapshot, decision, freshAt);
    journal.open(call);
    return decision instanceof Decision.Ladder
        ? legs.dayKnown(call.customer()).map(known -> act(call, decision, now))
        : Future.succeededFuture(act(call, decision, now));
  }

  private boolean isReturning(LineSnapshot snapshot, PhoneNumber number, Instant now) {
    return legs.isReturning(snapshot.customer(), number, now);
  }

  /** Calls that become nobody's: no line, or a loop (no second card for one caller, A15). */
  private Reply unrouted(CallId id, Decision decision, Instant now) {
    journal.unrouted(id, now, decision.basis().code());
    return switch (decision) {
      case Decision.Reject reject -> new Reply.RejectLoop();
      case Decision.Announce announce -> new Reply.Announce(sounds.sound(announce.prompt()));
      default -> throw new IllegalStateException("a call to nobody is announced or rejected");
    };
  }

  private Reply act(LiveCall call, Decision decision, Instant now) {
    return switch (decision) {
      case Decision.ToDesk toDesk -> {
        context.runOnContext(ignored -> room.expect(call));
        yield new Reply.ToDesk();
      }
      case Decision.Ladder ladder -> climb(call, ladder, ladders.first(call, ladder, now), now);
      case Decision.Announce announce -> {
        journal.append(call.id(), CallEventKind.ANNOUNCED, now, reason(decision));
        yield new Reply.Announce(sounds.sound(announce.prompt()));
      }
      case Decision.Voicemail voicemail -> {
        journal.append(call.id(), CallEventKind.VOICEMAIL, now, reason(decision));
        yield new Reply.Voicemail(sounds.sound(voicemail.prompt()));
      }
      case Decision.Reject reject -> new Reply.RejectLoop();
    };
  }

  private static Map<String, String> reason(Decision decision) {
    return Map.of("reason", decision.basis().code().wireName());
  }

  /**
   * A rung of the ladder has ended. While the calls of before a restart are being taken up, one
   * that is not known yet is waited for, as long as the dialogue allows; after that the desk is the
   * way on.
   *
   * @param step the rung that ended, from 1
   * @param outcome how it ended
   */
  public Future<Reply> step(CallId id, int step, StepWord outcome) {
    RungOver rung = new RungOver(id, step, outcome, clock.instant());
    if (recovered || closed || journal.find(id).isPresent()) {
      return onward(rung);
    }
    return Future.any(takenUp.future(), vertx.timer(A_RUNG_WAITS_MILLIS))
        .otherwiseEmpty()
        .compose(
            waited ->
                isToldEarly(rung) ? Future.succeededFuture(new Reply.ToDesk()) : onward(rung));
  }

  /** A rung of a call's ladder that has ended. */
  private record RungOver(CallId call, int step, StepWord outcome, Instant at) {}

  private Future<Reply> onward(RungOver rung) {
    return journal
        .find(rung.call())
        .map(call -> onward(call, rung))
        .orElseGet(() -> Future.failedFuture("the call is not known"));
  }

  /** A call taken up after its instruction was changed has no ladder any more, but the desk. */
  private Future<Reply> onward(LiveCall call, RungOver rung) {
    return switch (call.decision()) {
      case Decision.Ladder ladder ->
          legs.dayKnown(call.customer())
              .map(known -> ladders.next(call, ladder, rung.step(), rung.outcome(), rung.at()))
              .map(move -> climb(call, ladder, move, rung.at()));
      case Decision.ToDesk toDesk -> {
        ladders.over(call, rung.step(), rung.outcome(), rung.at());
        yield Future.succeededFuture(act(call, toDesk, rung.at()));
      }
      default -> Future.failedFuture("the call has no ladder");
    };
  }

  /** Keeps what cannot be noted yet, until the calls of before are taken up. */
  private boolean isToldEarly(RungOver rung) {
    synchronized (early) {
      boolean known = recovered || journal.find(rung.call()).isPresent();
      return !known && early.add(rung);
    }
  }

  /**
   * The first rung is told with the decision: a question less before the customer's phone rings.
   */
  private Reply climb(LiveCall call, Decision.Ladder ladder, LadderRun.Move move, Instant now) {
    return switch (move) {
      case LadderRun.Move.Ring ring ->
          new Reply.Dial(
              ring.index() + 1,
              ring.granted().stream().map(Permit.Granted::target).toList(),
              ring.ringSeconds(),
              ring.granted().getFirst().shown());
      case LadderRun.Move.Exhausted exhausted -> act(call, RoutingPolicy.afterLadder(ladder), now);
      case LadderRun.Move.Voicemail voicemail ->
          voicemail(call, Stock.VOICEMAIL, ladder.basis().code(), now);
    };
  }

  /** The customer answered a rung; Asterisk connects them itself. */
  public void ladderAnswered(CallId id, int step, Instant at) {
    journal.find(id).ifPresent(call -> ladders.answered(call, step, at));
  }

  /**
   * The caller has been in the music for a while; asked every ten seconds. While the calls of
   * before a restart are being taken up, nobody is sent away because a call is not known yet; but
   * when that takes too long, because PostgreSQL is away, Asterisk's own fallback shall have the
   * caller (A12).
   */
  public Future<Reply> waiting(CallId id) {
    if (isTakingUp() && journal.find(id).isEmpty()) {
      return Future.succeededFuture(new Reply.Wait());
    }
    return asked(id, () -> room.stillWaiting(id));
  }

  private boolean isTakingUp() {
    return !recovered && !closed && clock.instant().isBefore(startedAt.plus(TAKING_UP));
  }

  /** The waiting caller pressed a key. */
  public Future<Reply> key(CallId id, int digit) {
    return asked(id, () -> room.pressed(id, digit));
  }

  /** The calls of before a restart have been taken up. */
  public void recovered() {
    List<RungOver> told;
    synchronized (early) {
      recovered = true;
      told = List.copyOf(early);
      early.clear();
    }
    takenUp.tryComplete();
    for (RungOver each : told) {
      journal.find(each.call()).ifPresent(call -> toDesk(call, each));
    }
  }

  private void toDesk(LiveCall call, RungOver rung) {
    ladders.over(call, rung.step(), rung.outcome(), rung.at());
    context.runOnContext(ignored -> room.expect(call));
  }

  /** Takes on no call from now on: it could not be written any more. */
  public void close() {
    closed = true;
  }

  private Future<Reply> asked(CallId id, Supplier<Future<Patience>> question) {
    Optional<LiveCall> known = journal.find(id);
    if (known.isEmpty()) {
      return Future.failedFuture("the call is not known");
    }
    Promise<Reply> reply = Promise.promise();
    context.runOnContext(
        ignored -> question.get().map(each -> patience(known.get(), each)).onComplete(reply));
    return reply.future();
  }

  private Reply patience(LiveCall call, Patience patience) {
    return switch (patience) {
      case Patience.Wait wait -> new Reply.Wait();
      case Patience.Voicemail voicemail ->
          voicemail(call, Stock.ALL_BUSY, call.decision().basis().code(), clock.instant());
      case Patience.Hear hear ->
          say(
              hear.phrases().stream()
                  .flatMap(phrase -> phrases.sound(phrase, hear.language()).stream())
                  .toList());
      case Patience.Choose choose ->
          phrases
              .sound(choose.question(), choose.language())
              .<Reply>map(Reply.Menu::new)
              .orElseGet(Reply.Wait::new);
      case Patience.Goodbye goodbye ->
          new Reply.Announce(
              phrases
                  .sound(WaitingPhrase.of(Kind.CALLBACK_NOTED), goodbye.language())
                  .orElseGet(() -> sounds.sound(Prompt.of(Stock.CLOSED))));
    };
  }

  /** What is not ready is not said. */
  private static Reply say(List<String> ready) {
    return ready.isEmpty() ? new Reply.Wait() : new Reply.Say(ready);
  }

  private Reply voicemail(LiveCall call, Stock stock, ReasonCode reason, Instant now) {
    journal.append(call.id(), CallEventKind.VOICEMAIL, now, Map.of("reason", reason.wireName()));
    return new Reply.Voicemail(sounds.sound(Prompt.of(stock)));
  }
}
