package io.permanence.callrouter.floor;

import io.permanence.callrouter.desk.Attempt;
import io.permanence.callrouter.desk.CallSignal;
import io.permanence.callrouter.desk.DeskCommand;
import io.permanence.callrouter.desk.Ending;
import io.permanence.callrouter.desk.Leg;
import io.permanence.callrouter.desk.Onward;
import io.permanence.callrouter.desk.Ringing;
import io.permanence.callrouter.desk.SecretarySignal;
import io.permanence.callrouter.desk.SecretaryState;
import io.permanence.callrouter.desk.Stage;
import io.permanence.callrouter.desk.Stage.Reaching.Progress;
import io.permanence.callrouter.desk.Step;
import io.permanence.callrouter.floor.Consoles.Notice;
import io.permanence.callrouter.journal.CallJournal;
import io.permanence.callrouter.journal.OutgoingLegs;
import io.permanence.model.call.CallEventKind;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.ForwardingNumberId;
import io.permanence.model.line.TollRefusal;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a call one step on and has done what the step asks for. */
final class Steps {
  private static final Logger log = LoggerFactory.getLogger(Steps.class);

  /** A waiting caller whom Asterisk would not send to voicemail is not sent there again at once. */
  private static final Duration VOICEMAIL_AGAIN = Duration.ofSeconds(5);

  private final Clock clock;
  private final Hands hands;
  private final Staff staff;
  private final CallJournal journal;
  private final Consoles consoles;
  private final OutgoingLegs outgoing;
  private final Aftermath aftermath;

  Steps(
      Clock clock,
      Hands hands,
      Staff staff,
      CallJournal journal,
      Consoles consoles,
      OutgoingLegs outgoing,
      Aftermath aftermath) {
    this.clock = clock;
    this.hands = hands;
    this.staff = staff;
    this.journal = journal;
    this.consoles = consoles;
    this.outgoing = outgoing;
    this.aftermath = aftermath;
  }

  Step take(DeskCall call, CallSignal signal) {
    Optional<AccountId> before = call.owner();
    Step step = call.control.on(signal, clock.instant());
    if (step instanceof Step.Done done && done.next().equals(call.control)) {
      done.commands().forEach(command -> carryOut(call, command));
    } else if (step instanceof Step.Done done) {
      boolean broughtBack = broughtBack(call.control.stage(), done.next().stage(), signal);
      call.control = done.next();
      call.over = overSince(call);
      done.commands().forEach(command -> carryOut(call, command));
      before.ifPresent(owner -> consoles.changed(owner, view(owner, call)));
      call.owner()
          .filter(owner -> before.filter(owner::equals).isEmpty())
          .ifPresent(owner -> consoles.changed(owner, view(owner, call)));
      if (broughtBack) {
        call.owner().ifPresent(owner -> consoles.notice(owner, Notice.TRANSFER_FAILED));
      }
      consoles.floorChanged();
    }
    return step;
  }

  /** Not over any more when Asterisk would not do what was to be the end. */
  private @Nullable Instant overSince(DeskCall call) {
    if (!call.control.over()) {
      return null;
    }
    return call.over == null ? clock.instant() : call.over;
  }

  /** Her blind transfer came to nothing: the caller is hers again, in music. */
  private static boolean broughtBack(Stage before, Stage after, CallSignal signal) {
    return before instanceof Stage.Transferring
        && after instanceof Stage.Held
        && !(signal instanceof CallSignal.Wish);
  }

  /** Completes when the commands given so far have been carried out; fails when the last did. */
  Future<Void> lastCommands(DeskCall call) {
    return call.commands;
  }

