package io.permanence.callrouter.console.team;

import io.permanence.callrouter.console.body.Fields;
import io.permanence.callrouter.console.body.Gate;
import io.permanence.callrouter.console.body.Operation;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.TeamId;
import io.permanence.runtime.http.Problem;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The team, today's figures and the wallboard. */
public final class TeamHandler {
  private final Floor floor;
  private final Gate gate;

  /** A handler for that floor. */
  public TeamHandler(Floor floor, Gate gate) {
    this.floor = floor;
    this.gate = gate;
  }

  /** Mounts the routes. */
  public void mount(Router router) {
    router
        .get("/team")
        .handler(
            gate.read(
                Operation.GET_TEAM,
                (session, context) ->
                    floor.refresh().map(done -> team(session.principal().accountId()))));
    router
        .get("/figures/today")
        .handler(
            gate.read(
                Operation.GET_TODAY_FIGURES,
                (session, context) ->
                    floor.refresh().map(done -> floor.today(session.principal().accountId()))));
    router
        .get("/figures/half-hours")
        .handler(
            gate.read(Operation.GET_HALF_HOURS, (session, context) -> halfHours(team(context))));
    router
        .get("/wallboard")
        .handler(
            gate.read(
                Operation.GET_WALLBOARD,
                (session, context) -> floor.refresh().map(done -> floor.wallboard())));
  }

  private static Optional<TeamId> team(RoutingContext context) {
    return Optional.ofNullable(context.request().getParam("teamId"))
        .map(id -> new TeamId(Fields.pathId("teamId", id)));
  }

  private Future<HalfHoursView> halfHours(Optional<TeamId> team) {
    return floor
        .refresh()
        .map(done -> floor.halfHours(team).orElseThrow(() -> Problem.notFound().exception()));
  }

  private TeamView team(AccountId who) {
    return floor.team(who).orElseThrow(() -> Problem.notFound().exception());
  }
}
