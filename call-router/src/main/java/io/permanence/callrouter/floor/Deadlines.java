package io.permanence.callrouter.floor;

import io.permanence.callrouter.ami.Switchboard;
import io.permanence.callrouter.desk.Attempt;
import io.permanence.callrouter.desk.CallSignal;
import io.permanence.callrouter.desk.Leg;
import io.permanence.callrouter.desk.Stage;
import io.permanence.model.line.LadderStep;
import java.time.Duration;
import java.time.Instant;

/** Every stage that waits for somebody ends by the clock, should nobody come. */
final class Deadlines {
  /** The longest a number rings, and what Asterisk needs to say that it does not any more. */
  private static final Duration RINGS_NO_LONGER =
      Duration.ofSeconds(LadderStep.LONGEST_RING).plusSeconds(5);

  private final Switchboard switchboard;
  private final Steps steps;

  Deadlines(Switchboard switchboard, Steps steps) {
    this.switchboard = switchboard;
    this.steps = steps;
  }

  void watch(DeskCall call, Instant now) {
    switch (call.control.stage()) {
      case Stage.Offered offered when !now.isBefore(offered.expiresAt()) ->
          steps.take(call, new CallSignal.OfferExpired(offered.offer()));
      case Stage.PickingUp picking when !now.isBefore(picking.until()) ->
          steps.take(call, new CallSignal.PickUpExpired());
      case Stage.Parked parked when !now.isBefore(parked.until()) ->
          steps.take(call, new CallSignal.ParkedTooLong());
      case Stage.Reaching reaching when isOverdue(call, reaching, now) ->
          steps.nobodyReached(call, Attempt.Outcome.FAILED);
      case Stage other -> {}
    }
  }

  /** Its end was not told, or its beginning: the leg does not exist. */
  private boolean isOverdue(DeskCall call, Stage.Reaching reaching, Instant now) {
    return reaching.progress() != Stage.Reaching.Progress.CONNECTED
        && reaching.since().plus(RINGS_NO_LONGER).isBefore(now)
        && call.leg(Leg.THIRD, switchboard.channels()).isEmpty();
  }
}
