package io.permanence.callrouter.floor;

import io.permanence.callrouter.desk.Engagement;
import io.permanence.callrouter.desk.SecretarySignal;
import io.permanence.callrouter.journal.CallJournal;
import io.permanence.model.call.CallEventKind;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The time after a call, for its note: how it ends, and what follows (B6). */
final class WrapUps {
  private final Clock clock;
  private final CallJournal journal;
  private final OpenCalls calls;
  private final Staff staff;
  private final Steps steps;
  private final Consoles consoles;
  private final Aftermath aftermath;

  WrapUps(
      Clock clock,
      CallJournal journal,
      OpenCalls calls,
      Staff staff,
      Steps steps,
      Consoles consoles,
      Aftermath aftermath) {
    this.clock = clock;
    this.journal = journal;
    this.calls = calls;
    this.staff = staff;
    this.steps = steps;
    this.consoles = consoles;
    this.aftermath = aftermath;
  }

  /** The call she wraps up. */
  Optional<CallId> of(AccountId secretary) {
    return staff
        .state(secretary)
        .filter(state -> state.engagement() instanceof Engagement.WrapUp)
        .flatMap(state -> state.engagement().callId());
  }

  /** Whatever she wraps up, it is over. */
  void end(AccountId secretary) {
    of(secretary)
        .ifPresent(
            call -> {
              staff.tell(secretary, new SecretarySignal.WrapUpOver(call));
              ended(secretary, call);
            });
  }

  /** What follows once her state has left the wrap-up. */
  void ended(AccountId secretary, CallId id) {
    journal.append(
        id,
        CallEventKind.WRAPPED,
        clock.instant(),
        Map.of(CallJournal.SECRETARY, secretary.toString()));
    calls
        .find(id)
        .ifPresent(
            call -> {
              consoles.changed(secretary, steps.view(secretary, call));
              aftermath.noLongerHers(secretary, call.live);
            });
  }
}
