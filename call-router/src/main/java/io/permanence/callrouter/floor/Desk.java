package io.permanence.callrouter.floor;

import io.permanence.callrouter.ami.AmiEvent;
import io.permanence.callrouter.ami.Channel;
import io.permanence.callrouter.ami.Switchboard;
import io.permanence.callrouter.desk.BreakReason;
import io.permanence.callrouter.desk.CallControl;
import io.permanence.callrouter.desk.CallSignal;
import io.permanence.callrouter.desk.DeskRules;
import io.permanence.callrouter.desk.Leg;
import io.permanence.callrouter.desk.SecretarySignal;
import io.permanence.callrouter.desk.SecretaryState;
import io.permanence.callrouter.desk.Stage;
import io.permanence.callrouter.desk.Supervision;
import io.permanence.callrouter.desk.Telephone;
import io.permanence.callrouter.desk.WaitingVoice;
import io.permanence.callrouter.journal.CallJournal;
import io.permanence.callrouter.journal.LiveCall;
import io.permanence.callrouter.journal.OutgoingLegs;
import io.permanence.callrouter.journal.WaitingRoom;
import io.permanence.model.call.CallEventKind;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.TeamId;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The desk at work: hears Asterisk, consoles and the clock, asks the rules of {@code desk/} what
 * follows, and has it done. All state is confined to one event loop; {@link #expect} and {@link
 * #stillWaiting} may be called from any.
 *
 * <p>The commands of one call are carried out one after the other (FACTS 8); a hang-up is not a
 * command and is acted upon at once.
 */
public final class Desk implements WaitingRoom {
  private static final long TICK_MILLIS = 250;
  private static final Duration GHOST_AFTER = Duration.ofSeconds(5);
  private static final Duration KEPT_AFTER_END = Duration.ofMinutes(15);

  private final Vertx vertx;
  private final Context context;
  private final Clock clock;
  private final Switchboard switchboard;
  private final CallJournal journal;
  private final Consoles consoles;
  private final Staff staff;
  private final Steps steps;
  private final OpenCalls calls;
  private final Ears ears;
  private final Adoption adoption;
  private final Deadlines deadlines;
  private final Wishes wishes;
  private final WrapUps wrapUps;
  private final Reconciliation reconciliation;
  private final Strays strays;
  private final Supervisions supervisions;
  private final Lobby lobby;
  private final Matching matching;
  private long ticker;

  /**
   * A desk on one event loop; nothing happens before {@link #start}.
   *
   * @param wanted what a call's line and customer wish of whoever answers
   * @param voicemailSound what a caller hears whom a secretary sends to voicemail
   */
  public Desk(
      Vertx vertx,
      Context context,
      Clock clock,
      DeskRules rules,
      WaitingVoice.Rules voice,
      Switchboard switchboard,
      CallJournal journal,
      OutgoingLegs outgoing,
      Consoles consoles,
      Aftermath aftermath,
      Function<LiveCall, Wanted> wanted,
      Function<LiveCall, String> voicemailSound) {
    this.vertx = vertx;
    this.context = context;
    this.clock = clock;
    this.switchboard = switchboard;
    this.journal = journal;
    this.consoles = consoles;
    Telephones telephones = new Telephones(switchboard, rules.offerTime());
    this.staff = new Staff(clock, rules, switchboard, telephones, consoles);
    Hands hands = new Hands(clock, switchboard, outgoing, telephones, voicemailSound);
    this.steps = new Steps(clock, hands, staff, journal, consoles, outgoing, aftermath);
    this.calls = new OpenCalls(switchboard, staff, wanted);
    this.ears = new Ears(vertx, clock, switchboard, calls, staff, steps, journal, consoles);
    this.matching = new Matching(rules, switchboard, calls, staff, steps);
    this.lobby = new Lobby(clock, rules, voice, calls, staff, steps);
    this.adoption = new Adoption(switchboard, journal, calls, staff, steps, consoles);
    this.reconciliation = new Reconciliation(switchboard, calls, steps);
    this.strays = new Strays(switchboard, calls, staff);
    this.deadlines = new Deadlines(switchboard, steps);
    this.wrapUps = new WrapUps(clock, journal, calls, staff, steps, consoles, aftermath);
    this.supervisions =
        new Supervisions(clock, rules, switchboard, telephones, calls, staff, steps, wrapUps::end);
    this.wishes = new Wishes(clock, rules, calls, staff, steps, wrapUps::end);
  }

  /** Begins to listen to Asterisk and the clock. */
  public void start() {
    switchboard.listen(
        event -> {
          ears.heard(event);
          if (event instanceof AmiEvent.ChannelsListed) {
            adoption.adopt(clock.instant());
            reconciliation.begin();
          }
          matching.arrangeSoon(context, clock);
        });
    ticker = vertx.setPeriodic(TICK_MILLIS, ignored -> tick());
  }

  /** Takes up the calls of before a restart at once; otherwise the next tick does. */
  public void adopt() {
    adoption.adopt(clock.instant());
  }

  /** Stops; calls go on in Asterisk. */
  public void stop() {
    vertx.cancelTimer(ticker);
  }

  @Override
  public void expect(LiveCall call) {
    context.runOnContext(ignored -> take(call));
  }

  private void take(LiveCall live) {
    if (calls.find(live.id()).isPresent()) {
      return;
    }
    Instant now = clock.instant();
    DeskCall call = new DeskCall(live, CallControl.arrived(live.id(), now), now);
    calls.add(call);
    journal.append(live.id(), CallEventKind.WAITING, now, Map.of());
    sweep(call, now);
    consoles.expected(live);
    consoles.floorChanged();
    arrange();
  }

  @Override
  public Future<Patience> stillWaiting(CallId id) {
    return onDesk(() -> lobby.stillWaiting(id));
  }

  @Override
  public Future<Patience> pressed(CallId id, int key) {
    return onDesk(() -> lobby.pressed(id, key));
  }

  private Future<Patience> onDesk(Supplier<Patience> question) {
    Promise<Patience> answer = Promise.promise();
    context.runOnContext(ignored -> answer.complete(question.get()));
    return answer.future();
  }

  private void arrange() {
    matching.arrange(clock.instant());
  }

  private void tick() {
    Instant now = clock.instant();
    for (DeskCall call : calls.all()) {
      reconciliation.settle(call, now);
      deadlines.watch(call, now);
      sweep(call, now);
    }
    strays.hangUp(now);
    supervisions.watch(now);
    calls.tidy(now.minus(KEPT_AFTER_END));
    staff.wrapUpsOver(now).forEach(state -> wrapUps.end(state.account()));
    staff.restTelephones();
    adoption.adopt(now);
    arrange();
  }

  /** Nobody is offered a call whose end was missed, or that the fallback took before it came. */
  private void sweep(DeskCall call, Instant now) {
    Optional<Channel> caller = call.leg(Leg.CALLER, switchboard.channels());
    if (caller.filter(Channel::isWithFallback).isPresent() && !call.control.over()) {
      ears.fellBack(call.id());
    } else if (caller.isPresent() || !switchboard.connected()) {
      call.callerSeen = now;
    } else if (!call.control.over() && call.callerSeen.plus(GHOST_AFTER).isBefore(now)) {
      ears.callerGone(call.id(), now);
    }
  }

  /** When the connection to Asterisk broke last; long ago when it never did. */
  public Instant connectionLostAt() {
    return ears.lostAt();
  }

  /** The caller's leg is gone, whether the call is at the desk or not. */
  public void callerGone(CallId call, Instant now) {
    ears.callerGone(call, now);
  }

  /** The secretaries of the company. */
  public void know(Collection<Colleague> colleagues) {
    staff.know(colleagues);
  }

  /** Her console is there, or gone. */
  public void console(AccountId secretary, boolean there) {
    staff.change(secretary, phone -> phone.withConsole(there));
    arrange();
  }

  /** She speaks through that telephone from now on. */
  public void chooseTelephone(AccountId secretary, Telephone.Kind kind, String endpoint) {
    staff.choose(secretary, kind, endpoint);
    arrange();
  }

  /** What her browser says of its telephone. */
  public void browserTelephone(AccountId secretary, boolean registered, boolean microphone) {
    boolean browser =
        staff
            .state(secretary)
            .filter(state -> state.telephone().kind() == Telephone.Kind.BROWSER)
            .isPresent();
    if (browser) {
      staff.registered(secretary, registered);
      staff.change(secretary, phone -> phone.withMicrophone(microphone));
      staff.restTelephones();
      arrange();
    }
  }

  /** She wants calls; false when her telephone is not prepared. */
  public boolean ready(AccountId secretary) {
    Optional<CallId> wrapping = wrapUps.of(secretary);
    boolean ready = staff.wantsReady(secretary);
    if (ready) {
      wrapping.ifPresent(call -> wrapUps.ended(secretary, call));
    }
    arrange();
    return ready;
  }

  /** She wanted calls before the service restarted; they come once her telephone is there. */
  public void readyAgain(AccountId secretary) {
    staff.tell(secretary, new SecretarySignal.WantsReady());
    arrange();
  }

  /** She wants a break, now or after the call. */
  public void pause(AccountId secretary, BreakReason reason) {
    staff.wantsBreak(secretary, reason);
  }

  /** She goes off duty; false during a call. */
  public boolean signOff(AccountId secretary) {
    return staff.signsOff(secretary);
  }

  /**
   * The card of the offer is on her screen.
   *
   * @param painted false when her window is hidden
   */
  public void cardShown(AccountId secretary, CallId id, UUID offer, boolean painted) {
    calls
        .find(id)
        .filter(call -> call.owner().filter(secretary::equals).isPresent())
        .ifPresent(call -> steps.take(call, new CallSignal.CardShown(offer, painted)));
  }

  /** She asks something of her call; answered when Asterisk has done it. */
  public Future<WishOutcome> wish(AccountId secretary, CallId id, CallSignal.Wish wish) {
    return wishes.wish(secretary, id, wish);
  }

  /** She parks her call in the lowest free place. */
  public Future<WishOutcome> park(AccountId secretary, CallId id) {
    return wishes.park(secretary, id);
  }

  /** She picks up a call that is parked where her team may see it. */
  public Future<WishOutcome> pickUp(AccountId secretary, CallId id) {
    return wishes.pickUp(secretary, id);
  }

  /** A supervisor takes part in the call that secretary has; answered when she does. */
  public Future<SupervisionOutcome> supervise(
      AccountId supervisor, AccountId secretary, Supervision.Mode mode) {
    return supervisions.begin(supervisor, secretary, mode);
  }

  /** She leaves the call she takes part in. */
  public Future<Void> endSupervision(AccountId supervisor) {
    return supervisions.end(supervisor);
  }

  /** The note is sent, or she is done: the wrap-up ends early. */
  public void wrapUpDone(AccountId secretary, CallId call) {
    wishes.letGo(secretary, call);
    if (wrapUps.of(secretary).filter(call::equals).isPresent()) {
      wrapUps.end(secretary);
      arrange();
    }
  }

  /** Her state. */
  public Optional<SecretaryState> secretary(AccountId secretary) {
    return staff.state(secretary);
  }

  /** Every secretary and what she does. */
  public Collection<SecretaryState> secretaries() {
    return staff.states();
  }

  /** Who she is. */
  public Optional<Colleague> colleague(AccountId secretary) {
    return staff.colleague(secretary);
  }

  /** The call she has, is offered, or wraps up. */
  public Optional<CallView> currentCall(AccountId secretary) {
    return staff
        .state(secretary)
        .flatMap(state -> state.engagement().callId())
        .flatMap(calls::find)
        .filter(call -> !supervises(secretary, call))
        .map(call -> view(secretary, call));
  }

  private static boolean supervises(AccountId secretary, DeskCall call) {
    return call.supervision
        .filter(supervision -> supervision.supervisor().equals(secretary))
        .isPresent();
  }

  /** Whether she has that call, is offered it, or wraps it up. */
  public boolean hasInHand(AccountId secretary, CallId id) {
    return staff
        .state(secretary)
        .flatMap(state -> state.engagement().callId())
        .filter(id::equals)
        .isPresent();
  }

  /** A call at the desk, or over since a few minutes. */
  public Optional<LiveCall> live(CallId id) {
    return calls.find(id).map(call -> call.live);
  }

  /** Whether she has or had to do with the call, as far as the desk remembers. */
  public boolean concerns(AccountId secretary, CallId id) {
    return calls.concerns(secretary, id);
  }

  /** The waiting calls a team may answer, longest first. */
  public List<Waiting> waitingFor(Optional<TeamId> team) {
    return calls.waitingFor(team);
  }

  /** The parked calls a team may pick up, by their place. */
  public List<ParkedCall> parkedFor(Optional<TeamId> team) {
    return calls.parked(team).stream()
        .flatMap(
            call ->
                OpenCalls.parking(call)
                    .map(where -> new ParkedCall(call.live, where, call.control.since()))
                    .stream())
        .toList();
  }

  /** A caller in a numbered place. */
  public record ParkedCall(LiveCall call, Stage.Parked where, Instant since) {}

  /** A caller in the music. */
  public record Waiting(LiveCall call, Instant since, boolean vip) {}

  private CallView view(AccountId secretary, DeskCall call) {
    return steps.view(secretary, call);
  }
}
