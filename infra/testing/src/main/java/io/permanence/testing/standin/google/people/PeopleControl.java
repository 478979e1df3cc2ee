package io.permanence.testing.standin.google.people;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.permanence.testing.standin.fault.Faults;
import io.permanence.testing.standin.google.ApiSchema;
import io.permanence.testing.standin.google.Violation;
import io.permanence.testing.standin.http.JsonBody;
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
    router.put("/control/faults/:account").handler(this::fail);
    router.delete("/control/faults").handler(this::endFaults);
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
    Optional<ObjectNode> person = body(context);
    Optional<Violation> wrong = person.flatMap(json -> SCHEMA.check("Person", json));
    if (person.isEmpty() || wrong.isPresent()) {
      refuse(context, wrong.map(Violation::description).orElse("the body is a Person as JSON"));
      return;
    }
    book(context).put(context.pathParam("id"), person.get(), desk.now());
    done(context);
  }

  private void remove(RoutingContext context) {
    book(context).delete(context.pathParam("id"), desk.now());
    done(context);
  }

  private void expire(RoutingContext context) {
    desk.tokens.expire(context.pathParam("account"));
    done(context);
  }

  private void quota(RoutingContext context) {
    int perMinute = body(context).map(json -> json.path("perMinute").asInt(-1)).orElse(-1);
    if (perMinute < 0) {
      refuse(context, "perMinute is a number");
      return;
    }
    desk.quota.allow(perMinute);
    done(context);
  }

  private void fail(RoutingContext context) {
    try {
      var order = body(context).orElseThrow(IllegalArgumentException::new);
      faults.set(
          context.pathParam("account"),
          PeopleFault.valueOf(order.path("fault").asText()),
          order.path("times").asInt(1));
      done(context);
    } catch (IllegalArgumentException wrong) {
      refuse(context, "fault is one of PeopleFault, times at least 1");
    }
  }

  private void endFaults(RoutingContext context) {
    faults.clear();
    done(context);
  }

  private ContactBook book(RoutingContext context) {
    return desk.book(context.pathParam("account"));
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
