package io.permanence.callrouter.desk;

import static io.permanence.callrouter.desk.CallOffers.by;
import static io.permanence.model.call.CallEventKind.ANSWERED;
import static io.permanence.model.call.CallEventKind.ENDED;
import static io.permanence.model.call.CallEventKind.LOST;
import static io.permanence.model.call.CallEventKind.PICKED_UP;
import static io.permanence.model.call.CallEventKind.WAITING;

import io.permanence.callrouter.desk.DeskCommand.AddCaller;
import io.permanence.callrouter.desk.DeskCommand.Bridge;
import io.permanence.callrouter.desk.DeskCommand.HangUp;
import io.permanence.callrouter.desk.DeskCommand.Journal;
import io.permanence.callrouter.desk.DeskCommand.MarkSlot;
import io.permanence.callrouter.desk.DeskCommand.OriginateThird;
import io.permanence.callrouter.desk.DeskCommand.RedirectToHold;
import io.permanence.callrouter.desk.DeskCommand.RedirectToVoicemail;
import io.permanence.callrouter.desk.DeskCommand.RestSecretary;
import io.permanence.callrouter.desk.DeskCommand.RingSecretary;
import io.permanence.callrouter.desk.DeskCommand.Tell;
import io.permanence.callrouter.desk.DeskCommand.WithdrawOffer;
import io.permanence.callrouter.desk.DeskCommand.Withdrawal;
import io.permanence.callrouter.desk.Stage.Conference;
import io.permanence.callrouter.desk.Stage.Connecting;
import io.permanence.callrouter.desk.Stage.Consulting;
import io.permanence.callrouter.desk.Stage.Held;
import io.permanence.callrouter.desk.Stage.Offered;
import io.permanence.callrouter.desk.Stage.Over;
import io.permanence.callrouter.desk.Stage.Parked;
import io.permanence.callrouter.desk.Stage.PickingUp;
import io.permanence.callrouter.desk.Stage.PutThrough;
import io.permanence.callrouter.desk.Stage.Reaching;
import io.permanence.callrouter.desk.Stage.Reaching.Progress;
import io.permanence.callrouter.desk.Stage.Talking;
import io.permanence.callrouter.desk.Stage.Transferring;
import io.permanence.callrouter.desk.Stage.Waiting;
import io.permanence.model.id.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What Asterisk tells of the legs of a call: the part of {@link CallControl} that is about people
 * hanging up, customers answering or not, and commands that could not be carried out.
 */
final class CallLegs {
  private static final Bridge CONNECT = new Bridge(Leg.CALLER, Leg.SECRETARY);
  private static final Bridge PUT_TOGETHER = new Bridge(Leg.CALLER, Leg.THIRD);

  private static final Map<String, String> TELEPHONE_LOST = Map.of("reason", "telephone-lost");

  private CallLegs() {}

  static Step gone(CallControl call, Leg leg, Instant now) {
    return switch (leg) {
      case CALLER -> callerGone(call, now);
      case SECRETARY -> secretaryGone(call, now);
      case THIRD -> thirdGone(call, now);
    };
  }

  private static Step callerGone(CallControl call, Instant now) {
    return switch (call.stage()) {
      case Waiting waiting -> lost(call, now);
      case Offered offered -> lostInOffer(call, offered.offer(), offered.secretary(), now);
      case Connecting connecting ->
          lostInOffer(call, connecting.offer(), connecting.secretary(), now);
      case Talking talking -> ended(call, talking.secretary(), now);
      case Held held -> ended(call, held.secretary(), now);
      case Consulting consulting -> ended(call, consulting.secretary(), now, new HangUp(Leg.THIRD));
      case Transferring transferring ->
          ended(call, transferring.secretary(), now, new HangUp(Leg.THIRD));
      case Conference conference -> ended(call, conference.secretary(), now, new HangUp(Leg.THIRD));
      case Parked parked -> endedUnowned(call, now);
      case PickingUp picking ->
          endedUnowned(
              call,
              now,
              new Tell(picking.secretary(), new SecretarySignal.CallTornAway(call.id())));
      case PutThrough putThrough -> putThroughEnded(call, putThrough, Leg.THIRD, now);
      case Over over when over.ending() == Ending.VOICEMAIL ->
          new Step.Done(call, List.of(new Journal(ENDED, ending(Ending.VOICEMAIL))));
      case Over over -> call.ignored();
    };
  }

  /** As if the caller had hung up; only that nobody did. */
  static Step broke(CallControl call, Instant now) {
    Step step = callerGone(call, now);
    return step instanceof Step.Done done && done.next().stage() instanceof Over over
        ? new Step.Done(
            done.next().entering(new Over(Ending.FAILED, over.secretary()), now), done.commands())
        : step;
  }

  private static Step lost(CallControl call, Instant now, DeskCommand... commands) {
    Step.Done done =
        (Step.Done) call.to(new Over(Ending.CALLER_HUNG_UP, call.stage().owner()), now, commands);
    // Who has spoken with a secretary before is not lost; the journal sees who waited again (B9).
    return and(
        done,
        new Journal(call.answeredAt().isPresent() ? ENDED : LOST, ending(Ending.CALLER_HUNG_UP)));
  }

