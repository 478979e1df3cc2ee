package io.permanence.portal.preview;

import io.permanence.model.line.Handling;
import io.permanence.model.line.LineSnapshot;
import io.permanence.model.line.Rule;
import io.permanence.portal.call.ReasonView;
import io.permanence.portal.line.StepView;
import io.permanence.routing.Basis;
import io.permanence.routing.Decision;
import io.permanence.routing.IncomingCall;
import io.permanence.routing.Overruled;
import io.permanence.routing.RoutingPolicy;
import io.permanence.routing.Way;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What would happen, as the contract shows it.
 *
 * @param directly whether the ladder rings at once, before a secretary
 * @param ladder what would ring; empty when nobody is put through
 */
record PreviewView(
    Instant at,
    String way,
    boolean directly,
    boolean vip,
    Optional<String> afterwards,
    ReasonView reason,
    String greeting,
    Optional<String> message,
    List<StepView> ladder,
    List<OverruledView> overruled) {
  record OverruledView(UUID instructionId, String why) {}

  /** Decides the call and shows it. */
  static PreviewView of(IncomingCall call, LineSnapshot snapshot) {
    Decision decision = RoutingPolicy.decide(call, snapshot);
    Basis basis = decision.basis();
    Handling handling = basis.rule().map(Rule::handling).orElse(snapshot.standing().handling());
    Way way = Way.of(decision);
    return new PreviewView(
        call.at(),
        way.name(),
        decision instanceof Decision.Ladder,
        vip(decision),
        decision instanceof Decision.Ladder ladder
            ? Optional.of(ladder.afterwards().name())
            : Optional.empty(),
        ReasonView.of(basis),
        handling.greeting(),
        handling.message(),
        way == Way.PUT_THROUGH ? handling.ladder().stream().map(StepView::of).toList() : List.of(),
        Overruled.at(snapshot, call.at()).stream()
            .map(each -> new OverruledView(each.instruction().id().value(), each.why().name()))
            .toList());
  }

  private static boolean vip(Decision decision) {
    return switch (decision) {
      case Decision.ToDesk desk -> desk.vip();
      case Decision.Ladder ladder -> ladder.vip();
      case Decision.Announce announce -> false;
      case Decision.Voicemail voicemail -> false;
      case Decision.Reject reject -> false;
    };
  }
}
