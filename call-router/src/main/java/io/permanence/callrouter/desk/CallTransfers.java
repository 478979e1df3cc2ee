package io.permanence.callrouter.desk;

import static io.permanence.callrouter.desk.CallWishes.refused;
import static io.permanence.model.call.CallEventKind.CONSULTING;
import static io.permanence.model.call.CallEventKind.LADDER_STEP;
import static io.permanence.model.call.CallEventKind.PUT_THROUGH;
import static io.permanence.model.call.CallEventKind.WAITING;

import io.permanence.callrouter.desk.Attempt.Outcome;
import io.permanence.callrouter.desk.DeskCommand.Bridge;
import io.permanence.callrouter.desk.DeskCommand.HangUp;
import io.permanence.callrouter.desk.DeskCommand.Journal;
import io.permanence.callrouter.desk.DeskCommand.MarkLetGo;
import io.permanence.callrouter.desk.DeskCommand.MarkSlot;
import io.permanence.callrouter.desk.DeskCommand.OriginateThird;
import io.permanence.callrouter.desk.DeskCommand.RedirectToHold;
import io.permanence.callrouter.desk.DeskCommand.RedirectToVoicemail;
import io.permanence.callrouter.desk.DeskCommand.SilenceOthers;
import io.permanence.callrouter.desk.DeskCommand.Tell;
import io.permanence.callrouter.desk.Stage.Conference;
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
      case Consulting consulting when asksAgain(consulting, wish) -> call.ignored();
      case Reaching reaching -> refused(Refusal.NEEDS_NOBODY_ELSE);
      case Conference conference -> refused(Refusal.NEEDS_NOBODY_ELSE);
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
    commands.add(new OriginateThird(wish.rung(), false));
    commands.add(begun(secretary, wish.rung(), "announced"));
    Consulting next =
        new Consulting(secretary, Ringing.of(wish.rung()), Progress.RINGING, wish.climbing(), now);
    return new Step.Done(call.entering(next, now), commands);
  }

  static Step blind(CallControl call, CallSignal.Blind wish, Instant now) {
    return switch (call.stage()) {
      case Talking talking -> blind(call, talking.secretary(), wish, now, new RedirectToHold());
      case Held held -> blind(call, held.secretary(), wish, now);
      case Transferring transferring -> call.ignored();
      case Consulting consulting -> refused(Refusal.NEEDS_NOBODY_ELSE);
      case Conference conference -> refused(Refusal.NEEDS_NOBODY_ELSE);
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
    commands.add(new OriginateThird(wish.rung(), true));
    commands.add(begun(secretary, wish.rung(), "blind"));
    Transferring next =
        new Transferring(secretary, true, Ringing.of(wish.rung()), Progress.RINGING, now);
    return new Step.Done(call.entering(next, now), commands);
  }

  /** A repeated wish, also when another number of the rung answered meanwhile. */
  private static boolean asksAgain(Consulting consulting, CallSignal.Consult wish) {
    return wish.rung().numbers().contains(consulting.number());
  }

  private static Journal begun(AccountId secretary, Rung rung, String mode) {
    return new Journal(
        CONSULTING,
        Map.of("secretary", secretary.toString(), "number", Ringing.of(rung).ids(), "mode", mode));
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
                  transferring.ringing(),
                  transferring.progress(),
                  transferring.since()),
              now,
              new MarkLetGo(),
              new Tell(transferring.secretary(), new SecretarySignal.CallOver(call.id())));
      case PutThrough putThrough -> call.ignored();
      case Stage other -> refused(Refusal.NEEDS_TRANSFER);
    };
  }

  /** The first number of a rung to answer is the one; the others stop. */
  static Step answered(CallControl call, ForwardingNumberId number, Instant now) {
    if (!(call.stage() instanceof Reaching reaching)
        || reaching.progress() != Progress.RINGING
        || !reaching.ringing().rings(number)) {
      return call.ignored();
    }
    List<DeskCommand> commands = new ArrayList<>();
    if (reaching.ringing().numbers().size() > 1) {
      commands.add(new SilenceOthers(number));
    }
    commands.add(
        switch (reaching) {
          case Consulting consulting -> new Bridge(Leg.SECRETARY, Leg.THIRD);
          case Transferring transferring -> new Bridge(Leg.CALLER, Leg.THIRD);
        });
    Stage next = at(reaching, Ringing.of(number), Progress.JOINING, now);
    return new Step.Done(call.entering(next, now), commands);
  }

  /** Secretary and customer are connected. */
  static Step joined(CallControl call, Instant now) {
    if (!(call.stage() instanceof Consulting consulting)
        || consulting.progress() != Progress.JOINING) {
      return call.ignored();
    }
    return call.with(new Attempt(consulting.number(), Outcome.ANSWERED, now))
        .to(
            at(consulting, consulting.ringing(), Progress.CONNECTED, now),
            now,
            step(consulting.number().toString(), Outcome.ANSWERED));
  }

  /** Caller and customer hear each other; while several ring, their answer tells which. */
  static Step met(CallControl call, Instant now) {
    return switch (call.stage()) {
      case PutThrough completed when !completed.met() ->
          call.to(new PutThrough(completed.secretary(), completed.number(), true), now);
      case Conference conference when !conference.met() -> call.to(conference.withCaller(), now);
      case Transferring transferring when transferring.ringing().numbers().size() == 1 ->
          met(call, transferring, now);
      case Stage other -> call.ignored();
    };
  }

  private static Step met(CallControl call, Transferring transferring, Instant now) {
    List<DeskCommand> commands = new ArrayList<>(released(call));
    commands.add(step(transferring.number().toString(), Outcome.ANSWERED));
    commands.add(putThrough(transferring.secretary(), transferring.number()));
    CallControl next =
        call.with(new Attempt(transferring.number(), Outcome.ANSWERED, now))
            .entering(new PutThrough(transferring.secretary(), transferring.number(), true), now);
    return new Step.Done(next, commands);
  }

  static Journal putThrough(AccountId secretary, ForwardingNumberId number) {
    return new Journal(
        PUT_THROUGH, Map.of("secretary", secretary.toString(), "number", number.toString()));
  }

  /** A number was not reached: the others of its rung, the next rung, or the way back. */
  static Step failed(CallControl call, CallSignal.ThirdFailed failed, Instant now) {
    if (!(call.stage() instanceof Reaching reaching)
        || reaching.progress() == Progress.CONNECTED
        || !reaching.ringing().rings(failed.number())) {
      return call.ignored();
    }
    CallControl noted = call.with(new Attempt(failed.number(), failed.outcome(), now));
    Ringing left = reaching.ringing().without(failed.number(), failed.outcome());
    return left.isOver()
        ? onward(noted, reaching, left, failed.onward(), now)
        : noted.to(at(reaching, left, reaching.progress(), reaching.since()), now);
  }

  /** The whole rung was not reached. */
  private static Step onward(
      CallControl call,
      Reaching reaching,
      Ringing ended,
      Onward onward,
      Instant now,
      DeskCommand... first) {
    List<DeskCommand> commands = new ArrayList<>(List.of(first));
    commands.add(step(ended));
    boolean goesOn = reaching.climbing() && call.attempts().size() < MOST_ATTEMPTS;
    return switch (goesOn ? onward : new Onward.Back()) {
      case Onward.Ring ring -> {
        boolean blind = reaching instanceof Transferring;
        commands.add(new OriginateThird(ring.rung(), blind));
        Stage next = at(reaching, Ringing.of(ring.rung()), Progress.RINGING, now);
        yield new Step.Done(call.entering(next, now), commands);
      }
      case Onward.Back back -> back(call, reaching, commands, now);
      case Onward.Voicemail voicemail -> voicemail(call, reaching, commands, now);
    };
  }

  private static Step back(
      CallControl call, Reaching reaching, List<DeskCommand> commands, Instant now) {
    if (call.stage().engages().isPresent()) {
      return new Step.Done(call.entering(new Held(reaching.secretary()), now), commands);
    }
    return backToDesk(call, now, commands);
  }

  /** The caller is nobody's, and first in turn. */
  static Step backToDesk(CallControl call, Instant now, List<DeskCommand> first) {
    List<DeskCommand> commands = new ArrayList<>(first);
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
    commands.add(RedirectToVoicemail.because("ladder"));
    return new Step.Done(
        call.entering(new Over(Ending.VOICEMAIL, Optional.of(reaching.secretary())), now),
        commands);
  }

  /** The customer, who had answered, is gone before being connected. */
  static Step goneWhileJoining(CallControl call, Instant now) {
    return allFailed(call, Outcome.NO_ANSWER, now);
  }

  /** Asterisk would not ring, or not connect. */
  static Step refusedByAsterisk(CallControl call, Instant now) {
    return allFailed(call, Outcome.FAILED, now, new HangUp(Leg.THIRD));
  }

  /** Whatever rings or was being connected is given up; the ladder is not climbed further. */
  private static Step allFailed(
      CallControl call, Outcome outcome, Instant now, DeskCommand... first) {
    if (!(call.stage() instanceof Reaching reaching) || reaching.progress() == Progress.CONNECTED) {
      return call.ignored();
    }
    CallControl noted = call;
    Ringing left = reaching.ringing();
    for (ForwardingNumberId number : reaching.ringing().numbers()) {
      noted = noted.with(new Attempt(number, outcome, now));
      left = left.without(number, outcome);
    }
    return onward(noted, reaching, left, new Onward.Back(), now, first);
  }

  /** What tells her that the call is no longer hers, when it still was. */
  static List<DeskCommand> released(CallControl call) {
    return call.stage().engages().stream()
        .<DeskCommand>map(who -> new Tell(who, new SecretarySignal.CallOver(call.id())))
        .toList();
  }

  private static Stage at(Reaching reaching, Ringing ringing, Progress progress, Instant now) {
    return switch (reaching) {
      case Consulting consulting ->
          new Consulting(consulting.secretary(), ringing, progress, consulting.climbing(), now);
      case Transferring transferring ->
          new Transferring(transferring.secretary(), transferring.stays(), ringing, progress, now);
    };
  }

  private static Journal step(Ringing ended) {
    return step(ended.ids(), ended.outcome());
  }

  private static Journal step(String numbers, Outcome outcome) {
    return new Journal(LADDER_STEP, Map.of("number", numbers, "outcome", outcome.wireName()));
  }
}
