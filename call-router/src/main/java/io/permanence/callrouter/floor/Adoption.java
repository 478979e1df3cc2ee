package io.permanence.callrouter.floor;

import io.permanence.callrouter.ami.Channel;
import io.permanence.callrouter.ami.Switchboard;
import io.permanence.callrouter.desk.CallControl;
import io.permanence.callrouter.desk.CallSignal;
import io.permanence.callrouter.desk.SecretarySignal;
import io.permanence.callrouter.desk.Stage;
import io.permanence.callrouter.journal.CallJournal;
import io.permanence.callrouter.journal.CallProgress;
import io.permanence.callrouter.journal.LiveCall;
import io.permanence.model.call.CallEventKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Finds the calls of before a restart again, from Asterisk's channels and the journal (R1). */
final class Adoption {
  /** Their consoles connect by themselves, and their telephones register, once they are served. */
  private static final Duration SECRETARIES_COME_BACK = Duration.ofSeconds(30);

  private final Switchboard switchboard;
  private final CallJournal journal;
  private final OpenCalls calls;
  private final Staff staff;
  private final Steps steps;
  private final Consoles consoles;

  Adoption(
      Switchboard switchboard,
      CallJournal journal,
      OpenCalls calls,
      Staff staff,
      Steps steps,
      Consoles consoles) {
    this.switchboard = switchboard;
    this.journal = journal;
    this.calls = calls;
    this.staff = staff;
    this.steps = steps;
    this.consoles = consoles;
  }

  /** Takes up calls that Asterisk has at the desk and the desk does not know: after a restart. */
  void adopt(Instant now) {
    if (!switchboard.listed()) {
      return; // half a picture would be taken for the whole
    }
    for (Channel channel : switchboard.channels().all()) {
      boolean ours = channel.is(DeskCall.CALLER) && channel.context().startsWith("desk-");
      if (ours && channel.call().filter(id -> calls.find(id).isEmpty()).isPresent()) {
        channel.call().flatMap(journal::find).ifPresent(live -> adopt(live, channel, now));
      }
    }
  }

  private void adopt(LiveCall live, Channel caller, Instant now) {
    Found.Picture picture = Found.of(live.id(), caller, switchboard.channels(), now);
    DeskCall call =
        new DeskCall(live, CallControl.at(live.id(), picture.stage(), live.arrivedAt(), now), now);
    call.keptUntil = now.plus(SECRETARIES_COME_BACK);
    // In no bridge is who hears a sentence or is asked for a key, between two stays in music.
    call.hears = picture.stage() instanceof Stage.Waiting && caller.bridge().isEmpty();
    call.customer.take(picture.customer());
    calls.add(call);
    noteUnheard(live, picture.stage(), now);
    consoles.expected(live);
    picture
        .stage()
        .engages()
        .ifPresent(who -> staff.tell(who, new SecretarySignal.CallTaken(live.id())));
    picture.answered().ifPresent(number -> steps.take(call, new CallSignal.ThirdAnswered(number)));
    consoles.floorChanged();
  }

  /**
   * What the journal was not told before the service stopped: who waits, but did not when it heard
   * last, lost the secretary meanwhile; who waited and is a secretary's now was answered by her.
   */
  private void noteUnheard(LiveCall live, Stage found, Instant now) {
    boolean waited = journal.progress(live.id()).filter(CallProgress::waits).isPresent();
    if (found instanceof Stage.Waiting) {
      if (!waited) {
        journal.append(live.id(), CallEventKind.WAITING, now, Map.of());
      }
    } else if (waited) {
      found
          .owner()
          .ifPresent(
              who ->
                  journal.append(
                      live.id(), CallEventKind.ANSWERED, now, Map.of("secretary", who.toString())));
    }
  }
}
