package io.permanence.callrouter.floor;

import io.permanence.callrouter.ami.AmiEvent;
import io.permanence.callrouter.ami.Channel;
import io.permanence.callrouter.ami.Switchboard;
import io.permanence.callrouter.desk.CallSignal;
import io.permanence.callrouter.desk.DeskCommand;
import io.permanence.callrouter.desk.Leg;
import io.permanence.callrouter.desk.Stage;
import io.permanence.callrouter.desk.Telephone;
import io.permanence.callrouter.journal.CallJournal;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What Asterisk tells, as it concerns calls and secretaries: who joined whom, who is gone, whose
 * telephone came or went.
 */
final class Ears {
  private static final long CAUSE_COMES_MILLIS = 200;
  private static final int NORMAL_CLEARING = 16;

  private final Vertx vertx;
  private final Clock clock;
  private final Switchboard switchboard;
  private final OpenCalls calls;
  private final Staff staff;
  private final Steps steps;
  private final CallJournal journal;
  private final Consoles consoles;

  /** When the connection broke last: calls that came later are the next Asterisk's. */
  private Instant lostAt = Instant.MIN;

  Ears(
      Vertx vertx,
      Clock clock,
      Switchboard switchboard,
      OpenCalls calls,
      Staff staff,
      Steps steps,
      CallJournal journal,
      Consoles consoles) {
    this.vertx = vertx;
    this.clock = clock;
    this.switchboard = switchboard;
    this.calls = calls;
    this.staff = staff;
    this.steps = steps;
    this.journal = journal;
    this.consoles = consoles;
  }

  void heard(AmiEvent event) {
    switch (event) {
      case AmiEvent.EnteredBridge entered -> entered(entered.channel());
      case AmiEvent.HungUp hungUp -> hungUp(hungUp);
      case AmiEvent.Died died -> died();
      case AmiEvent.Originated originated -> originated(originated);
      case AmiEvent.ContactChanged contact ->
          staff.contact(contact.endpoint(), contact.address(), contact.registered());
      case AmiEvent.ChannelsListed listed -> staff.rebuild();
      case AmiEvent.ChannelListed listed -> {}
      case AmiEvent.LookedAgain again -> {}
      case AmiEvent.Stated stated -> {}
      case AmiEvent.LeftBridge left -> {}
      case AmiEvent.Connected connected -> staff.forgetContacts();
      case AmiEvent.Booted booted -> staff.findDeskPhones();
      case AmiEvent.TelephoneFound found -> staff.found(found.endpoint(), found.there());
      case AmiEvent.TelephonesRead read -> {}
      case AmiEvent.FellBack(CallId call) -> fellBack(call);
      case AmiEvent.Disconnected lost -> {
        lostAt = clock.instant();
        consoles.floorChanged();
      }
    }
  }

  private void entered(Channel channel) {
    if (channel.is(DeskCall.SECRETARY)) {
      channel.id("PM_SECRETARY").map(AccountId::new).ifPresent(this::secretaryRests);
    }
    List<Channel> mates = switchboard.channels().inBridgeOf(channel);
    for (DeskCall call : callsOf(channel)) {
      call.customer
          .number(channel.id())
          .ifPresent(number -> steps.take(call, new CallSignal.ThirdAnswered(number)));
      boolean secretary = isIn(mates, call, Leg.SECRETARY);
      boolean caller = isIn(mates, call, Leg.CALLER);
      boolean third = isIn(mates, call, Leg.THIRD);
      if (secretary && caller) {
        steps.take(call, new CallSignal.CallerJoined());
      }
      if (secretary && third) {
        steps.take(call, new CallSignal.ThirdJoined());
      }
      if (caller && third) {
        steps.take(call, new CallSignal.CallerMetThird());
      }
    }
  }

  /** The caller speaks to the fallback's voicemail: nobody may fetch them from there (R2). */
  void fellBack(CallId id) {
    calls.find(id).ifPresent(call -> steps.take(call, new CallSignal.LegGone(Leg.CALLER)));
  }

  private boolean isIn(List<Channel> mates, DeskCall call, Leg leg) {
    return call.leg(leg, switchboard.channels()).filter(mates::contains).isPresent();
  }

