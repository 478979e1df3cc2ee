package io.permanence.callrouter.console.presence;

import io.permanence.callrouter.console.body.Fields;
import io.permanence.callrouter.console.body.Gate;
import io.permanence.callrouter.console.body.Operation;
import io.permanence.callrouter.desk.BreakReason;
import io.permanence.callrouter.floor.Desk;
import io.permanence.identity.ActiveSession;
import io.permanence.model.id.AccountId;
import io.permanence.runtime.http.Problem;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Ready, break, off duty (B4). */
public final class PresenceHandler {
  private static final Set<String> STATES =
      new LinkedHashSet<>(java.util.List.of("ready", "break", "signed-off"));
  private static final Set<String> REASONS =
      Arrays.stream(BreakReason.values())
          .map(BreakReason::wireName)
          .collect(Collectors.toCollection(LinkedHashSet::new));

  private final Desk desk;
  private final Gate gate;

  /** A handler for one desk. */
  public PresenceHandler(Desk desk, Gate gate) {
    this.desk = desk;
    this.gate = gate;
  }

  /** Mounts the route. */
  public void mount(Router router) {
    router.put("/presence").handler(gate.read(Operation.CHANGE_PRESENCE, this::change));
  }

  private Future<PresenceView> change(ActiveSession session, RoutingContext context) {
    AccountId who = session.principal().accountId();
    Fields fields = Fields.of(Gate.body(context));
    String state = fields.choice("state", STATES);
    String reason = state.equals("break") ? fields.choice("reason", REASONS) : "";
    fields.done();
    switch (state) {
      case "ready" -> {
        if (!desk.ready(who)) {
          throw notNow("telephone-not-ready", "Register the telephone first.");
        }
      }
      case "break" -> desk.pause(who, BreakReason.of(reason));
      default -> {
        if (!desk.signOff(who)) {
          throw notNow("on-call", "Finish the call first.");
        }
      }
    }
    return desk.secretary(who)
        .map(PresenceView::of)
        .map(Future::succeededFuture)
        .orElseThrow(
            () -> Problem.forbidden("role-forbids", "This account is no secretary.").exception());
  }

  private static RuntimeException notNow(String type, String title) {
    return Problem.conflict(type, title).exception();
  }
}
