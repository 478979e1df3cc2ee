package io.permanence.callrouter.floor;

import io.permanence.callrouter.ami.AmiCommand;
import io.permanence.callrouter.ami.Channel;
import io.permanence.callrouter.ami.Switchboard;
import io.permanence.callrouter.desk.DeskCommand;
import io.permanence.callrouter.desk.Leg;
import io.permanence.callrouter.journal.LiveCall;
import io.permanence.callrouter.journal.OutgoingLegs;
import io.permanence.callrouter.journal.OutgoingLegs.Permit;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.Id;
import io.permanence.model.line.LadderStep;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Carries out what a call's next step needs of Asterisk. */
final class Hands {
  private final Switchboard switchboard;
  private final OutgoingLegs outgoing;
  private final Telephones telephones;
  private final Function<LiveCall, String> voicemailSound;

  Hands(
      Switchboard switchboard,
      OutgoingLegs outgoing,
      Telephones telephones,
      Function<LiveCall, String> voicemailSound) {
    this.switchboard = switchboard;
    this.outgoing = outgoing;
    this.telephones = telephones;
    this.voicemailSound = voicemailSound;
  }

  /** The toll fence would not have it. */
  static final class TollRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    TollRefused() {
      super("the toll fence refused", null, false, false);
    }
  }

  Future<Void> carryOut(DeskCall call, DeskCommand.Telephony command, Instant now) {
    return switch (command) {
      case DeskCommand.Bridge bridge -> bridge(call, bridge);
      case DeskCommand.RedirectToHold hold -> switchboard.rest(leg(call, Leg.CALLER), "desk-hold");
      case DeskCommand.RedirectToVoicemail voicemail -> voicemail(call);
      case DeskCommand.RingSecretary ring -> telephones.ring(ring.secretary());
      case DeskCommand.OriginateThird third -> third(call, third, now);
      case DeskCommand.HangUp hangUp -> hangUp(call, hangUp.leg());
    };
  }

  private Supplier<Optional<Channel>> leg(DeskCall call, Leg leg) {
    // The owner is fixed now: the stage may have moved on when the command's turn comes.
    if (leg == Leg.SECRETARY) {
      Optional<AccountId> owner = call.owner();
      return () -> owner.flatMap(each -> DeskCall.secretaryLeg(each, switchboard.channels()));
    }
    return () -> call.leg(leg, switchboard.channels());
  }

  private Future<Void> bridge(DeskCall call, DeskCommand.Bridge bridge) {
    if (bridge.one() == Leg.CALLER && bridge.other() == Leg.SECRETARY) {
      markOwner(call);
    }
    return switchboard.bridge(leg(call, bridge.one()), leg(call, bridge.other()));
  }

  /** So that a restart finds who holds a caller that rests in music. */
  private void markOwner(DeskCall call) {
    Optional<Channel> caller = call.leg(Leg.CALLER, switchboard.channels());
    if (caller.isPresent() && call.owner().isPresent()) {
      switchboard.mark(
          caller.get(), "PM_SECRETARY", call.owner().map(AccountId::toString).orElse(""));
    }
  }

  private Future<Void> voicemail(DeskCall call) {
    Optional<Channel> caller = call.leg(Leg.CALLER, switchboard.channels());
    if (caller.isEmpty()) {
      return Future.succeededFuture();
    }
    return switchboard
        .mark(caller.get(), "PM_SOUND", voicemailSound.apply(call.live))
        .compose(marked -> switchboard.redirect(caller.get(), "voicemail"));
  }

  private Future<Void> third(DeskCall call, DeskCommand.OriginateThird third, Instant now) {
    Optional<LadderStep.Target> target =
        Ladders.step(call.live, third.number())
            .flatMap(step -> Ladders.target(step, third.number()));
    if (target.isEmpty()) {
      return Future.failedFuture(new TollRefused());
    }
    return switch (outgoing.permit(call.live, target.get().number(), now)) {
      case Permit.Refused refused -> Future.failedFuture(new TollRefused());
      case Permit.Granted granted -> originate(call, third, granted);
    };
  }

  private Future<Void> originate(
      DeskCall call, DeskCommand.OriginateThird third, Permit.Granted granted) {
    String channelId = "third-" + Id.next();
    call.thirdChannel = Optional.of(channelId);
    return switchboard.originate(
        new AmiCommand.Originate(
            channelId,
            "PJSIP/" + granted.target().e164() + "@trunk",
            "desk-third",
            Duration.ofSeconds(third.ringSeconds()),
            Optional.of(granted.shown().e164()),
            Map.of(
                "PM_CALL", call.id().toString(),
                "PM_ROLE", DeskCall.THIRD,
                "PM_STEP", third.number().toString())));
  }

  private Future<Void> hangUp(DeskCall call, Leg leg) {
    if (leg == Leg.THIRD) {
      outgoing.ended(call.id());
      return call.thirdChannel.map(switchboard::hangUp).orElseGet(Future::succeededFuture);
    }
    return leg(call, leg)
        .get()
        .map(channel -> switchboard.hangUp(channel.id()))
        .orElseGet(Future::succeededFuture);
  }
}