  private void carryOut(DeskCall call, DeskCommand command) {
    switch (command) {
      case DeskCommand.Telephony telephony -> enqueue(call, telephony);
      case DeskCommand.ShowOffer show -> showOffer(call, show);
      case DeskCommand.WithdrawOffer withdraw ->
          consoles.withdrawn(withdraw.secretary(), call.id(), withdraw.offer(), withdraw.reason());
      case DeskCommand.Tell tell -> {
        staff.tell(tell.secretary(), tell.signal());
        if (tell.signal() instanceof SecretarySignal.CallTornAway) {
          consoles.notice(tell.secretary(), Notice.CALLER_BACK_ON_HOLD);
          aftermath.noLongerHers(tell.secretary(), call.live);
        }
      }
      case DeskCommand.Journal entry ->
          journal.append(call.id(), entry.kind(), clock.instant(), entry.details());
    }
  }

  private void showOffer(DeskCall call, DeskCommand.ShowOffer show) {
    if (call.control.stage() instanceof Stage.Offered offered) {
      consoles.offered(show.secretary(), view(show.secretary(), call), offered);
    }
  }

  /**
   * Each command waits for the one before. A hang-up of a ringing third must not wait: it goes at
   * once.
   */
  private void enqueue(DeskCall call, DeskCommand.Telephony command) {
    Supplier<Future<Void>> work = hands.prepare(call, command);
    List<String> third = call.customer.names();
    boolean atOnce = stopsRinging(command);
    Future<Void> before = atOnce ? Future.succeededFuture() : call.commands.otherwiseEmpty();
    Future<Void> done = before.compose(ready -> work.get());
    done.onFailure(failure -> failed(call, command, third, failure));
    if (command instanceof DeskCommand.RedirectToVoicemail voicemail) {
      done.onSuccess(redirected -> atVoicemail(call, voicemail));
    }
    Future<Void> counts = done.recover(Steps::unlessSomeRing);
    call.commands = atOnce ? call.commands.compose(others -> counts) : counts;
  }

  private void atVoicemail(DeskCall call, DeskCommand.RedirectToVoicemail voicemail) {
    boolean there = journal.progress(call.id()).filter(progress -> !progress.over()).isPresent();
    if (there) {
      journal.append(call.id(), CallEventKind.VOICEMAIL, clock.instant(), voicemail.details());
    }
  }

  private static Future<Void> unlessSomeRing(Throwable failure) {
    return failure instanceof Hands.TollRefused fence && fence.others()
        ? Future.succeededFuture()
        : Future.failedFuture(failure);
  }

  private static boolean stopsRinging(DeskCommand.Telephony command) {
    return command instanceof DeskCommand.SilenceOthers
        || (command instanceof DeskCommand.HangUp hangUp && hangUp.leg() == Leg.THIRD);
  }

  private void failed(
      DeskCall call, DeskCommand.Telephony command, List<String> third, Throwable failure) {
    log.warn(
        "call {}: {} was not done: {}",
        call.id(),
        command.getClass().getSimpleName(),
        failure.getMessage());
    if (command instanceof DeskCommand.RedirectToVoicemail) {
      call.keptUntil = clock.instant().plus(VOICEMAIL_AGAIN);
    }
    boolean another = third.stream().noneMatch(call.customer::has);
    if (failure instanceof Hands.TollRefused fence) {
      fenced(call, fence.refused());
    } else if (command instanceof DeskCommand.OriginateThird && another) {
      log.debug("call {}: given up since, another number rings", call.id());
    } else {
      take(call, new CallSignal.CommandFailed(command, isSecretaryThere(call)));
    }
  }

  private boolean isSecretaryThere(DeskCall call) {
    return call.owner()
        .filter(who -> staff.state(who).filter(SecretaryState::hasCall).isEmpty())
        .filter(who -> hands.hasLeg(who))
        .isPresent();
  }

  /**
   * A number that may not be dialled counts as unreachable; when a cap of the day is reached no
   * other rung could be rung either, as on the router's own ladder.
   */
  private void fenced(DeskCall call, Map<ForwardingNumberId, TollRefusal> refused) {
    boolean cap = refused.values().stream().anyMatch(TollRefusal::capReached);
    refused.forEach(
        (number, why) ->
            notReached(
                call,
                number,
                why.capReached() ? Attempt.Outcome.REFUSED : Attempt.Outcome.FAILED,
                cap));
  }

