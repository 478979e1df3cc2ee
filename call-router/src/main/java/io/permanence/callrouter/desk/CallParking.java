package io.permanence.callrouter.desk;

import static io.permanence.callrouter.desk.CallOffers.by;
import static io.permanence.callrouter.desk.CallWishes.refused;
import static io.permanence.model.call.CallEventKind.PARKED;
import static io.permanence.model.call.CallEventKind.PICKED_UP;
import static io.permanence.model.call.CallEventKind.WAITING;

import io.permanence.callrouter.desk.DeskCommand.Bridge;
import io.permanence.callrouter.desk.DeskCommand.Journal;
import io.permanence.callrouter.desk.DeskCommand.MarkSlot;
import io.permanence.callrouter.desk.DeskCommand.RedirectToHold;
import io.permanence.callrouter.desk.DeskCommand.RingSecretary;
import io.permanence.callrouter.desk.DeskCommand.Tell;
import io.permanence.callrouter.desk.Stage.Held;
import io.permanence.callrouter.desk.Stage.Parked;
import io.permanence.callrouter.desk.Stage.PickingUp;
import io.permanence.callrouter.desk.Stage.Talking;
import io.permanence.callrouter.desk.Stage.Waiting;
import io.permanence.callrouter.desk.Step.Refusal;
import io.permanence.model.id.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Parking a caller and picking the caller up by whoever is free: the part of {@link CallControl}
 * that is about numbered places (B5).
 */
final class CallParking {
  private CallParking() {}

  static Step park(CallControl call, CallSignal.Park wish, Instant now) {
    return switch (call.stage()) {
      case Talking talking ->
          parked(call, talking.secretary(), wish, now, List.of(new RedirectToHold()));
      case Held held -> parked(call, held.secretary(), wish, now, List.of());
      case Parked parked -> call.ignored();
      case Stage.Reaching reaching -> refused(Refusal.NEEDS_NOBODY_ELSE);
      case Stage.Conference conference -> refused(Refusal.NEEDS_NOBODY_ELSE);
      case Stage other -> refused(Refusal.NEEDS_CALLER);
    };
  }

  private static Step parked(
      CallControl call,
      AccountId secretary,
      CallSignal.Park wish,
      Instant now,
      List<DeskCommand> first) {
    List<DeskCommand> commands = new ArrayList<>(first);
    commands.add(new MarkSlot(wish.slot()));
    commands.add(new Tell(secretary, new SecretarySignal.CallOver(call.id())));
    commands.add(
        new Journal(
            PARKED,
            Map.of("secretary", secretary.toString(), "slot", Integer.toString(wish.slot()))));
    return new Step.Done(
        call.entering(new Parked(wish.slot(), secretary, wish.until()), now), commands);
  }

  static Step pickUp(CallControl call, CallSignal.PickUp wish, Instant now) {
    return switch (call.stage()) {
      case Parked parked -> pickUp(call, parked, wish, now);
      case PickingUp picking when picking.secretary().equals(wish.secretary()) -> call.ignored();
      case Talking talking when talking.secretary().equals(wish.secretary()) -> call.ignored();
      case Stage other -> refused(Refusal.NEEDS_PARKED_CALL);
    };
  }

  private static Step pickUp(CallControl call, Parked parked, CallSignal.PickUp wish, Instant now) {
    return call.to(
        new PickingUp(parked, wish.secretary(), !wish.legRests(), wish.until()),
        now,
        new Tell(wish.secretary(), new SecretarySignal.CallTaken(call.id())),
        wish.legRests()
            ? new Bridge(Leg.CALLER, Leg.SECRETARY)
            : new RingSecretary(wish.secretary()));
  }

  /** She lifted her desk phone. */
  static Step legRests(CallControl call, PickingUp picking, Instant now) {
    return picking.ringing()
        ? call.to(
            new PickingUp(picking.from(), picking.secretary(), false, picking.until()),
            now,
            new Bridge(Leg.CALLER, Leg.SECRETARY))
        : call.ignored();
  }

  static Step joined(CallControl call, PickingUp picking, Instant now) {
    return call.to(
        new Talking(picking.secretary()), now, new Journal(PICKED_UP, by(picking.secretary())));
  }

  /** The caller stays where she was; it was never the secretary's call. */
  static Step notPickedUp(CallControl call, PickingUp picking, Instant now) {
    List<DeskCommand> commands = new ArrayList<>();
    if (!picking.ringing()) {
      commands.add(new RedirectToHold());
    }
    commands.add(new MarkSlot(picking.from().slot()));
    commands.add(new Tell(picking.secretary(), new SecretarySignal.CallTornAway(call.id())));
    return new Step.Done(call.entering(picking.from(), now), commands);
  }

  static Step pickUpExpired(CallControl call, Instant now) {
    return call.stage() instanceof PickingUp picking
        ? notPickedUp(call, picking, now)
        : call.ignored();
  }

  static Step tooLong(CallControl call, Instant now) {
    return call.stage() instanceof Parked
        ? call.to(
            new Waiting(true),
            now,
            new MarkSlot(0),
            new Journal(WAITING, Map.of("reason", "parked-too-long")))
        : call.ignored();
  }
}
