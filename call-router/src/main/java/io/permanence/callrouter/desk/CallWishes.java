package io.permanence.callrouter.desk;

import static io.permanence.callrouter.desk.CallOffers.by;
import static io.permanence.model.call.CallEventKind.CONSULTING;
import static io.permanence.model.call.CallEventKind.ENDED;
import static io.permanence.model.call.CallEventKind.HELD;
import static io.permanence.model.call.CallEventKind.PUT_THROUGH;
import static io.permanence.model.call.CallEventKind.RESUMED;
import static io.permanence.model.call.CallEventKind.VOICEMAIL;

import io.permanence.callrouter.desk.DeskCommand.Bridge;
import io.permanence.callrouter.desk.DeskCommand.HangUp;
import io.permanence.callrouter.desk.DeskCommand.Journal;
import io.permanence.callrouter.desk.DeskCommand.OriginateThird;
import io.permanence.callrouter.desk.DeskCommand.RedirectToHold;
import io.permanence.callrouter.desk.DeskCommand.RedirectToVoicemail;
import io.permanence.callrouter.desk.DeskCommand.Tell;
import io.permanence.callrouter.desk.Stage.Consulting;
import io.permanence.callrouter.desk.Stage.Consulting.Progress;
import io.permanence.callrouter.desk.Stage.Held;
import io.permanence.callrouter.desk.Stage.Over;
import io.permanence.callrouter.desk.Stage.PutThrough;
import io.permanence.callrouter.desk.Stage.Talking;
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
      case CallSignal.Consult consult -> consult(call, consult, now);
      case CallSignal.Complete complete -> complete(call, now);
      case CallSignal.Cancel cancel -> cancel(call, now);
      case CallSignal.ToVoicemail voicemail ->
          leave(call, Ending.VOICEMAIL, new RedirectToVoicemail(), now);
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
      case Stage other -> notPossible();
    };
  }

  private static Step resume(CallControl call, Instant now) {
    return switch (call.stage()) {
      case Held held -> backToCaller(call, held.secretary(), now);
      case Talking talking -> call.ignored();
      case Stage other -> notPossible();
    };
  }

  private static Step backToCaller(
      CallControl call, AccountId secretary, Instant now, DeskCommand... then) {
    List<DeskCommand> commands = new ArrayList<>();
    commands.add(new Bridge(Leg.CALLER, Leg.SECRETARY));
    commands.addAll(List.of(then));
    commands.add(new Journal(RESUMED, by(secretary)));
    return new Step.Done(call.entering(new Talking(secretary), now), commands);
  }

  private static Step consult(CallControl call, CallSignal.Consult consult, Instant now) {
    return switch (call.stage()) {
      case Talking talking -> ring(call, talking.secretary(), consult, true, now);
      case Held held -> ring(call, held.secretary(), consult, false, now);
      case Consulting consulting when consulting.number().equals(consult.number()) ->
          call.ignored();
      case Stage other -> notPossible();
    };
  }

  private static Step ring(
      CallControl call,
      AccountId secretary,
      CallSignal.Consult consult,
      boolean callerIsConnected,
      Instant now) {
    List<DeskCommand> commands = new ArrayList<>();
    if (callerIsConnected) {
      commands.add(new RedirectToHold());
    }
    commands.add(new OriginateThird(consult.number(), consult.ringSeconds()));
    commands.add(
        new Journal(
            CONSULTING,
            Map.of("secretary", secretary.toString(), "number", consult.number().toString())));
    Consulting next = new Consulting(secretary, consult.number(), Progress.RINGING, now);
    return new Step.Done(call.entering(next, now), commands);
  }

  private static Step complete(CallControl call, Instant now) {
    return switch (call.stage()) {
      case Consulting consulting when consulting.progress() == Progress.CONNECTED ->
          call.to(
              new PutThrough(consulting.secretary(), consulting.number()),
              now,
              new Bridge(Leg.CALLER, Leg.THIRD),
              new Tell(consulting.secretary(), new SecretarySignal.CallOver(call.id())),
              new Journal(
                  PUT_THROUGH,
                  Map.of(
                      "secretary", consulting.secretary().toString(),
                      "number", consulting.number().toString())));
      case PutThrough putThrough -> call.ignored();
      case Stage other -> notPossible();
    };
  }

  private static Step cancel(CallControl call, Instant now) {
    return switch (call.stage()) {
      case Consulting consulting ->
          backToCaller(call, consulting.secretary(), now, new HangUp(Leg.THIRD));
      case Talking talking -> call.ignored();
      case Stage other -> notPossible();
    };
  }

  private static Step leave(
      CallControl call, Ending ending, DeskCommand.Telephony how, Instant now) {
    return switch (call.stage()) {
      case Talking talking -> left(call, talking.secretary(), ending, List.of(how), now);
      case Held held -> left(call, held.secretary(), ending, List.of(how), now);
      case Consulting consulting ->
          left(call, consulting.secretary(), ending, List.of(how, new HangUp(Leg.THIRD)), now);
      case Over over when over.ending() == ending -> call.ignored();
      case Stage other -> notPossible();
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
    commands.add(
        ending == Ending.VOICEMAIL
            ? new Journal(VOICEMAIL, by(secretary))
            : new Journal(ENDED, Map.of("ending", ending.wireName())));
    return new Step.Done(call.entering(new Over(ending, Optional.of(secretary)), now), commands);
  }

  private static Step notPossible() {
    return new Step.Refused(Step.Refusal.NOT_POSSIBLE);
  }
}
