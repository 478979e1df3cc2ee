package io.permanence.testing.standin.google.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.permanence.testing.standin.fault.Faults;
import io.permanence.testing.standin.google.GoogleError;
import io.permanence.testing.standin.google.oauth.AccessTokens;
import io.permanence.testing.standin.google.oauth.AccessTokens.Access;
import io.permanence.testing.standin.google.people.PeopleDesk.Answer;
import io.permanence.testing.standin.http.JsonBody;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** The API's addresses of the package's description. */
final class PeopleRoutes {
  private static final String WRITE = "https://www.googleapis.com/auth/contacts";
  private static final String READ = "https://www.googleapis.com/auth/contacts.readonly";

  private final PeopleDesk desk;
  private final AccessTokens accessTokens;
  final Faults<PeopleFault> faults = new Faults<>();
  final AtomicLong requests = new AtomicLong();

  PeopleRoutes(PeopleDesk desk, AccessTokens accessTokens) {
    this.desk = desk;
    this.accessTokens = accessTokens;
  }

  Router router(Vertx vertx) {
    Router router = Router.router(vertx);
    router.route().handler(BodyHandler.create(false).setBodyLimit(5_000_000));
    router.get("/v1/people/me/connections").handler(context -> serve(context, READ, this::list));
    router.post("/v1/people:createContact").handler(context -> serve(context, WRITE, this::create));
    String one = "/v1/people/(?<id>[A-Za-z0-9_-]+)";
    router.getWithRegex(one).handler(context -> serve(context, READ, this::get));
    router
        .routeWithRegex(one + ":updateContact")
        .handler(context -> serve(context, WRITE, this::update));
    router
        .deleteWithRegex(one + ":deleteContact")
        .handler(context -> serve(context, WRITE, this::delete));
    return router;
  }

  /** One request of an account, as the handlers below see it. */
  private record Asked(RoutingContext context, String account) {
    String parameter(String name) {
      return context.request().getParam(name, "");
    }

    String id() {
      return context.pathParam("id");
    }

    Optional<ObjectNode> body() {
      return JsonBody.read(context.body().buffer());
    }
  }

  private interface Operation {
    Answer carryOut(Asked asked);
  }

  private void serve(RoutingContext context, String scope, Operation operation) {
    requests.incrementAndGet();
    String authorization =
        Objects.requireNonNullElse(context.request().getHeader("Authorization"), "");
    if (!authorization.startsWith("Bearer ")) {
      GoogleError.unauthenticated().send(context);
      return;
    }
    accessTokens
        .check(authorization.substring("Bearer ".length()))
        .onSuccess(access -> serve(context, scope, operation, access))
        .onFailure(context::fail);
  }

  private void serve(
      RoutingContext context, String scope, Operation operation, Optional<Access> access) {
    if (access.isEmpty()) {
      GoogleError.unauthenticated().send(context);
    } else if (!allows(access.get().scopes(), scope)) {
      PeopleErrors.insufficientScope().send(context);
    } else {
      answer(context, operation, access.get().email());
    }
  }

  private static boolean allows(Set<String> granted, String needed) {
    return granted.contains(needed) || granted.contains(WRITE);
  }

  private void answer(RoutingContext context, Operation operation, String account) {
    PeopleFault fault = faults.next(account).orElse(null);
    if (fault == null) {
      send(context, operation.carryOut(new Asked(context, account)));
      return;
    }
    switch (fault) {
      case RATE_LIMITED -> PeopleErrors.tooMany("Critical read requests").send(context);
      case INTERNAL -> PeopleErrors.internal().send(context);
      case UNAVAILABLE -> PeopleErrors.unavailable().send(context);
      case SILENCE -> {}
      case CUT_AFTER_DOING -> {
        operation.carryOut(new Asked(context, account));
        context.request().connection().close();
      }
      case EMPTY_ANSWER -> json(context, "{}");
    }
  }

  private static void send(RoutingContext context, Answer answer) {
    switch (answer) {
      case Answer.Json json -> json(context, json.body().toString());
      case Answer.Refused refused -> refused.error().send(context);
    }
  }

  private static void json(RoutingContext context, String body) {
    context.response().putHeader("Content-Type", "application/json; charset=UTF-8").end(body);
  }

  private Answer list(Asked asked) {
    return switch (ConnectionsQuery.read(asked.context().queryParams())) {
      case ConnectionsQuery.Reading.Wrong wrong -> new Answer.Refused(wrong.error());
      case ConnectionsQuery.Reading.Sound sound -> desk.list(asked.account(), sound.query());
    };
  }

  private Answer get(Asked asked) {
    return withMask(
        asked,
        "personFields",
        PersonMask.READABLE,
        fields -> desk.get(asked.account(), asked.id(), fields));
  }

  private Answer create(Asked asked) {
    return asked
        .body()
        .map(person -> desk.create(asked.account(), person, shown(asked)))
        .orElseGet(PeopleRoutes::noBody);
  }

  private Answer update(Asked asked) {
    var request = asked.context().request();
    boolean patch =
        request.method().equals(HttpMethod.PATCH)
            || (request.method().equals(HttpMethod.POST)
                && "PATCH".equals(request.getHeader("X-HTTP-Method-Override")));
    if (!patch) {
      return new Answer.Refused(PeopleErrors.notFound());
    }
    return withMask(
        asked,
        "updatePersonFields",
        PersonMask.WRITABLE,
        updated ->
            asked
                .body()
                .map(
                    person ->
                        desk.update(asked.account(), asked.id(), person, updated, shown(asked)))
                .orElseGet(PeopleRoutes::noBody));
  }

  private Answer delete(Asked asked) {
    return desk.delete(asked.account(), asked.id());
  }

  private static Answer withMask(
      Asked asked, String parameter, Set<String> allowed, Function<Set<String>, Answer> handler) {
    return switch (PersonMask.read(parameter, asked.parameter(parameter), allowed)) {
      case PersonMask.Reading.Wrong wrong -> new Answer.Refused(wrong.error());
      case PersonMask.Reading.Fields fields -> handler.apply(fields.names());
    };
  }

  private static Set<String> shown(Asked asked) {
    String fields = asked.parameter("personFields");
    return fields.isEmpty() ? PersonMask.READABLE : Set.of(fields.split(",", -1));
  }

  private static Answer noBody() {
    return new Answer.Refused(GoogleError.invalidArgument("Invalid JSON payload received."));
  }
}