  /** The calls a channel has to do with: its own, or the one of its secretary. */
  private List<DeskCall> callsOf(Channel channel) {
    if (channel.is(DeskCall.SECRETARY)) {
      return channel.id("PM_SECRETARY").map(AccountId::new).stream()
          .flatMap(secretary -> calls.ownedBy(secretary).stream())
          .toList();
    }
    return channel.call().flatMap(calls::find).stream().toList();
  }

  private void secretaryRests(AccountId secretary) {
    staff.change(secretary, phone -> phone.withResting(true));
    calls
        .ownedBy(secretary)
        .ifPresent(call -> steps.take(call, new CallSignal.SecretaryLegRests()));
  }

  private void hungUp(AmiEvent.HungUp event) {
    Instant now = clock.instant();
    Channel channel = event.channel();
    int cause = event.cause();
    if (channel.is(DeskCall.CALLER)) {
      channel.call().ifPresent(id -> callerGone(id, event.broke(), now));
    } else if (channel.is(DeskCall.SECRETARY)) {
      channel
          .id("PM_SECRETARY")
          .map(AccountId::new)
          .ifPresent(secretary -> secretaryGone(secretary, cause));
    } else if (channel.is(DeskCall.THIRD)) {
      channel
          .call()
          .flatMap(calls::find)
          .filter(call -> call.customer.has(channel.id()))
          .ifPresent(call -> steps.thirdGone(call, channel.id(), cause));
    }
  }

  Instant lostAt() {
    return lostAt;
  }

  private void callerGone(CallId id, boolean broke, Instant now) {
    if (broke) {
      broke(id, now);
    } else {
      callerGone(id, now);
    }
  }

  /** Asterisk is dead: also calls of which it had not told any leg are no more. */
  private void died() {
    Instant now = clock.instant();
    for (DeskCall call : calls.all()) {
      boolean before = call.live.arrivedAt().isBefore(lostAt);
      boolean there = call.leg(Leg.CALLER, switchboard.channels()).isPresent();
      if (!call.control.over() && !there && before) {
        broke(call.id(), now);
      }
    }
  }

  /** The journal first: it takes one end only, and this one is true. */
  private void broke(CallId id, Instant now) {
    journal.broken(id, now);
    calls.find(id).ifPresent(call -> steps.take(call, new CallSignal.Broke()));
    consoles.floorChanged();
  }

  /** The caller's leg is gone, whether the desk knows the call or not. */
  void callerGone(CallId id, Instant now) {
    calls.find(id).ifPresent(call -> steps.take(call, new CallSignal.LegGone(Leg.CALLER)));
    steps.ringsNoMore(id);
    journal.hungUp(id, now);
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
    Optional<DeskCall> call = calls.ownedBy(secretary);
    staff.change(secretary, phone -> phone.withResting(false));
    call.ifPresent(
        each ->
            steps.take(
                each,
                deskPhone && cause == NORMAL_CLEARING
                    ? new CallSignal.HandsetDown()
                    : new CallSignal.LegGone(Leg.SECRETARY)));
  }

  private void originated(AmiEvent.Originated event) {
    Optional<AccountId> secretary = staff.originated(event.channelId());
    if (secretary.isPresent()) {
      if (!event.success()) {
        calls.ownedBy(secretary.get()).ifPresent(this::telephoneDidNotAnswer);
      }
    } else if (!event.success()) {
      calls.all().stream()
          .filter(call -> call.customer.has(event.channelId()))
          .findFirst()
          .ifPresent(call -> notReachedUnlessTold(call, event));
    }
  }

  /** The hang-up's cause says more (busy comes without reason here); it may come just after. */
  private void notReachedUnlessTold(DeskCall call, AmiEvent.Originated event) {
    vertx.setTimer(
        CAUSE_COMES_MILLIS,
        ignored -> steps.thirdNotReached(call, event.channelId(), event.reason()));
  }

  /** Her desk phone was refused or is not there: the offer goes elsewhere. */
  private void telephoneDidNotAnswer(DeskCall call) {
    boolean rings =
        (call.control.stage() instanceof Stage.Offered offered && !offered.legRests())
            || (call.control.stage() instanceof Stage.PickingUp picking && picking.ringing());
    if (rings) {
      call.owner()
          .map(DeskCommand.RingSecretary::new)
          .ifPresent(ring -> steps.take(call, new CallSignal.CommandFailed(ring)));
    }
  }
}
