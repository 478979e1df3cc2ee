package io.permanence.testing.standin.google.people;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.permanence.testing.standin.fault.FaultControl;
import io.permanence.testing.standin.fault.Faults;
import io.permanence.testing.standin.google.ApiSchema;
import io.permanence.testing.standin.google.Violation;
import io.permanence.testing.standin.http.ControlPath;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The control path of the package's description. */
final class PeopleControl {
  private static final ApiSchema SCHEMA = ApiSchema.of("people-v1.json");

  private final PeopleDesk desk;
  private final Faults<PeopleFault> faults;
  private final AtomicLong requests;

  PeopleControl(PeopleDesk desk, PeopleRoutes routes) {
    this.desk = desk;
    this.faults = routes.faults;
    this.requests = routes.requests;
  }

  void routes(Router router) {
    router.get("/control/people/:account/contacts").handler(this::all);
    router.put("/control/people/:account/contacts/:id").handler(this::put);
    router.delete("/control/people/:account/contacts/:id").handler(this::remove);
    router.post("/control/people/:account/expire-sync-tokens").handler(this::expire);
    router.get("/control/requests").handler(this::count);
    router.put("/control/first-page-quota").handler(this::quota);
    FaultControl.routes(router, faults, PeopleFault.class);
  }

  private void all(RoutingContext context) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode contacts = body.putArray("contacts");
    book(context).all().forEach(contact -> contacts.add(contact.shown(PersonMask.READABLE)));
    context.response().putHeader("Content-Type", "application/json").end(body.toString());
  }

  private void count(RoutingContext context) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("requests", requests.get());
    context.response().putHeader("Content-Type", "application/json").end(body.toString());
  }

  private void put(RoutingContext context) {
    Optional<ObjectNode> person = ControlPath.body(context);
    Optional<Violation> wrong = person.flatMap(json -> SCHEMA.check("Person", json));
    if (person.isEmpty() || wrong.isPresent()) {
      ControlPath.refuse(
          context, wrong.map(Violation::description).orElse("the body is a Person as JSON"));
      return;
    }
    book(context).put(context.pathParam("id"), person.get(), desk.now());
    ControlPath.done(context);
  }

  private void remove(RoutingContext context) {
    book(context).delete(context.pathParam("id"), desk.now());
    ControlPath.done(context);
  }

  private void expire(RoutingContext context) {
    desk.tokens.expire(context.pathParam("account"));
    ControlPath.done(context);
  }

  private void quota(RoutingContext context) {
    int perMinute =
        ControlPath.body(context).map(json -> json.path("perMinute").asInt(-1)).orElse(-1);
    if (perMinute < 0) {
      ControlPath.refuse(context, "perMinute is a number");
      return;
    }
    desk.quota.allow(perMinute);
    ControlPath.done(context);
  }

  private ContactBook book(RoutingContext context) {
    return desk.book(context.pathParam("account"));
  }
}
