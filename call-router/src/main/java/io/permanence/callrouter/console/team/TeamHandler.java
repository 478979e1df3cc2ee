package io.permanence.callrouter.console.team;

import io.permanence.callrouter.console.body.Gate;
import io.permanence.callrouter.console.body.Operation;
import io.permanence.model.id.AccountId;
import io.permanence.runtime.http.Problem;
import io.vertx.ext.web.Router;

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
            gate.read(
                Operation.GET_HALF_HOURS,
                (session, context) -> floor.refresh().map(done -> floor.halfHours())));
    router
        .get("/wallboard")
        .handler(
            gate.read(
                Operation.GET_WALLBOARD,
                (session, context) -> floor.refresh().map(done -> floor.wallboard())));
  }

  private TeamView team(AccountId who) {
    return floor.team(who).orElseThrow(() -> Problem.notFound().exception());
  }
}
