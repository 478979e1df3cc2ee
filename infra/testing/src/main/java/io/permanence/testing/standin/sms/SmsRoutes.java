package io.permanence.testing.standin.sms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.permanence.testing.standin.http.JsonBody;
import io.permanence.testing.standin.sms.SmsDesk.Accepted;
import io.permanence.testing.standin.sms.SmsDesk.Failure;
import io.permanence.testing.standin.sms.SmsDesk.Verdict;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.Optional;

/** The addresses of the package's description. */
final class SmsRoutes {
  private final SmsDesk desk;
  private final Receipts receipts;

  private SmsRoutes(SmsDesk desk, Receipts receipts) {
    this.desk = desk;
    this.receipts = receipts;
  }

  static Router of(Vertx vertx, SmsDesk desk, Receipts receipts) {
    var routes = new SmsRoutes(desk, receipts);
    Router router = Router.router(vertx);
    router.route().handler(BodyHandler.create(false).setBodyLimit(100_000));
    router.post("/v1/messages").handler(routes::send);
    router.put("/control/receipts").handler(routes::receiptsTo);
    router.delete("/control/receipts").handler(routes::noReceipts);
    router.put("/control/faults/:number").handler(routes::fail);
    router.delete("/control/faults").handler(routes::endFaults);
    return router;
  }

  private void send(RoutingContext context) {
    String authorization = context.request().getHeader("Authorization");
    switch (desk.send(authorization, body(context))) {
      case Verdict.Taken taken -> {
        accepted(context, taken.message());
        receipts.send(taken.message());
      }
      case Verdict.Again again -> accepted(context, again.message());
      case Verdict.Unauthorized ignored -> unauthorized(context);
      case Verdict.Refused refused -> {
        var json = new JsonObject().put("error", refused.error());
        if (refused.field() != null) {
          json.put("field", refused.field());
        }
        answer(context, refused.status(), json.put("detail", refused.detail()));
      }
      case Verdict.Failed failed -> {
        failed(context, failed.failure());
        failed.message().ifPresent(receipts::send);
      }
    }
  }

  private static void failed(RoutingContext context, Failure failure) {
    switch (failure.fault()) {
      case UNAUTHORIZED -> unauthorized(context);
      case BUSY -> {
        context.response().putHeader("Retry-After", "" + failure.retryAfter().toSeconds());
        error(context, 429, "too-many-requests", "come back later");
      }
      case INTERNAL_ERROR -> error(context, 500, "internal-error", "something broke here");
      case CUT_AFTER_ACCEPTING -> context.request().connection().close();
      case SILENCE, UNDELIVERABLE -> {}
    }
  }

  private static void accepted(RoutingContext context, Accepted message) {
    answer(context, 202, new JsonObject().put("id", message.id()).put("parts", message.parts()));
  }

  private static void unauthorized(RoutingContext context) {
    context.response().putHeader("WWW-Authenticate", "Basic realm=\"sms\"");
    error(context, 401, "unauthorized", "the account or its secret is wrong");
  }

  private static void error(RoutingContext context, int status, String error, String detail) {
    answer(context, status, new JsonObject().put("error", error).put("detail", detail));
  }

  private static void answer(RoutingContext context, int status, JsonObject json) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(json.encode());
  }

  private void receiptsTo(RoutingContext context) {
    String url = body(context).map(json -> json.path("url").asText()).orElse("");
    if (!url.startsWith("http://") && !url.startsWith("https://")) {
      error(context, 400, "invalid-field", "url begins with http:// or https://");
      return;
    }
    receipts.to(url);
    context.response().setStatusCode(204).end();
  }

  private void noReceipts(RoutingContext context) {
    receipts.to(null);
    context.response().setStatusCode(204).end();
  }

  private void fail(RoutingContext context) {
    try {
      var order = body(context).orElseThrow(IllegalArgumentException::new);
      var failure =
          new Failure(
              SmsFault.valueOf(order.path("fault").asText()),
              Duration.ofSeconds(order.path("retryAfterSeconds").asInt(1)));
      desk.faults.set(context.pathParam("number"), failure, order.path("times").asInt(1));
      context.response().setStatusCode(204).end();
    } catch (IllegalArgumentException wrong) {
      error(context, 400, "invalid-field", "fault is one of SmsFault, times at least 1");
    }
  }

  private void endFaults(RoutingContext context) {
    desk.faults.clear();
    context.response().setStatusCode(204).end();
  }

  private static Optional<ObjectNode> body(RoutingContext context) {
    return JsonBody.read(context.body().buffer());
  }
}
