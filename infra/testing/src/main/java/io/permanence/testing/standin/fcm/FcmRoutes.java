package io.permanence.testing.standin.fcm;

import io.permanence.testing.standin.fcm.FcmDesk.Failure;
import io.permanence.testing.standin.fcm.FcmDesk.Verdict;
import io.permanence.testing.standin.http.JsonBody;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.Objects;

/** The addresses of the package's description. */
final class FcmRoutes {
  private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

  private final FcmDesk desk;

  private FcmRoutes(FcmDesk desk) {
    this.desk = desk;
  }

  static Router of(Vertx vertx, FcmDesk desk) {
    var routes = new FcmRoutes(desk);
    Router router = Router.router(vertx);
    router.route().handler(BodyHandler.create(false).setBodyLimit(1_000_000));
    router.postWithRegex("/v1/projects/(?<project>[^/]+)/messages:send").handler(routes::send);
    router.post("/token").handler(routes::token);
    router.get("/control/service-account.json").handler(routes::keyFile);
    router.put("/control/tokens/:token").handler(routes::register);
    router.delete("/control/tokens/:token").handler(routes::remove);
    router.put("/control/faults/:token").handler(routes::fail);
    router.delete("/control/faults").handler(routes::endFaults);
    return router;
  }

  private void send(RoutingContext context) {
    Verdict verdict =
        desk.send(
            context.pathParam("project"),
            context.request().getHeader("Authorization"),
            JsonBody.read(context.body().buffer()));
    switch (verdict) {
      case Verdict.Accepted accepted -> context.json(new JsonObject().put("name", accepted.name()));
      case Verdict.Refused refused -> refused.error().send(context);
      case Verdict.Failed failed -> fail(context, failed.failure());
    }
  }

  private static void fail(RoutingContext context, Failure failure) {
    switch (failure.fault()) {
      case SILENCE -> {}
      case CUT_AFTER_ACCEPTING -> context.request().connection().close();
      case QUOTA_EXCEEDED, UNAVAILABLE -> {
        context.response().putHeader("Retry-After", "" + failure.retryAfter().toSeconds());
        failure.fault().error().send(context);
      }
      default -> failure.fault().error().send(context);
    }
  }

  private void token(RoutingContext context) {
    String assertion =
        Objects.requireNonNullElse(context.request().getFormAttribute("assertion"), "");
    boolean asked = GRANT.equals(context.request().getFormAttribute("grant_type"));
    desk.exchange(asked ? assertion : "")
        .ifPresentOrElse(
            bearer ->
                context.json(
                    new JsonObject()
                        .put("access_token", bearer)
                        .put("expires_in", Bearers.LIFETIME.toSeconds() - 1)
                        .put("token_type", "Bearer")),
            () ->
                context
                    .response()
                    .setStatusCode(400)
                    .putHeader("Content-Type", "application/json")
                    .end("{\"error\":\"invalid_grant\",\"error_description\":\"Invalid JWT.\"}"));
  }

  private void keyFile(RoutingContext context) {
    context.json(desk.serviceAccount().keyFile());
  }

  private void register(RoutingContext context) {
    desk.tokens.register(context.pathParam("token"));
    context.response().setStatusCode(204).end();
  }

  private void remove(RoutingContext context) {
    desk.tokens.remove(context.pathParam("token"));
    context.response().setStatusCode(204).end();
  }

  private void fail(RoutingContext context) {
    var body = JsonBody.read(context.body().buffer());
    try {
      var order = body.orElseThrow(IllegalArgumentException::new);
      var failure =
          new Failure(
              FcmFault.valueOf(order.path("fault").asText()),
              Duration.ofSeconds(order.path("retryAfterSeconds").asInt(1)));
      desk.faults.set(context.pathParam("token"), failure, order.path("times").asInt(1));
      context.response().setStatusCode(204).end();
    } catch (IllegalArgumentException wrong) {
      context.response().setStatusCode(400).end("fault is one of FcmFault, times at least 1\n");
    }
  }

  private void endFaults(RoutingContext context) {
    desk.faults.clear();
    context.response().setStatusCode(204).end();
  }
}