  private static Step lostInOffer(CallControl call, UUID offer, AccountId secretary, Instant now) {
    return lost(
        call,
        now,
        new WithdrawOffer(secretary, offer, Withdrawal.CALLER_HUNG_UP),
        new Tell(secretary, new SecretarySignal.OfferWithdrawn(offer)));
  }

  private static Step ended(
      CallControl call, AccountId secretary, Instant now, DeskCommand... first) {
    List<DeskCommand> commands = new ArrayList<>(List.of(first));
    commands.addAll(CallTransfers.released(call));
    commands.add(new Journal(ENDED, ending(Ending.CALLER_HUNG_UP)));
    return new Step.Done(
        call.entering(new Over(Ending.CALLER_HUNG_UP, Optional.of(secretary)), now), commands);
  }

  /** Nobody had the caller, who had been with somebody. */
  private static Step endedUnowned(CallControl call, Instant now, DeskCommand... first) {
    Step.Done done =
        (Step.Done) call.to(new Over(Ending.CALLER_HUNG_UP, call.stage().owner()), now, first);
    return and(done, new Journal(ENDED, ending(Ending.CALLER_HUNG_UP)));
  }

  private static Step putThroughEnded(
      CallControl call, PutThrough putThrough, Leg other, Instant now) {
    return call.to(
        new Over(Ending.PUT_THROUGH, Optional.of(putThrough.secretary())),
        now,
        new HangUp(other),
        new Journal(ENDED, ending(Ending.PUT_THROUGH)));
  }

  /**
   * While her desk phone rings it is an older leg of hers that went; how the ringing ends is told
   * otherwise.
   */
  private static Step secretaryGone(CallControl call, Instant now) {
    return switch (call.stage()) {
      case Offered offered when !offered.legRests() -> call.ignored();
      case Offered offered ->
          CallOffers.broken(call, offered.offer(), offered.secretary(), offered.returning(), now);
      case Connecting connecting ->
          CallOffers.broken(
              call, connecting.offer(), connecting.secretary(), connecting.returning(), now);
      case Talking talking -> tornAway(call, talking.secretary(), now);
      case Held held -> tornAway(call, held.secretary(), now);
      case Consulting consulting ->
          and((Step.Done) tornAway(call, consulting.secretary(), now), new HangUp(Leg.THIRD));
      case Transferring transferring -> CallTransfers.letGo(call, now);
      case Conference conference -> CallConference.secretaryGone(call, conference, now);
      case PickingUp picking when picking.ringing() -> call.ignored();
      case PickingUp picking -> CallParking.notPickedUp(call, picking, now);
      case Parked parked -> call.ignored();
      case Waiting waiting -> call.ignored();
      case PutThrough putThrough -> call.ignored();
      case Over over -> call.ignored();
    };
  }

  /** The caller hears music and is offered again before everybody else. */
  private static Step tornAway(CallControl call, AccountId secretary, Instant now) {
    return call.to(
        new Waiting(true),
        now,
        new MarkSlot(0),
        new Tell(secretary, new SecretarySignal.CallTornAway(call.id())),
        new Journal(WAITING, TELEPHONE_LOST));
  }

  static Step handsetDown(CallControl call, Instant now) {
    return call.stage() instanceof Talking
        ? CallWishes.on(call, new CallSignal.HangUp(), now)
        : secretaryGone(call, now);
  }

  private static Step thirdGone(CallControl call, Instant now) {
    return switch (call.stage()) {
      case Consulting consulting when consulting.progress() == Progress.CONNECTED ->
          call.to(new Held(consulting.secretary()), now);
      case Reaching reaching -> CallTransfers.goneWhileJoining(call, now);
      case Conference conference -> CallConference.customerGone(call, conference, now);
      case PutThrough putThrough when !putThrough.met() ->
          CallTransfers.backToDesk(call, now, List.of());
      case PutThrough putThrough -> putThroughEnded(call, putThrough, Leg.CALLER, now);
      case Stage other -> call.ignored();
    };
  }

