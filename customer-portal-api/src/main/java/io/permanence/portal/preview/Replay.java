package io.permanence.portal.preview;

import io.permanence.model.Caller;
import io.permanence.model.call.ReasonCode;
import io.permanence.model.line.LineSnapshot;
import io.permanence.routing.Basis;
import io.permanence.routing.Decision;
import io.permanence.routing.IncomingCall;
import io.permanence.routing.RoutingPolicy;
import io.permanence.routing.Way;
import io.permanence.store.history.DecidedCalls.DecidedCall;
import java.util.List;

/**
 * Past calls, decided again by the rules of a draft. A call that no instruction decided at the time
 * (a loop, an overload, the fallback) is shown and never counts as changed: the draft is not why.
 *
 * @param calls newest first, at most {@value #MOST}
 * @param more whether there were older ones, left out
 */
record Replay(List<Replayed> calls, boolean more) {
  /** So many calls are decided again; a line has some fifty a day at the most. */
  static final int MOST = 500;

  Replay {
    calls = List.copyOf(calls);
  }

  /** A call as it went and as it would go. */
  record Replayed(DecidedCall call, Way went, Way would, Basis basis) {
    boolean changed() {
      return went != Way.UNDECIDED && went != would;
    }
  }

  /**
   * Decides the calls again.
   *
   * @param found newest first; those beyond the limit are left out
   */
  static Replay of(List<DecidedCall> found, LineSnapshot draft) {
    return new Replay(
        found.stream().limit(MOST).map(call -> again(call, draft)).toList(), found.size() > MOST);
  }

  private static Replayed again(DecidedCall call, LineSnapshot draft) {
    Caller caller = call.caller().<Caller>map(Caller.Known::new).orElseGet(Caller.Withheld::new);
    Decision decision =
        RoutingPolicy.decide(IncomingCall.from(call.id(), caller, call.arrivedAt()), draft);
    return new Replayed(
        call,
        Way.of(call.decision(), ReasonCode.of(call.reason())),
        Way.of(decision),
        decision.basis());
  }
}
