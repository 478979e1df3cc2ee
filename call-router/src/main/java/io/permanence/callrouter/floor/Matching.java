package io.permanence.callrouter.floor;

import io.permanence.callrouter.ami.Switchboard;
import io.permanence.callrouter.desk.CallSignal;
import io.permanence.callrouter.desk.DeskMove;
import io.permanence.callrouter.desk.DeskPolicy;
import io.permanence.callrouter.desk.DeskRules;
import io.permanence.callrouter.desk.SecretaryState;
import io.permanence.model.id.Id;
import io.vertx.core.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Has the policy match callers and secretaries, and makes its moves. */
final class Matching {
  private final DeskRules rules;
  private final Switchboard switchboard;
  private final OpenCalls calls;
  private final Staff staff;
  private final Steps steps;
  private boolean soon;

  Matching(DeskRules rules, Switchboard switchboard, OpenCalls calls, Staff staff, Steps steps) {
    this.rules = rules;
    this.switchboard = switchboard;
    this.calls = calls;
    this.staff = staff;
    this.steps = steps;
  }

  /** Once for all that Asterisk says together. */
  void arrangeSoon(Context desk, Clock clock) {
    if (!soon) {
      soon = true;
      desk.runOnContext(
          ignored -> {
            soon = false;
            arrange(clock.instant());
          });
    }
  }

  void arrange(Instant now) {
    if (!switchboard.connected()) {
      return;
    }
    for (DeskMove move : DeskPolicy.match(calls.waiting(), staff.states(), rules, now)) {
      switch (move) {
        case DeskMove.Offer offer -> offer(offer, now);
        case DeskMove.GiveUp giveUp ->
            calls
                .find(giveUp.call())
                .ifPresent(call -> steps.take(call, new CallSignal.WaitedTooLong()));
      }
    }
  }

  private void offer(DeskMove.Offer offer, Instant now) {
    Optional<DeskCall> call = calls.find(offer.call());
    Optional<SecretaryState> secretary = staff.state(offer.secretary());
    if (call.isPresent() && secretary.isPresent()) {
      call.get().why = Optional.of(offer.why());
      steps.take(
          call.get(),
          new CallSignal.Offer(
              Id.next(),
              offer.secretary(),
              now.plus(rules.offerTime()),
              secretary.get().telephone().resting(),
              offer.why().details()));
    }
  }
}