  /** What holds after all, when Asterisk would not do what was optimistically taken for done. */
  static Step commandFailed(CallControl call, CallSignal.CommandFailed failure, Instant now) {
    DeskCommand failed = failure.command();
    return switch (call.stage()) {
      case Offered offered when failed instanceof RingSecretary ->
          CallOffers.broken(call, offered.offer(), offered.secretary(), offered.returning(), now);
      case Connecting connecting when failed.equals(CONNECT) -> secretaryGone(call, now);
      case Talking talking when failed.equals(CONNECT) ->
          call.to(new Held(talking.secretary()), now);
      case Held held when failed instanceof RedirectToHold ->
          call.to(new Talking(held.secretary()), now);
      case Reaching reaching when failed instanceof OriginateThird ->
          CallTransfers.refusedByAsterisk(call, now);
      case Consulting consulting when failed.equals(new Bridge(Leg.SECRETARY, Leg.THIRD)) ->
          CallTransfers.refusedByAsterisk(call, now);
      case Transferring transferring when failed.equals(PUT_TOGETHER) ->
          CallTransfers.refusedByAsterisk(call, now);
      case Consulting consulting
          when failed instanceof RedirectToHold && consulting.progress() == Progress.CONNECTED ->
          call.to(new Conference(consulting.secretary(), consulting.number(), true), now);
      case Conference conference when failed instanceof AddCaller && !conference.met() ->
          CallConference.notAdded(call, conference, now);
      case PickingUp picking when failed.equals(CONNECT) || failed instanceof RingSecretary ->
          CallParking.notPickedUp(call, picking, now);
      case PutThrough putThrough when failed.equals(PUT_TOGETHER) && !putThrough.met() ->
          CallTransfers.backToDesk(call, now, List.of(new HangUp(Leg.THIRD)));
      case PutThrough putThrough when failed instanceof RestSecretary && failure.secretaryThere() ->
          call.to(
              new Conference(putThrough.secretary(), putThrough.number(), putThrough.met()),
              now,
              new Tell(putThrough.secretary(), new SecretarySignal.CallTaken(call.id())));
      case Over over
          when failed instanceof RedirectToVoicemail && over.ending() == Ending.VOICEMAIL ->
          stillHere(call, over, failure.secretaryThere(), now);
      case Stage other -> call.ignored();
    };
  }

  /** The caller would not be sent away: hers again while she can have them, else the desk's. */
  private static Step stillHere(CallControl call, Over over, boolean secretaryThere, Instant now) {
    if (over.secretary().isEmpty()) {
      return call.to(new Waiting(call.answeredAt().isPresent()), now);
    }
    AccountId secretary = over.secretary().get();
    return secretaryThere
        ? call.to(
            new Held(secretary), now, new Tell(secretary, new SecretarySignal.CallTaken(call.id())))
        : CallTransfers.backToDesk(call, now, List.of());
  }

  /** The picture counts: whoever was believed to have the call, who has it has it. */
  static Step foundAt(CallControl call, Stage found, Instant now) {
    if (call.over() || found.equals(call.stage())) {
      return call.ignored();
    }
    List<DeskCommand> commands = new ArrayList<>();
    Optional<AccountId> had = call.stage().engages();
    Optional<AccountId> has = found.engages();
    if (!had.equals(has)) {
      had.ifPresent(who -> commands.addAll(takenFrom(call, who)));
    }
    has.ifPresent(who -> commands.add(new Tell(who, new SecretarySignal.CallTaken(call.id()))));
    if (call.stage().hasThird() && !found.hasThird()) {
      commands.add(new HangUp(Leg.THIRD));
    }
    unheard(call.stage(), found).ifPresent(commands::add);
    return new Step.Done(call.entering(found, now), commands);
  }

  /** What the journal would have been told, had it been heard. */
  private static Optional<Journal> unheard(Stage believed, Stage found) {
    return switch (found) {
      case Waiting waiting when waiting.returning() ->
          Optional.of(new Journal(WAITING, TELEPHONE_LOST));
      case PutThrough putThrough when !(believed instanceof PutThrough) ->
          Optional.of(CallTransfers.putThrough(putThrough.secretary(), putThrough.number()));
      case Talking talking -> taken(believed, talking.secretary());
      case Conference conference -> taken(believed, conference.secretary());
      case Stage other -> Optional.empty();
    };
  }

  private static Optional<Journal> taken(Stage believed, AccountId secretary) {
    return switch (believed) {
      case Waiting waiting -> Optional.of(new Journal(ANSWERED, by(secretary)));
      case Offered offered -> Optional.of(new Journal(ANSWERED, by(secretary)));
      case Connecting connecting -> Optional.of(new Journal(ANSWERED, by(secretary)));
      case Parked parked -> Optional.of(new Journal(PICKED_UP, by(secretary)));
      case PickingUp picking -> Optional.of(new Journal(PICKED_UP, by(secretary)));
      case Stage other -> Optional.empty();
    };
  }

  private static List<DeskCommand> takenFrom(CallControl call, AccountId who) {
    return switch (call.stage()) {
      case Offered offered -> withdrawn(offered.offer(), who);
      case Connecting connecting -> withdrawn(connecting.offer(), who);
      case PickingUp picking -> List.of(new Tell(who, new SecretarySignal.CallTornAway(call.id())));
      case Stage other -> List.of(new Tell(who, new SecretarySignal.CallOver(call.id())));
    };
  }

  private static List<DeskCommand> withdrawn(UUID offer, AccountId who) {
    return List.of(
        new WithdrawOffer(who, offer, Withdrawal.TAKEN_ELSEWHERE),
        new Tell(who, new SecretarySignal.OfferWithdrawn(offer)));
  }

  private static Step and(Step.Done done, DeskCommand... more) {
    List<DeskCommand> commands = new ArrayList<>(done.commands());
    commands.addAll(List.of(more));
    return new Step.Done(done.next(), commands);
  }

  private static Map<String, String> ending(Ending ending) {
    return Map.of("ending", ending.wireName());
  }
}
