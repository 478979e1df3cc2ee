package io.permanence.callrouter.floor;

import io.permanence.callrouter.ami.Channel;
import io.permanence.callrouter.ami.Channels;
import io.permanence.callrouter.ami.Switchboard;
import io.permanence.callrouter.desk.Attempt;
import io.permanence.callrouter.desk.CallSignal;
import io.permanence.callrouter.desk.Leg;
import io.permanence.callrouter.desk.Stage;
import io.permanence.callrouter.desk.Stage.Reaching;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Brings calls into line with Asterisk after events were missed (R7). Legs that ended or moved
 * meanwhile have been told by then ({@link Channels}); what is left are commands that were carried
 * out although the answer was lost, and numbers that stopped ringing unheard. Only hard facts
 * count: who shares a bridge with whom, and which legs exist.
 */
final class Reconciliation {
  /** A leg ordered just now may not be in the picture yet. */
  private static final Duration YOUNG = Duration.ofSeconds(2);

  private final Switchboard switchboard;
  private final OpenCalls calls;
  private final Steps steps;

  Reconciliation(Switchboard switchboard, OpenCalls calls, Steps steps) {
    this.switchboard = switchboard;
    this.calls = calls;
    this.steps = steps;
  }

  /** The picture is complete again: every call is to be looked at. */
  void begin() {
    calls.all().forEach(call -> call.doubtful = !call.control.over());
  }

  /** Looks at a call that is in doubt, unless a command is under way: that will tell. */
  void settle(DeskCall call, Instant now) {
    if (!call.doubtful || !call.commands.isComplete() || !switchboard.connected()) {
      return;
    }
    Optional<Channel> caller = call.leg(Leg.CALLER, switchboard.channels());
    if (caller.isEmpty()) {
      return; // its end is told, or it is a ghost that is swept
    }
    Stage stage = call.control.stage();
    boolean young = call.control.since().plus(YOUNG).isAfter(now);
    if (stage instanceof Reaching reaching && isUnheard(call, reaching)) {
      if (!young) {
        call.doubtful = false;
        steps.nobodyReached(call, Attempt.Outcome.NO_ANSWER);
      }
      return;
    }
    call.doubtful = false;
    Found.Picture picture = Found.of(call.id(), caller.get(), switchboard.channels(), now);
    correction(stage, picture.stage())
        .ifPresent(
            found -> {
              if (!picture.customer().isEmpty()) {
                call.customer.take(picture.customer());
              }
              steps.take(call, new CallSignal.FoundAt(found));
            });
  }

  private boolean isUnheard(DeskCall call, Reaching reaching) {
    return reaching.progress() != Reaching.Progress.CONNECTED
        && call.leg(Leg.THIRD, switchboard.channels()).isEmpty();
  }

  /** What the call is instead, when the picture contradicts what is believed. */
  static Optional<Stage> correction(Stage believed, Stage found) {
    boolean together =
        found instanceof Stage.Talking
            || found instanceof Stage.Conference
            || found instanceof Stage.PutThrough;
    if (together) {
      return found.equals(believed) ? Optional.empty() : Optional.of(found);
    }
    return switch (believed) {
      case Stage.Talking talking when found instanceof Stage.Held -> Optional.of(found);
      case Stage.Conference conference when found instanceof Stage.Consulting -> Optional.of(found);
      case Stage other -> Optional.empty();
    };
  }
}
