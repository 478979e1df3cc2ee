package io.permanence.callrouter.desk;

import static io.permanence.callrouter.desk.CallWishes.refused;
import static io.permanence.model.call.CallEventKind.CONSULTING;
import static io.permanence.model.call.CallEventKind.LADDER_STEP;
import static io.permanence.model.call.CallEventKind.PUT_THROUGH;
import static io.permanence.model.call.CallEventKind.VOICEMAIL;
import static io.permanence.model.call.CallEventKind.WAITING;

import io.permanence.callrouter.desk.Attempt.Outcome;
import io.permanence.callrouter.desk.DeskCommand.Bridge;
import io.permanence.callrouter.desk.DeskCommand.HangUp;
import io.permanence.callrouter.desk.DeskCommand.Journal;
import io.permanence.callrouter.desk.DeskCommand.MarkSlot;
import io.permanence.callrouter.desk.DeskCommand.OriginateThird;
import io.permanence.callrouter.desk.DeskCommand.RedirectToHold;
import io.permanence.callrouter.desk.DeskCommand.RedirectToVoicemail;
import io.permanence.callrouter.desk.DeskCommand.Tell;
import io.permanence.callrouter.desk.Stage.Consulting;
import io.permanence.callrouter.desk.Stage.Held;
import io.permanence.callrouter.desk.Stage.Over;
import io.permanence.callrouter.desk.Stage.PutThrough;
import io.permanence.callrouter.desk.Stage.Reaching;
import io.permanence.callrouter.desk.Stage.Reaching.Progress;
import io.permanence.callrouter.desk.Stage.Talking;
import io.permanence.callrouter.desk.Stage.Transferring;
import io.permanence.callrouter.desk.Stage.Waiting;
import io.permanence.callrouter.desk.Step.Refusal;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.ForwardingNumberId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reaching the customer down the ladder, announced (consultation) or not (blind transfer): the part
 * of {@link CallControl} between a secretary's wish and the customer's answer (A4, B5).
 */
final class CallTransfers {
  /** A ladder that would go on for ever ends here. */
  private static final int MOST_ATTEMPTS = 40;

  private CallTransfers() {}

  static Step consult(CallControl call, CallSignal.Consult wish, Instant now) {
    return switch (call.stage()) {
      case Talking talking -> consult(call, talking.secretary(), wish, now, new RedirectToHold());
      case Held held -> consult(call, held.secretary(), wish, now);
      case Consulting consulting when consulting.number().equals(wish.number()) -> call.ignored();
      case Reaching reaching -> refused(Refusal.NEEDS_NOBODY_ELSE);
      case Stage.Conference conference -> refused(Refusal.NEEDS_NOBODY_ELSE);
      case Stage other -> refused(Refusal.NEEDS_CALLER);
    };
  }

  private static Step consult(
      CallControl call,
      AccountId secretary,
      CallSignal.Consult wish,
      Instant now,
      DeskCommand... first) {
    List<DeskCommand> commands = new ArrayList<>(List.of(first));
    commands.add(new OriginateThird(wish.number(), wish.ringSeconds(), false));
    commands.add(begun(secretary, wish.number(), "announced"));
    Consulting next =
        new Consulting(secretary, wish.number(), Progress.RINGING, wish.climbing(), now);
    return new Step.Done(call.entering(next, now), commands);
  }

  static Step blind(CallControl call, CallSignal.Blind wish, Instant now) {
    return switch (call.stage()) {
      case Talking talking -> blind(call, talking.secretary(), wish, now, new RedirectToHold());
      case Held held -> blind(call, held.secretary(), wish, now);
      case Transferring transferring -> call.ignored();
      case Consulting consulting -> refused(Refusal.NEEDS_NOBODY_ELSE);
      case Stage.Conference conference -> refused(Refusal.NEEDS_NOBODY_ELSE);
      case Stage other -> refused(Refusal.NEEDS_CALLER);
    };
  }

  private static Step blind(
      CallControl call,
      AccountId secretary,
      CallSignal.Blind wish,
      Instant now,
      DeskCommand... first) {
    List<DeskCommand> commands = new ArrayList<>(List.of(first));
    commands.add(new OriginateThird(wish.number(), wish.ringSeconds(), true));
    commands.add(begun(secretary, wish.number(), "blind"));
    Transferring next = new Transferring(secretary, true, wish.number(), Progress.RINGING, now);
    return new Step.Done(call.entering(next, now), commands);
  }

  private static Journal begun(AccountId secretary, ForwardingNumberId number, String mode) {
    return new Journal(
        CONSULTING,
        Map.of("secretary", secretary.toString(), "number", number.toString(), "mode", mode));
  }

  /** She wraps up; the caller goes to the desk should nobody answer. */
  static Step letGo(CallControl call, Instant now) {
    return switch (call.stage()) {
      case Transferring transferring when !transferring.stays() -> call.ignored();
      case Transferring transferring ->
          call.to(
              new Transferring(
                  transferring.secretary(),
                  false,
                  transferring.number(),
                  transferring.progress(),
                  transferring.since()),
              now,
              new Tell(transferring.secretary(), new SecretarySignal.CallOver(call.id())));
      case PutThrough putThrough -> call.ignored();
      case Stage other -> refused(Refusal.NEEDS_TRANSFER);
    };
  }

