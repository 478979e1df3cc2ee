package io.permanence.callrouter.desk;

import static io.permanence.callrouter.desk.CallOffers.by;
import static io.permanence.model.call.CallEventKind.ENDED;
import static io.permanence.model.call.CallEventKind.HELD;
import static io.permanence.model.call.CallEventKind.RESUMED;

import io.permanence.callrouter.desk.DeskCommand.Bridge;
import io.permanence.callrouter.desk.DeskCommand.HangUp;
import io.permanence.callrouter.desk.DeskCommand.Journal;
import io.permanence.callrouter.desk.DeskCommand.RedirectToHold;
import io.permanence.callrouter.desk.DeskCommand.RedirectToVoicemail;
import io.permanence.callrouter.desk.DeskCommand.SendDigits;
import io.permanence.callrouter.desk.DeskCommand.Tell;
import io.permanence.callrouter.desk.Stage.Conference;
import io.permanence.callrouter.desk.Stage.Consulting;
import io.permanence.callrouter.desk.Stage.Held;
import io.permanence.callrouter.desk.Stage.Over;
import io.permanence.callrouter.desk.Stage.PickingUp;
import io.permanence.callrouter.desk.Stage.Reaching.Progress;
import io.permanence.callrouter.desk.Stage.Talking;
import io.permanence.callrouter.desk.Stage.Transferring;
import io.permanence.callrouter.desk.Step.Refusal;
import io.permanence.model.id.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a secretary may ask of her call: the part of {@link CallControl} that is about wishes (B5).
 * Asking for what already holds is a success that changes nothing, so that a repeated command after
 * a lost answer does no harm.
 */
final class CallWishes {
  private CallWishes() {}

  static Step on(CallControl call, CallSignal.Wish wish, Instant now) {
    return switch (wish) {
      case CallSignal.Accept accept -> CallOffers.accept(call, accept, now);
      case CallSignal.Decline decline -> CallOffers.decline(call, decline, now);
      case CallSignal.Hold hold -> hold(call, now);
      case CallSignal.Resume resume -> resume(call, now);
      case CallSignal.Consult consult -> CallTransfers.consult(call, consult, now);
      case CallSignal.Blind blind -> CallTransfers.blind(call, blind, now);
      case CallSignal.LetGo letGo -> CallTransfers.letGo(call, now);
      case CallSignal.Complete complete -> CallConference.complete(call, now);
      case CallSignal.Cancel cancel -> cancel(call, now);
      case CallSignal.Confer confer -> CallConference.confer(call, now);
      case CallSignal.Park park -> CallParking.park(call, park, now);
      case CallSignal.PickUp pickUp -> CallParking.pickUp(call, pickUp, now);
      case CallSignal.Press press -> press(call, press.digits());
      case CallSignal.ToVoicemail voicemail ->
          leave(
              call,
              Ending.VOICEMAIL,
              new RedirectToVoicemail(call.stage().owner().map(CallOffers::by).orElse(Map.of())),
              now);
      case CallSignal.HangUp hangUp -> leave(call, Ending.HUNG_UP, new HangUp(Leg.CALLER), now);
    };
  }

  private static Step hold(CallControl call, Instant now) {
    return switch (call.stage()) {
      case Talking talking ->
          call.to(
              new Held(talking.secretary()),
              now,
              new RedirectToHold(),
              new Journal(HELD, by(talking.secretary())));
      case Held held -> call.ignored();
      case Consulting consulting -> call.ignored();
      case Conference conference -> CallConference.hold(call, conference, now);
      case Stage other -> refused(Refusal.NEEDS_CALLER);
    };
  }

  private static Step resume(CallControl call, Instant now) {
    return switch (call.stage()) {
      case Held held -> backToCaller(call, held.secretary(), now);
      case Talking talking -> call.ignored();
      case Conference conference -> call.ignored();
      case Stage other -> refused(Refusal.NEEDS_CALLER);
    };
  }

  static Step backToCaller(
      CallControl call, AccountId secretary, Instant now, DeskCommand... then) {
    List<DeskCommand> commands = new ArrayList<>();
    commands.add(new Bridge(Leg.CALLER, Leg.SECRETARY));
    commands.addAll(List.of(then));
    commands.add(new Journal(RESUMED, by(secretary)));
    return new Step.Done(call.entering(new Talking(secretary), now), commands);
  }

  private static Step cancel(CallControl call, Instant now) {
    return switch (call.stage()) {
      case Consulting consulting ->
          backToCaller(call, consulting.secretary(), now, new HangUp(Leg.THIRD));
      case Transferring transferring when transferring.stays() ->
          backToCaller(call, transferring.secretary(), now, new HangUp(Leg.THIRD));
      case Conference conference -> CallConference.dropCustomer(call, conference, now);
      // The customer was gone, or not reached, in the same moment: she wants the caller back.
      case Held held -> backToCaller(call, held.secretary(), now);
      case Talking talking -> call.ignored();
      case PickingUp picking -> CallParking.notPickedUp(call, picking, now);
      case Stage other -> refused(Refusal.NEEDS_CONSULTATION);
    };
  }

  /** To whom she hears. */
  private static Step press(CallControl call, Digits digits) {
    return switch (call.stage()) {
      case Talking talking -> pressed(call, Leg.CALLER, digits);
      case Conference conference -> pressed(call, Leg.THIRD, digits);
      case Consulting consulting when consulting.progress() == Progress.CONNECTED ->
          pressed(call, Leg.THIRD, digits);
      case Stage other -> refused(Refusal.NEEDS_HEARER);
    };
  }

  private static Step pressed(CallControl call, Leg leg, Digits digits) {
    return new Step.Done(call, List.of(new SendDigits(leg, digits)));
  }

  private static Step leave(
      CallControl call, Ending ending, DeskCommand.Telephony how, Instant now) {
    return switch (call.stage()) {
      case Talking talking -> left(call, talking.secretary(), ending, List.of(how), now);
      case Held held -> left(call, held.secretary(), ending, List.of(how), now);
      case Consulting consulting ->
          left(call, consulting.secretary(), ending, List.of(how, new HangUp(Leg.THIRD)), now);
      case Transferring transferring when transferring.stays() ->
          left(call, transferring.secretary(), ending, List.of(how, new HangUp(Leg.THIRD)), now);
      case Conference conference ->
          left(call, conference.secretary(), ending, List.of(how, new HangUp(Leg.THIRD)), now);
      case Over over when over.ending() == ending -> call.ignored();
      case Stage other -> refused(Refusal.NEEDS_CALLER);
    };
  }

  private static Step left(
      CallControl call,
      AccountId secretary,
      Ending ending,
      List<DeskCommand.Telephony> how,
      Instant now) {
    List<DeskCommand> commands = new ArrayList<>(how);
    commands.add(new Tell(secretary, new SecretarySignal.CallOver(call.id())));
    if (ending != Ending.VOICEMAIL) {
      commands.add(new Journal(ENDED, Map.of("ending", ending.wireName())));
    }
    return new Step.Done(call.entering(new Over(ending, Optional.of(secretary)), now), commands);
  }

  static Step refused(Refusal why) {
    return new Step.Refused(why);
  }
}
