package io.permanence.callrouter.console.call;

import io.permanence.callrouter.console.body.Fields;
import io.permanence.callrouter.console.body.Gate;
import io.permanence.callrouter.console.body.Gate.Answer;
import io.permanence.callrouter.console.body.Operation;
import io.permanence.callrouter.desk.CallSignal;
import io.permanence.callrouter.desk.Step;
import io.permanence.callrouter.floor.CallView;
import io.permanence.callrouter.floor.Desk;
import io.permanence.callrouter.floor.Ladders;
import io.permanence.callrouter.floor.WishOutcome;
import io.permanence.identity.ActiveSession;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.ForwardingNumberId;
import io.permanence.model.line.LadderStep;
import io.permanence.runtime.http.Problem;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The card of a call, and the commands to it. */
public final class CallHandler {
  private static final Set<String> COMMANDS =
      new LinkedHashSet<>(
          List.of(
              "accept",
              "decline",
              "hold",
              "resume",
              "consult",
              "complete",
              "cancel",
              "voicemail",
              "hang-up"));

  private final Desk desk;
  private final Cards cards;
  private final CardAccess access;
  private final Gate gate;

  /** A handler for one desk. */
  public CallHandler(Desk desk, Cards cards, CardAccess access, Gate gate) {
    this.desk = desk;
    this.cards = cards;
    this.access = access;
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
    CallSignal.Wish wish = wish(call, Fields.of(Gate.body(context)));
    return desk.wish(session.principal().accountId(), call, wish).map(CallHandler::answer);
  }

  private CallSignal.Wish wish(CallId call, Fields fields) {
    String command = fields.choice("command", COMMANDS);
    CallSignal.Wish wish =
        switch (command) {
          case "accept" -> {
            UUID offer = fields.id("offerId");
            fields.time("cardShownAt");
            yield new CallSignal.Accept(offer);
          }
          case "decline" -> new CallSignal.Decline(fields.id("offerId"));
          case "hold" -> new CallSignal.Hold();
          case "resume" -> new CallSignal.Resume();
          case "consult" -> consult(call, new ForwardingNumberId(fields.id("forwardingNumberId")));
          case "complete" -> new CallSignal.Complete();
          case "cancel" -> new CallSignal.Cancel();
          case "voicemail" -> new CallSignal.ToVoicemail();
          default -> new CallSignal.HangUp();
        };
    fields.done();
    return wish;
  }

  private CallSignal.Consult consult(CallId call, ForwardingNumberId number) {
    int ringSeconds =
        desk.live(call)
            .flatMap(live -> Ladders.step(live, number))
            .map(LadderStep::ringSeconds)
            .orElse(LadderStep.LONGEST_RING);
    return new CallSignal.Consult(number, ringSeconds);
  }

  private static Answer answer(WishOutcome outcome) {
    return switch (outcome) {
      case WishOutcome.Done done -> new Answer.Body(CallStateView.of(done.call()));
      case WishOutcome.Refused refused -> problem(409, type(refused.why()), refused.call());
      case WishOutcome.PutThroughNotAllowed no ->
          problem(409, "put-through-not-allowed", no.call());
      case WishOutcome.Unavailable away ->
          problem(503, "telephone-system-unavailable", away.call());
      case WishOutcome.NotHers no -> throw Problem.notFound().exception();
    };
  }

  private static String type(Step.Refusal why) {
    return switch (why) {
      case NOT_POSSIBLE -> "command-not-possible";
      case OFFER_GONE -> "offer-gone";
      case CARD_NOT_SHOWN -> "card-not-shown";
    };
  }

  /** A problem that carries the call as it is. */
  record CallProblem(String type, String title, int status, CallStateView call) {}

  private static Answer problem(int status, String type, CallView call) {
    return new Answer.Other(
        status, new CallProblem(type, "The call stays as it is.", status, CallStateView.of(call)));
  }
}