  static Step answered(CallControl call, Instant now) {
    return switch (call.stage()) {
      case Consulting consulting when consulting.progress() == Progress.RINGING ->
          call.to(
              at(consulting, consulting.number(), Progress.JOINING, now),
              now,
              new Bridge(Leg.SECRETARY, Leg.THIRD));
      case Transferring transferring when transferring.progress() == Progress.RINGING ->
          call.to(
              at(transferring, transferring.number(), Progress.JOINING, now),
              now,
              new Bridge(Leg.CALLER, Leg.THIRD));
      case Stage other -> call.ignored();
    };
  }

  /** Secretary and customer are connected. */
  static Step joined(CallControl call, Instant now) {
    if (!(call.stage() instanceof Consulting consulting)
        || consulting.progress() != Progress.JOINING) {
      return call.ignored();
    }
    return call.with(new Attempt(consulting.number(), Outcome.ANSWERED, now))
        .to(
            at(consulting, consulting.number(), Progress.CONNECTED, now),
            now,
            step(consulting, Outcome.ANSWERED));
  }

  /** Caller and customer are connected. */
  static Step met(CallControl call, Instant now) {
    if (!(call.stage() instanceof Transferring transferring)) {
      return call.ignored();
    }
    List<DeskCommand> commands = new ArrayList<>(released(call));
    commands.add(step(transferring, Outcome.ANSWERED));
    commands.add(putThrough(transferring.secretary(), transferring.number()));
    CallControl next =
        call.with(new Attempt(transferring.number(), Outcome.ANSWERED, now))
            .entering(new PutThrough(transferring.secretary(), transferring.number()), now);
    return new Step.Done(next, commands);
  }

  static Journal putThrough(AccountId secretary, ForwardingNumberId number) {
    return new Journal(
        PUT_THROUGH, Map.of("secretary", secretary.toString(), "number", number.toString()));
  }

  /** A number was not reached: the next one, or the way back. */
  static Step failed(
      CallControl call, Outcome outcome, Onward onward, Instant now, DeskCommand... first) {
    if (!(call.stage() instanceof Reaching reaching) || reaching.progress() == Progress.CONNECTED) {
      return call.ignored();
    }
    CallControl noted = call.with(new Attempt(reaching.number(), outcome, now));
    List<DeskCommand> commands = new ArrayList<>(List.of(first));
    commands.add(step(reaching, outcome));
    boolean goesOn = reaching.climbing() && noted.attempts().size() < MOST_ATTEMPTS;
    return switch (goesOn ? onward : new Onward.Back()) {
      case Onward.Ring ring -> {
        boolean blind = reaching instanceof Transferring;
        commands.add(new OriginateThird(ring.number(), ring.ringSeconds(), blind));
        yield new Step.Done(
            noted.entering(at(reaching, ring.number(), Progress.RINGING, now), now), commands);
      }
      case Onward.Back back -> back(noted, reaching, commands, now);
      case Onward.Voicemail voicemail -> voicemail(noted, reaching, commands, now);
    };
  }

  private static Step back(
      CallControl call, Reaching reaching, List<DeskCommand> commands, Instant now) {
    if (call.stage().engages().isPresent()) {
      return new Step.Done(call.entering(new Held(reaching.secretary()), now), commands);
    }
    commands.add(new MarkSlot(0));
    commands.add(new Journal(WAITING, Map.of("reason", "transfer-failed")));
    return new Step.Done(call.entering(new Waiting(true), now), commands);
  }

  /** Who is announced decides herself what becomes of the caller. */
  private static Step voicemail(
      CallControl call, Reaching reaching, List<DeskCommand> commands, Instant now) {
    if (reaching instanceof Consulting) {
      return back(call, reaching, commands, now);
    }
    commands.addAll(released(call));
    commands.add(new RedirectToVoicemail());
    commands.add(new Journal(VOICEMAIL, Map.of("reason", "ladder")));
    return new Step.Done(
        call.entering(new Over(Ending.VOICEMAIL, Optional.of(reaching.secretary())), now),
        commands);
  }

  /** The customer, who had answered, is gone before being connected. */
  static Step goneWhileJoining(CallControl call, Instant now) {
    return failed(call, Outcome.NO_ANSWER, new Onward.Back(), now);
  }

  /** Asterisk would not ring, or not connect. */
  static Step refusedByAsterisk(CallControl call, Instant now) {
    return failed(call, Outcome.FAILED, new Onward.Back(), now, new HangUp(Leg.THIRD));
  }

  /** What tells her that the call is no longer hers, when it still was. */
  static List<DeskCommand> released(CallControl call) {
    return call.stage().engages().stream()
        .<DeskCommand>map(who -> new Tell(who, new SecretarySignal.CallOver(call.id())))
        .toList();
  }

  private static Stage at(
      Reaching reaching, ForwardingNumberId number, Progress progress, Instant now) {
    return switch (reaching) {
      case Consulting consulting ->
          new Consulting(consulting.secretary(), number, progress, consulting.climbing(), now);
      case Transferring transferring ->
          new Transferring(transferring.secretary(), transferring.stays(), number, progress, now);
    };
  }

  private static Journal step(Reaching reaching, Outcome outcome) {
    return new Journal(
        LADDER_STEP, Map.of("number", reaching.number().toString(), "outcome", outcome.wireName()));
  }
}
