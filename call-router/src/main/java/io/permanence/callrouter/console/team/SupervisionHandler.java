package io.permanence.callrouter.console.team;

import io.permanence.callrouter.console.body.Fields;
import io.permanence.callrouter.console.body.Gate;
import io.permanence.callrouter.console.body.Gate.Answer;
import io.permanence.callrouter.console.body.Operation;
import io.permanence.callrouter.desk.Supervision;
import io.permanence.callrouter.floor.Desk;
import io.permanence.callrouter.floor.SupervisionOutcome;
import io.permanence.identity.ActiveSession;
import io.permanence.model.id.AccountId;
import io.permanence.runtime.http.Problem;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A supervisor listens to a secretary's call, whispers to her, or takes part (B10). */
public final class SupervisionHandler {
  private static final Set<String> MODES = Set.of("listen", "whisper", "barge");

  private final Desk desk;
  private final Gate gate;

  /** A handler for one desk. */
  public SupervisionHandler(Desk desk, Gate gate) {
    this.desk = desk;
    this.gate = gate;
  }

  /** Mounts the routes. */
  public void mount(Router router) {
    router
        .put("/secretaries/:accountId/supervision")
        .handler(gate.handle(Operation.SUPERVISE, this::begin));
    router
        .delete("/supervision")
        .handler(
            gate.handle(
                Operation.END_SUPERVISION,
                (session, context) ->
                    desk.endSupervision(session.principal().accountId())
                        .map(ended -> new Answer.Nothing())));
  }

  private Future<Answer> begin(ActiveSession session, RoutingContext context) {
    AccountId secretary = new AccountId(Fields.pathId("accountId", context.pathParam("accountId")));
    Fields fields = Fields.of(Gate.body(context));
    String mode = fields.choice("mode", MODES);
    fields.done();
    return desk.supervise(
            session.principal().accountId(),
            secretary,
            Supervision.Mode.valueOf(mode.toUpperCase(Locale.ROOT)))
        .map(SupervisionHandler::answer);
  }

  /** What a supervisor takes part in. */
  record SupervisionBegun(String callId, String accountId, String mode, Instant since) {}

  /** A refusal that names its rule. */
  record SupervisionProblem(String type, String title, int status, Optional<String> rule) {}

  private static SupervisionProblem problem(String type, int status, Optional<String> rule) {
    return new SupervisionProblem(type, "Nobody takes part.", status, rule);
  }

  private static Answer answer(SupervisionOutcome outcome) {
    return switch (outcome) {
      case SupervisionOutcome.Begun begun ->
          new Answer.Body(
              new SupervisionBegun(
                  begun.call().toString(),
                  begun.supervision().secretary().toString(),
                  begun.supervision().mode().wireName(),
                  begun.supervision().since()));
      case SupervisionOutcome.Refused refused ->
          new Answer.Other(
              409, problem("supervision-not-possible", 409, Optional.of(refused.why().wireName())));
      case SupervisionOutcome.Unavailable away ->
          new Answer.Other(503, problem("telephone-system-unavailable", 503, Optional.empty()));
      case SupervisionOutcome.Nobody nobody -> throw Problem.notFound().exception();
    };
  }
}
