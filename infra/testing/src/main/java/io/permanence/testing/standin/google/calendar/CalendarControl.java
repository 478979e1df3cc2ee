package io.permanence.testing.standin.google.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.permanence.model.line.Windows.Span;
import io.permanence.testing.standin.fault.FaultControl;
import io.permanence.testing.standin.google.ApiSchema;
import io.permanence.testing.standin.http.ControlPath;
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
    FaultControl.routes(router, routes.faults, CalendarFault.class);
  }

  private void busy(RoutingContext context) {
    Optional<ObjectNode> times =
        ControlPath.body(context).filter(json -> SCHEMA.check("BusyTimes", json).isEmpty());
    if (times.isEmpty()) {
      ControlPath.refuse(context, "the body is {\"busy\": [{\"start\": …, \"end\": …}]}");
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
    ControlPath.done(context);
  }

  private void count(RoutingContext context) {
    context.json(new JsonObject().put("requests", routes.requests.get()));
  }
}
