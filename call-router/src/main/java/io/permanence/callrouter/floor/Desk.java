package io.permanence.callrouter.floor;

import io.permanence.callrouter.ami.AmiEvent;
import io.permanence.callrouter.ami.Channel;
import io.permanence.callrouter.ami.Switchboard;
import io.permanence.callrouter.desk.BreakReason;
import io.permanence.callrouter.desk.CallControl;
import io.permanence.callrouter.desk.CallSignal;
import io.permanence.callrouter.desk.DeskCommand;
import io.permanence.callrouter.desk.DeskMove;
import io.permanence.callrouter.desk.DeskPolicy;
import io.permanence.callrouter.desk.DeskRules;
import io.permanence.callrouter.desk.Engagement;
import io.permanence.callrouter.desk.Leg;
import io.permanence.callrouter.desk.SecretarySignal;
import io.permanence.callrouter.desk.SecretaryState;
import io.permanence.callrouter.desk.Stage;
import io.permanence.callrouter.desk.Step;
import io.permanence.callrouter.desk.Telephone;
import io.permanence.callrouter.desk.WaitingCall;
import io.permanence.callrouter.journal.CallJournal;
import io.permanence.callrouter.journal.LiveCall;
import io.permanence.callrouter.journal.OutgoingLegs;
import io.permanence.callrouter.journal.WaitingRoom;
import io.permanence.model.call.CallEventKind;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.Id;
import io.permanence.model.id.TeamId;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

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
  private static final long CAUSE_COMES_MILLIS = 200;
  private static final int NORMAL_CLEARING = 16;
  private static final Duration GHOST_AFTER = Duration.ofSeconds(5);
  private static final Duration KEPT_AFTER_END = Duration.ofMinutes(15);

  private final Vertx vertx;
  private final Context context;
  private final Clock clock;
  private final DeskRules rules;
  private final Switchboard switchboard;
  private final CallJournal journal;
  private final Consoles consoles;
  private final Aftermath aftermath;
  private final Function<LiveCall, List<TeamId>> overflow;
  private final Staff staff;
  private final Steps steps;
  private final Map<CallId, DeskCall> calls = new LinkedHashMap<>();
  private long ticker;

  /**
   * A desk on one event loop; nothing happens before {@link #start}.
   *
   * @param overflow the further teams that may answer a call, in order
   * @param voicemailSound what a caller hears whom a secretary sends to voicemail
   */
  public Desk(
      Vertx vertx,
      Context context,
      Clock clock,
      DeskRules rules,
      Switchboard switchboard,
      CallJournal journal,
      OutgoingLegs outgoing,
      Consoles consoles,
      Aftermath aftermath,
      Function<LiveCall, List<TeamId>> overflow,
      Function<LiveCall, String> voicemailSound) {
    this.vertx = vertx;
    this.context = context;
    this.clock = clock;
    this.rules = rules;
    this.switchboard = switchboard;
    this.journal = journal;
    this.consoles = consoles;
    this.aftermath = aftermath;
    this.overflow = overflow;
    Telephones telephones = new Telephones(switchboard, rules.offerTime());
    this.staff = new Staff(clock, rules, switchboard, telephones, consoles);
    Hands hands = new Hands(switchboard, outgoing, telephones, voicemailSound);
    this.steps = new Steps(clock, hands, staff, journal, consoles, outgoing);
  }

  /** Begins to listen to Asterisk and the clock. */
  public void start() {
    switchboard.listen(this::heard);
    ticker = vertx.setPeriodic(TICK_MILLIS, ignored -> tick());
  }

  /** Stops; calls go on in Asterisk. */
  public void stop() {
    vertx.cancelTimer(ticker);
  }

  // ---- callers

  @Override
  public void expect(LiveCall call) {
    context.runOnContext(ignored -> take(call));
  }

  private void take(LiveCall live) {
    if (calls.containsKey(live.id())) {
      return;
    }
    Instant now = clock.instant();
    calls.put(live.id(), new DeskCall(live, CallControl.arrived(live.id(), now), now));
    consoles.expected(live);
    consoles.floorChanged();
    arrange();
  }

  @Override
  public Future<Patience> stillWaiting(CallId id) {
    Promise<Patience> answer = Promise.promise();
    context.runOnContext(
        ignored -> {
          DeskCall call = calls.get(id);
          boolean givenUp = call != null && call.control.over();
          answer.complete(givenUp ? Patience.VOICEMAIL : Patience.WAIT);
        });
    return answer.future();
  }

  // ---- Asterisk

  private void heard(AmiEvent event) {
    switch (event) {
      case AmiEvent.EnteredBridge entered -> entered(entered.channel());
      case AmiEvent.HungUp hungUp -> hungUp(hungUp.channel(), hungUp.cause());
      case AmiEvent.Originated originated -> originated(originated);
      case AmiEvent.ContactChanged contact ->
          staff.contact(contact.endpoint(), contact.address(), contact.registered());
      case AmiEvent.ChannelsListed listed -> rebuild();
      case AmiEvent.ChannelListed listed -> {}
      case AmiEvent.Stated stated -> {}
      case AmiEvent.LeftBridge left -> {}
      case AmiEvent.Connected connected -> staff.forgetContacts();
      case AmiEvent.ContactsListed listed -> staff.contactsListed();
      case AmiEvent.TelephonesRead read -> {}
      case AmiEvent.LadderAnswered answered -> {}
      case AmiEvent.Disconnected lost -> consoles.floorChanged();
    }
    arrange();
  }

  private void entered(Channel channel) {
    if (channel.is(DeskCall.SECRETARY)) {
      channel.id("PM_SECRETARY").map(AccountId::new).ifPresent(this::secretaryRests);
    }
    List<Channel> mates = channel.bridge().map(switchboard.channels()::in).orElse(List.of());
    for (DeskCall call : callsOf(channel)) {
      if (channel.is(DeskCall.THIRD)) {
        signal(call, new CallSignal.ThirdAnswered());
      }
      boolean secretary = isIn(mates, call, Leg.SECRETARY);
      if (secretary && isIn(mates, call, Leg.CALLER)) {
        signal(call, new CallSignal.CallerJoined());
      }
      if (secretary && isIn(mates, call, Leg.THIRD)) {
        signal(call, new CallSignal.ThirdJoined());
      }
    }
  }

  private boolean isIn(List<Channel> mates, DeskCall call, Leg leg) {
    return call.leg(leg, switchboard.channels()).filter(mates::contains).isPresent();
  }

  /** The calls a channel has to do with: its own, or the one of its secretary. */
  private List<DeskCall> callsOf(Channel channel) {
    if (channel.is(DeskCall.SECRETARY)) {
      return channel.id("PM_SECRETARY").map(AccountId::new).stream()
          .flatMap(secretary -> ownedBy(secretary).stream())
          .toList();
    }
    return channel.call().map(calls::get).stream().toList();
  }

  private Optional<DeskCall> ownedBy(AccountId secretary) {
    return staff
        .state(secretary)
        .flatMap(state -> state.engagement().callId())
        .map(calls::get)
        .filter(call -> call.owner().filter(secretary::equals).isPresent());
  }

  private void secretaryRests(AccountId secretary) {
    staff.change(secretary, phone -> phone.withResting(true));
    ownedBy(secretary).ifPresent(call -> signal(call, new CallSignal.SecretaryLegRests()));
  }

  private void hungUp(Channel channel, int cause) {
    Instant now = clock.instant();
    if (channel.is(DeskCall.CALLER)) {
      channel.call().ifPresent(id -> callerGone(id, now));
    } else if (channel.is(DeskCall.SECRETARY)) {
      channel
          .id("PM_SECRETARY")
          .map(AccountId::new)
          .ifPresent(secretary -> secretaryGone(secretary, cause));
    } else if (channel.is(DeskCall.THIRD)) {
      channel
          .call()
          .map(calls::get)
          .filter(call -> call.thirdChannel.filter(channel.id()::equals).isPresent())
          .ifPresent(call -> steps.thirdGone(call, cause));
    }
  }

  private void callerGone(CallId id, Instant now) {
    DeskCall call = calls.get(id);
    if (call != null) {
      signal(call, new CallSignal.LegGone(Leg.CALLER));
    }
    journal.hungUp(id, now);
    boolean lost =
        journal
            .progress(id)
            .filter(
                progress ->
                    progress.over()
                        && progress.outcome() == io.permanence.model.call.CallOutcome.LOST)
            .isPresent();
    if (lost) {
      journal.find(id).ifPresent(aftermath::lost);
    }
    consoles.floorChanged();
  }

  private void secretaryGone(AccountId secretary, int cause) {
    if (DeskCall.secretaryLeg(secretary, switchboard.channels()).isPresent()) {
      return; // an older leg of hers; the newer one stands
    }
    boolean deskPhone =
        staff
            .state(secretary)
            .filter(state -> state.telephone().kind() == Telephone.Kind.DESK)
            .isPresent();
    Optional<DeskCall> call = ownedBy(secretary);
    staff.change(secretary, phone -> phone.withResting(false));
    call.ifPresent(
        each ->
            signal(
                each,
                deskPhone && cause == NORMAL_CLEARING
                    ? new CallSignal.HandsetDown()
                    : new CallSignal.LegGone(Leg.SECRETARY)));
  }

  private void originated(AmiEvent.Originated event) {
    Optional<AccountId> secretary = staff.originated(event.channelId());
    if (secretary.isPresent()) {
      if (!event.success()) {
        ownedBy(secretary.get()).ifPresent(call -> telephoneDidNotAnswer(call));
      }
    } else if (!event.success()) {
      calls.values().stream()
          .filter(call -> call.thirdChannel.filter(event.channelId()::equals).isPresent())
          .findFirst()
          .ifPresent(call -> notReachedUnlessTold(call, event.reason()));
    }
  }

  /** The hang-up's cause says more (busy comes without reason here); it may come just after. */
  private void notReachedUnlessTold(DeskCall call, int reason) {
    vertx.setTimer(CAUSE_COMES_MILLIS, ignored -> steps.thirdNotReached(call, reason));
  }

  /** Her desk phone was refused or is not there: the offer goes elsewhere. */
  private void telephoneDidNotAnswer(DeskCall call) {
    if (call.control.stage() instanceof Stage.Offered offered && !offered.legRests()) {
      signal(
          call, new CallSignal.CommandFailed(new DeskCommand.RingSecretary(offered.secretary())));
    }
  }

  // ---- what follows

  private Step signal(DeskCall call, CallSignal signal) {
    Step step = steps.take(call, signal);
    if (call.control.over() && call.over == null) {
      call.over = clock.instant();
    }
    return step;
  }

  private void arrange() {
    if (!switchboard.connected()) {
      return;
    }
    Instant now = clock.instant();
    List<WaitingCall> waiting =
        calls.values().stream()
            .filter(call -> call.leg(Leg.CALLER, switchboard.channels()).isPresent())
            .flatMap(call -> waiting(call).stream())
            .toList();
    for (DeskMove move : DeskPolicy.match(waiting, staff.states(), rules, now)) {
      switch (move) {
        case DeskMove.Offer offer -> offer(offer, now);
        case DeskMove.GiveUp giveUp ->
            Optional.ofNullable(calls.get(giveUp.call()))
                .ifPresent(call -> signal(call, new CallSignal.WaitedTooLong()));
      }
    }
  }

  private Optional<WaitingCall> waiting(DeskCall call) {
    return call.control.waiting(teams(call.live), Ladders.vip(call.live));
  }

  private List<TeamId> teams(LiveCall call) {
    TeamId home = call.snapshot().line().homeTeam();
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(home), overflow.apply(call).stream())
        .distinct()
        .toList();
  }

  private void offer(DeskMove.Offer offer, Instant now) {
    DeskCall call = calls.get(offer.call());
    Optional<SecretaryState> secretary = staff.state(offer.secretary());
    if (call != null && secretary.isPresent()) {
      signal(
          call,
          new CallSignal.Offer(
              Id.next(),
              offer.secretary(),
              now.plus(rules.offerTime()),
              secretary.get().telephone().resting()));
    }
  }

  private void tick() {
    Instant now = clock.instant();
    for (DeskCall call : List.copyOf(calls.values())) {
      if (call.control.stage() instanceof Stage.Offered offered
          && !now.isBefore(offered.expiresAt())) {
        signal(call, new CallSignal.OfferExpired(offered.offer()));
      }
      sweep(call, now);
    }
    staff.wrapUpsOver(now).forEach(this::wrapUpOver);
    staff.restTelephones();
    adopt(now);
    arrange();
  }

  /** A call whose end was missed must not be offered for ever; one long over is forgotten. */
  private void sweep(DeskCall call, Instant now) {
    if (call.over != null && call.over.plus(KEPT_AFTER_END).isBefore(now)) {
      calls.remove(call.id());
      return;
    }
    boolean there = call.leg(Leg.CALLER, switchboard.channels()).isPresent();
    if (there || !switchboard.connected()) {
      call.callerSeen = now;
    } else if (!call.control.over() && call.callerSeen.plus(GHOST_AFTER).isBefore(now)) {
      callerGone(call.id(), now);
    }
  }

  private void rebuild() {
    staff.rebuild();
    adopt(clock.instant());
  }

  /** Takes up calls that Asterisk has at the desk and the desk does not know: after a restart. */
  private void adopt(Instant now) {
    if (!switchboard.listed()) {
      return; // half a picture would be taken for the whole
    }
    for (Channel channel : switchboard.channels().all()) {
      boolean ours = channel.is(DeskCall.CALLER) && channel.context().startsWith("desk-");
      if (ours && channel.call().filter(id -> !calls.containsKey(id)).isPresent()) {
        channel.call().flatMap(journal::find).ifPresent(live -> adopt(live, channel, now));
      }
    }
  }

  private void adopt(LiveCall live, Channel caller, Instant now) {
    Found.Picture picture = Found.of(live.id(), caller, switchboard.channels(), now);
    DeskCall call =
        new DeskCall(live, CallControl.at(live.id(), picture.stage(), live.arrivedAt(), now), now);
    call.thirdChannel = picture.third().map(Channel::id);
    calls.put(live.id(), call);
    consoles.expected(live);
    boolean hers = !(picture.stage() instanceof Stage.PutThrough);
    if (hers) {
      call.owner().ifPresent(owner -> staff.tell(owner, new SecretarySignal.CallTaken(live.id())));
    }
    consoles.floorChanged();
  }

  // ---- consoles

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
    Optional<CallId> wrapping = wrapping(secretary);
    boolean ready = staff.wantsReady(secretary);
    if (ready) {
      wrapping.ifPresent(call -> wrapped(secretary, call));
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

  /** The card of the offer is on her screen. */
  public void cardShown(AccountId secretary, CallId id, UUID offer) {
    DeskCall call = calls.get(id);
    if (call != null && call.owner().filter(secretary::equals).isPresent()) {
      signal(call, new CallSignal.CardShown(offer));
    }
  }

  /** She asks something of her call; answered when Asterisk has done it. */
  public Future<WishOutcome> wish(AccountId secretary, CallId id, CallSignal.Wish wish) {
    DeskCall call = calls.get(id);
    if (call == null || !mayCommand(secretary, call)) {
      return Future.succeededFuture(new WishOutcome.NotHers());
    }
    if (wish instanceof CallSignal.Consult consult && !allowed(call, consult)) {
      return Future.succeededFuture(new WishOutcome.PutThroughNotAllowed(view(secretary, call)));
    }
    return switch (signal(call, wish)) {
      case Step.Refused refused ->
          Future.succeededFuture(new WishOutcome.Refused(refused.why(), view(secretary, call)));
      case Step.Done done ->
          steps
              .lastCommands(call)
              .map(ok -> (WishOutcome) new WishOutcome.Done(view(secretary, call)))
              .otherwise(failure -> new WishOutcome.Unavailable(view(secretary, call)));
    };
  }

  private static boolean allowed(DeskCall call, CallSignal.Consult consult) {
    return Ladders.mayPutThrough(call.live)
        && Ladders.step(call.live, consult.number()).isPresent();
  }

  private boolean mayCommand(AccountId secretary, DeskCall call) {
    return call.owner().filter(secretary::equals).isPresent()
        || call.control.passes().containsKey(secretary);
  }

  /** The note is sent, or she is done: the wrap-up ends early. */
  public void wrapUpDone(AccountId secretary, CallId call) {
    if (wrapping(secretary).filter(call::equals).isPresent()) {
      staff.tell(secretary, new SecretarySignal.WrapUpOver(call));
      wrapped(secretary, call);
      arrange();
    }
  }

  private Optional<CallId> wrapping(AccountId secretary) {
    return staff
        .state(secretary)
        .filter(state -> state.engagement() instanceof Engagement.WrapUp)
        .flatMap(state -> state.engagement().callId());
  }

  private void wrapUpOver(SecretaryState state) {
    state
        .engagement()
        .callId()
        .ifPresent(
            call -> {
              staff.tell(state.account(), new SecretarySignal.WrapUpOver(call));
              wrapped(state.account(), call);
            });
  }

  private void wrapped(AccountId secretary, CallId id) {
    journal.append(
        id,
        CallEventKind.WRAPPED,
        clock.instant(),
        Map.of(CallJournal.SECRETARY, secretary.toString()));
    DeskCall call = calls.get(id);
    if (call != null) {
      consoles.changed(secretary, view(secretary, call));
      aftermath.wrapUpOver(secretary, call.live);
    }
  }

  // ---- looking

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
        .map(calls::get)
        .map(call -> view(secretary, call));
  }

  /** A call at the desk, or over since a few minutes. */
  public Optional<LiveCall> live(CallId id) {
    return Optional.ofNullable(calls.get(id)).map(call -> call.live);
  }

  /** Whether she has or had to do with the call, as far as the desk remembers. */
  public boolean concerns(AccountId secretary, CallId id) {
    DeskCall call = calls.get(id);
    return call != null
        && (call.owner().filter(secretary::equals).isPresent()
            || staff
                .state(secretary)
                .flatMap(state -> state.engagement().callId())
                .filter(id::equals)
                .isPresent());
  }

  /** The waiting calls a team may answer, longest first. */
  public List<Waiting> waitingFor(Optional<TeamId> team) {
    return calls.values().stream()
        .filter(
            call ->
                call.control.stage() instanceof Stage.Waiting
                    || call.control.stage() instanceof Stage.Offered)
        .filter(call -> team.isEmpty() || teams(call.live).contains(team.get()))
        .map(call -> new Waiting(call.live, call.control.waitingSince(), Ladders.vip(call.live)))
        .sorted(java.util.Comparator.comparing(Waiting::since))
        .toList();
  }

  /** A caller in the music. */
  public record Waiting(LiveCall call, Instant since, boolean vip) {}

  private CallView view(AccountId secretary, DeskCall call) {
    return steps.view(secretary, call);
  }
}
