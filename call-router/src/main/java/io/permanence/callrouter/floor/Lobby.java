package io.permanence.callrouter.floor;

import io.permanence.callrouter.desk.CallSignal;
import io.permanence.callrouter.desk.DeskPolicy;
import io.permanence.callrouter.desk.DeskRules;
import io.permanence.callrouter.desk.Ending;
import io.permanence.callrouter.desk.Presence;
import io.permanence.callrouter.desk.Stage;
import io.permanence.callrouter.desk.WaitingCall;
import io.permanence.callrouter.desk.WaitingVoice;
import io.permanence.callrouter.desk.WaitingVoice.Say;
import io.permanence.callrouter.desk.WaitingVoice.Standing;
import io.permanence.callrouter.desk.WaitingVoice.Told;
import io.permanence.callrouter.journal.LiveCall;
import io.permanence.callrouter.journal.WaitingRoom.Patience;
import io.permanence.model.id.CallId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What becomes of a waiting caller each time Asterisk asks, and when a key was pressed. */
final class Lobby {
  private static final int CALL_BACK = 1;
  private static final int MESSAGE = 2;

  private final Clock clock;
  private final DeskRules rules;
  private final WaitingVoice.Rules voice;
  private final OpenCalls calls;
  private final Staff staff;
  private final Steps steps;

  Lobby(
      Clock clock,
      DeskRules rules,
      WaitingVoice.Rules voice,
      OpenCalls calls,
      Staff staff,
      Steps steps) {
    this.clock = clock;
    this.rules = rules;
    this.voice = voice;
    this.calls = calls;
    this.staff = staff;
    this.steps = steps;
  }

  Patience stillWaiting(CallId id) {
    return calls.find(id).map(this::stillWaiting).orElseGet(Patience.Wait::new);
  }

  private Patience stillWaiting(DeskCall call) {
    call.hears = false;
    if (call.control.stage() instanceof Stage.Over over) {
      return over.ending() == Ending.CALLBACK
          ? new Patience.Goodbye(language(call.live))
          : new Patience.Voicemail();
    }
    List<WaitingCall> waiting = calls.waiting();
    Optional<WaitingCall> here =
        waiting.stream().filter(each -> each.id().equals(call.id())).findFirst();
    return here.map(each -> say(call, each, waiting)).orElseGet(Patience.Wait::new);
  }

  private Patience say(DeskCall call, WaitingCall here, List<WaitingCall> waiting) {
    Instant now = clock.instant();
    Standing standing =
        new Standing(
            java.time.Duration.between(here.since(), now),
            mayBeCalledBack(call.live),
            WaitingVoice.position(here, DeskPolicy.inTurn(waiting, rules), calls.offeredTeams()),
            working(here),
            call.told);
    return switch (WaitingVoice.say(standing, voice, now)) {
      case Say.Nothing nothing -> new Patience.Wait();
      case Say.Phrases phrases -> {
        call.told = new Told(call.told.menuAt(), Optional.of(now));
        call.hears = true;
        yield new Patience.Hear(language(call.live), phrases.phrases());
      }
      case Say.WayOut wayOut -> {
        call.told = new Told(Optional.of(now), call.told.positionAt());
        call.hears = true;
        yield new Patience.Choose(language(call.live), wayOut.phrase());
      }
    };
  }

  private int working(WaitingCall call) {
    Set<Presence> atWork =
        Set.of(Presence.READY, Presence.OFFERED, Presence.TALKING, Presence.WRAP_UP);
    return (int)
        staff.states().stream()
            .filter(state -> atWork.contains(state.presence()))
            .filter(state -> call.teams().stream().anyMatch(state.profile()::worksFor))
            .count();
  }

  Patience pressed(CallId id, int key) {
    return calls.find(id).map(call -> pressed(call, key)).orElseGet(Patience.Wait::new);
  }

  private Patience pressed(DeskCall call, int key) {
    call.hears = false;
    if (key == CALL_BACK && mayBeCalledBack(call.live)) {
      steps.take(call, new CallSignal.ChoseCallback()); // the journal makes the task
    } else if (key == MESSAGE) {
      steps.take(call, new CallSignal.ChoseMessage());
    }
    return call.control.over() ? stillWaiting(call) : new Patience.Wait();
  }

  private static boolean mayBeCalledBack(LiveCall call) {
    return call.caller().phoneNumber().isPresent();
  }

  /** The line's language when it has one; several, or none, are the company's. */
  private String language(LiveCall call) {
    Set<String> languages = calls.wanted(call).needs().languages();
    return languages.size() == 1 ? languages.iterator().next() : "";
  }
}
