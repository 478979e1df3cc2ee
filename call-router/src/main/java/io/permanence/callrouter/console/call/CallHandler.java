package io.permanence.callrouter.console.call;

import io.permanence.callrouter.console.body.Fields;
import io.permanence.callrouter.console.body.Gate;
import io.permanence.callrouter.console.body.Gate.Answer;
import io.permanence.callrouter.console.body.Operation;
import io.permanence.callrouter.desk.Step;
import io.permanence.callrouter.floor.CallView;
import io.permanence.callrouter.floor.Desk;
import io.permanence.callrouter.floor.WishOutcome;
import io.permanence.identity.ActiveSession;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.runtime.http.Problem;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The card of a call, and the commands to it. */
public final class CallHandler {
  private final Desk desk;
  private final Cards cards;
  private final CardAccess access;
  private final BegunNotes notes;
  private final Gate gate;

  /** A handler for one desk. */
  public CallHandler(Desk desk, Cards cards, CardAccess access, BegunNotes notes, Gate gate) {
    this.desk = desk;
    this.cards = cards;
    this.access = access;
    this.notes = notes;
    this.gate = gate;
  }

  /** Mounts the routes. */
  public void mount(Router router) {
    router.get("/calls/:callId/card").handler(gate.read(Operation.GET_CARD, this::card));
    router
        .post("/calls/:callId/commands")
        .handler(gate.handle(Operation.COMMAND_CALL, this::command));
  }

  private static CallId callId(RoutingContext context) {
    return new CallId(Fields.pathId("callId", context.pathParam("callId")));
  }

  private Future<CardView> card(ActiveSession session, RoutingContext context) {
    AccountId who = session.principal().accountId();
    return access
        .visible(who, callId(context))
        .compose(
            call ->
                call.map(live -> cards.card(live, who))
                    .orElseThrow(() -> Problem.notFound().exception()));
  }

  private Future<Answer> command(ActiveSession session, RoutingContext context) {
    CallId call = callId(context);
    AccountId who = session.principal().accountId();
    CallCommand command = CallCommand.read(Fields.of(Gate.body(context)), desk.live(call));
    return switch (command) {
      case CallCommand.OfCall of -> desk.wish(who, call, of.wish()).map(this::answer);
      case CallCommand.Park park -> desk.park(who, call).map(this::answer);
      case CallCommand.PickUp pickUp -> desk.pickUp(who, call).map(this::answer);
    };
  }

  private Answer answer(WishOutcome outcome) {
    return switch (outcome) {
      case WishOutcome.Done done -> new Answer.Body(CallStateView.of(done.call(), notes));
      case WishOutcome.Refused refused -> refused(refused.why(), refused.call());
      case WishOutcome.PutThroughNotAllowed no ->
          problem(409, "put-through-not-allowed", Optional.empty(), no.call());
      case WishOutcome.Unavailable away ->
          problem(503, "telephone-system-unavailable", Optional.empty(), away.call());
      case WishOutcome.NotHers no -> throw Problem.notFound().exception();
    };
  }

  /** The older rules are problems of their own; the others name the rule. */
  private Answer refused(Step.Refusal why, CallView call) {
    return switch (why) {
      case OFFER_GONE, CARD_NOT_SHOWN -> problem(409, why.wireName(), Optional.empty(), call);
      case NEEDS_CALLER,
          NEEDS_NOBODY_ELSE,
          NEEDS_CONSULTATION,
          NEEDS_CUSTOMER,
          NEEDS_TRANSFER,
          NEEDS_HEARER,
          NEEDS_PARKED_CALL,
          NEEDS_FREE_SLOT,
          NEEDS_FREE_SECRETARY,
          NEEDS_TELEPHONE ->
          problem(409, "command-not-possible", Optional.of(why.wireName()), call);
    };
  }

  /** A problem that carries the call as it is, and the rule that a refused command would break. */
  record CallProblem(
      String type, String title, int status, Optional<String> rule, CallStateView call) {}

  private Answer problem(int status, String type, Optional<String> rule, CallView call) {
    return new Answer.Other(
        status,
        new CallProblem(
            type, "The call stays as it is.", status, rule, CallStateView.of(call, notes)));
  }
}
