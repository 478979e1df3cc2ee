package io.permanence.callrouter.desk;

import static io.permanence.callrouter.desk.CallOffers.by;
import static io.permanence.callrouter.desk.CallTransfers.putThrough;
import static io.permanence.callrouter.desk.CallWishes.refused;
import static io.permanence.model.call.CallEventKind.CONFERENCED;
import static io.permanence.model.call.CallEventKind.HELD;
import static io.permanence.model.call.CallEventKind.RESUMED;

import io.permanence.callrouter.desk.DeskCommand.AddCaller;
import io.permanence.callrouter.desk.DeskCommand.Bridge;
import io.permanence.callrouter.desk.DeskCommand.HangUp;
import io.permanence.callrouter.desk.DeskCommand.Journal;
import io.permanence.callrouter.desk.DeskCommand.RedirectToHold;
import io.permanence.callrouter.desk.DeskCommand.RestSecretary;
import io.permanence.callrouter.desk.DeskCommand.Tell;
import io.permanence.callrouter.desk.Stage.Conference;
import io.permanence.callrouter.desk.Stage.Consulting;
import io.permanence.callrouter.desk.Stage.PutThrough;
import io.permanence.callrouter.desk.Stage.Reaching.Progress;
import io.permanence.callrouter.desk.Stage.Talking;
import io.permanence.callrouter.desk.Step.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Caller, customer and secretary together, and how the secretary leaves them: the part of {@link
 * CallControl} that is about conferences and the end of a consultation (B5).
 */
final class CallConference {
  private CallConference() {}

  static Step confer(CallControl call, Instant now) {
    return switch (call.stage()) {
      case Consulting consulting when consulting.progress() == Progress.CONNECTED ->
          call.to(
              new Conference(consulting.secretary(), consulting.number(), false),
              now,
              new AddCaller(),
              new Journal(CONFERENCED, by(consulting.secretary())));
      case Conference conference -> call.ignored();
      case Consulting consulting -> refused(Refusal.NEEDS_CUSTOMER);
      case Stage other -> refused(Refusal.NEEDS_CONSULTATION);
    };
  }

  /** Caller and customer go on without her. */
  static Step complete(CallControl call, Instant now) {
    return switch (call.stage()) {
      case Consulting consulting when consulting.progress() == Progress.CONNECTED ->
          call.to(
              new PutThrough(consulting.secretary(), consulting.number(), false),
              now,
              new Bridge(Leg.CALLER, Leg.THIRD),
              new Tell(consulting.secretary(), new SecretarySignal.CallOver(call.id())),
              putThrough(consulting.secretary(), consulting.number()));
      case Conference conference -> leave(call, conference, now, new RestSecretary());
      case PutThrough putThrough -> call.ignored();
      case Consulting consulting -> refused(Refusal.NEEDS_CUSTOMER);
      case Stage other -> refused(Refusal.NEEDS_CONSULTATION);
    };
  }

  /** The caller back to music: secretary and customer between themselves. */
  static Step hold(CallControl call, Conference conference, Instant now) {
    return call.to(
        between(conference, now),
        now,
        new RedirectToHold(),
        new Journal(HELD, by(conference.secretary())));
  }

  static Step dropCustomer(CallControl call, Conference conference, Instant now) {
    return call.to(
        new Talking(conference.secretary()),
        now,
        new HangUp(Leg.THIRD),
        // finds them together, unless the bridge dissolved
        new Bridge(Leg.CALLER, Leg.SECRETARY),
        new Journal(RESUMED, by(conference.secretary())));
  }

  static Step customerGone(CallControl call, Conference conference, Instant now) {
    return call.to(
        new Talking(conference.secretary()),
        now,
        new Bridge(Leg.CALLER, Leg.SECRETARY),
        new Journal(RESUMED, by(conference.secretary())));
  }

  /** Her telephone is gone: the two others go on. */
  static Step secretaryGone(CallControl call, Conference conference, Instant now) {
    return leave(call, conference, now);
  }

  /**
   * Should the caller not have come to them yet, or not come at all, the two are brought together.
   */
  private static Step leave(
      CallControl call, Conference conference, Instant now, DeskCommand... then) {
    List<DeskCommand> commands = new ArrayList<>();
    if (!conference.met()) {
      commands.add(new Bridge(Leg.CALLER, Leg.THIRD));
    }
    commands.addAll(List.of(then));
    commands.add(new Tell(conference.secretary(), new SecretarySignal.CallOver(call.id())));
    commands.add(putThrough(conference.secretary(), conference.number()));
    PutThrough next = new PutThrough(conference.secretary(), conference.number(), conference.met());
    return new Step.Done(call.entering(next, now), commands);
  }

  /** The caller could not be added. */
  static Step notAdded(CallControl call, Conference conference, Instant now) {
    return call.to(between(conference, now), now);
  }

  private static Consulting between(Conference conference, Instant now) {
    return new Consulting(
        conference.secretary(), conference.number(), Progress.CONNECTED, false, now);
  }
}