  /** A customer's leg is gone; as long as it rang its cause tells why. */
  void thirdGone(DeskCall call, String channelId, int cause) {
    Optional<ForwardingNumberId> number = call.customer.number(channelId);
    boolean cameBack = outgoing.cameBack(call.id());
    call.customer.forget(channelId);
    if (call.customer.names().isEmpty()) {
      outgoing.ended(call.id());
    }
    if (rings(call)) {
      Attempt.Outcome outcome = cameBack ? Attempt.Outcome.NO_ANSWER : Causes.outcome(cause);
      number.ifPresent(each -> notReached(call, each, outcome, false));
    } else {
      take(call, new CallSignal.LegGone(Leg.THIRD));
    }
  }

  /** Asterisk could not even begin, or nobody answered; the hang-up's cause, if one comes, came. */
  void thirdNotReached(DeskCall call, String channelId, int reason) {
    if (rings(call)) {
      call.customer.number(channelId).ifPresent(number -> unheard(call, channelId, number, reason));
    }
  }

  private void unheard(DeskCall call, String channelId, ForwardingNumberId number, int reason) {
    call.customer.forget(channelId);
    if (call.customer.names().isEmpty()) {
      outgoing.ended(call.id());
    }
    notReached(call, number, Causes.ofReason(reason), false);
  }

  /**
   * Nothing rings for a caller who is gone: should they ring again at once, they are not taken for
   * a leg of ours that comes back (A15).
   */
  void ringsNoMore(CallId call) {
    outgoing.ended(call);
  }

  private static boolean rings(DeskCall call) {
    return call.control.stage() instanceof Stage.Reaching reaching
        && reaching.progress() == Progress.RINGING;
  }

  /** None of the numbers that still ring was reached. */
  void nobodyReached(DeskCall call, Attempt.Outcome outcome) {
    if (call.control.stage() instanceof Stage.Reaching reaching) {
      reaching.ringing().numbers().forEach(number -> notReached(call, number, outcome, false));
    }
  }

  /** A number was not reached: after the last of its rung, whatever the ladder says comes next. */
  private void notReached(
      DeskCall call, ForwardingNumberId number, Attempt.Outcome outcome, boolean noOther) {
    if (call.control.stage() instanceof Stage.Reaching reaching) {
      Ringing left = reaching.ringing().without(number, outcome);
      Onward onward =
          noOther
              ? new Onward.Back()
              : Ladders.onward(call.live, left.place(), number, left.outcome());
      take(call, new CallSignal.ThirdFailed(number, outcome, onward));
    }
  }

  CallView view(AccountId secretary, DeskCall call) {
    SecretaryState state =
        staff
            .state(secretary)
            .orElseGet(
                () ->
                    SecretaryState.absent(
                        secretary, call.live.snapshot().homeTeam(), clock.instant()));
    return new CallView(
        call.live,
        call.control,
        state,
        offerEnding(secretary, call),
        call.why,
        supervised(secretary, call));
  }

  private Optional<CallView.Supervised> supervised(AccountId secretary, DeskCall call) {
    return call.supervision
        .filter(each -> each.secretary().equals(secretary))
        .map(
            each ->
                new CallView.Supervised(
                    staff.colleague(each.supervisor()).map(Colleague::name).orElse(""), each));
  }

  /** Shows its owner the call as it is. */
  void show(DeskCall call) {
    call.owner().ifPresent(owner -> consoles.changed(owner, view(owner, call)));
    consoles.floorChanged();
  }

  private static Optional<Ending> offerEnding(AccountId secretary, DeskCall call) {
    boolean hers = call.owner().filter(secretary::equals).isPresent();
    return !hers && call.control.passes().containsKey(secretary)
        ? Optional.of(Ending.DECLINED)
        : Optional.empty();
  }
}
