package io.permanence.routing;

import io.permanence.model.Caller;
import io.permanence.model.call.ReasonCode;
import io.permanence.model.line.LineChoices;
import io.permanence.model.line.LineSnapshot;
import io.permanence.model.line.MarkedCaller;
import io.permanence.model.line.PutThroughMode;
import io.permanence.model.line.Rule;
import java.util.Optional;

/**
 * A call with what is known about it before it is decided.
 *
 * @param answered whether secretaries answer the line at this hour
 */
record Case(
    IncomingCall call, LineSnapshot snapshot, Rule rule, MarkedCaller marked, boolean answered) {
  static Case of(IncomingCall call, LineSnapshot snapshot) {
    MarkedCaller marked =
        switch (call.caller()) {
          case Caller.Known known -> snapshot.marked(known.number());
          case Caller.Withheld withheld -> MarkedCaller.NONE;
        };
    return new Case(
        call, snapshot, snapshot.governing(call.at()), marked, snapshot.answered(call.at()));
  }

  LineChoices choices() {
    return snapshot.choices();
  }

  boolean vip() {
    return marked.vip();
  }

  boolean withheld() {
    return call.caller() instanceof Caller.Withheld;
  }

  /** Whether the customer's calendar says busy (A8). */
  boolean busy() {
    return snapshot.busyUntil(call.at()).isPresent();
  }

  /** How the caller is put through (A5). */
  PutThroughMode mode() {
    boolean own =
        marked.mode().filter(mode -> mode == PutThroughMode.DIRECT || answered).isPresent();
    return own ? marked.mode().get() : rule.mode();
  }

  Decision desk(ReasonCode code, boolean mayPutThrough) {
    return new Decision.ToDesk(basis(code), rule, vip(), mayPutThrough);
  }

  Basis basis(ReasonCode code) {
    return new Basis(code, Optional.of(new Grounds(snapshot, rule, call.at(), mode())));
  }
}
