package io.permanence.testing.standin.google.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.permanence.model.line.Windows.Span;
import io.permanence.testing.standin.google.ApiSchema;
import io.permanence.testing.standin.http.JsonBody;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The control path of the package's description. */
final class CalendarControl {
  private static final ApiSchema SCHEMA = ApiSchema.of("calendar-v3.json");

  private final BusyBook book;
  private final CalendarRoutes routes;

  CalendarControl(BusyBook book, CalendarRoutes routes) {
    this.book = book;
    this.routes = routes;
  }

  void routes(Router router) {
    router.put("/control/calendars/:account/busy").handler(this::busy);
    router.get("/control/requests").handler(this::count);
    router.put("/control/faults/:account").handler(this::fail);
    router.delete("/control/faults").handler(this::endFaults);
  }

  private void busy(RoutingContext context) {
    Optional<ObjectNode> times =
        body(context).filter(json -> SCHEMA.check("BusyTimes", json).isEmpty());
    if (times.isEmpty()) {
      refuse(context, "the body is {\"busy\": [{\"start\": …, \"end\": …}]}");
      return;
    }
    List<Span> spans = new ArrayList<>();
    for (JsonNode each : times.get().path("busy")) {
      spans.add(
          new Span(
              FreeBusyQuestion.instant(each.path("start")),
              FreeBusyQuestion.instant(each.path("end"))));
    }
    book.put(context.pathParam("account"), spans);
    done(context);
  }

  private void count(RoutingContext context) {
    context.json(new JsonObject().put("requests", routes.requests.get()));
  }

  private void fail(RoutingContext context) {
    try {
      ObjectNode order = body(context).orElseThrow(IllegalArgumentException::new);
      routes.faults.set(
          context.pathParam("account"),
          CalendarFault.valueOf(order.path("fault").asText()),
          order.path("times").asInt(1));
      done(context);
    } catch (IllegalArgumentException wrong) {
      refuse(context, "fault is one of CalendarFault, times at least 1");
    }
  }

  private void endFaults(RoutingContext context) {
    routes.faults.clear();
    done(context);
  }

  private static Optional<ObjectNode> body(RoutingContext context) {
    return JsonBody.read(context.body().buffer());
  }

  private static void done(RoutingContext context) {
    context.response().setStatusCode(204).end();
  }

  private static void refuse(RoutingContext context, String why) {
    context.response().setStatusCode(400).end(why + "\n");
  }
}
