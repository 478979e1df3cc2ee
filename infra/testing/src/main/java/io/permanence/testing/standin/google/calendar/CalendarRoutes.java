package io.permanence.testing.standin.google.calendar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.permanence.testing.standin.fault.Faults;
import io.permanence.testing.standin.google.oauth.AccessTokens;
import io.permanence.testing.standin.google.oauth.AccessTokens.Access;
import io.permanence.testing.standin.http.JsonBody;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** The API's address of the package's description. */
final class CalendarRoutes {
  private static final String AUTH = "https://www.googleapis.com/auth/calendar";
  private static final Set<String> ENOUGH =
      Set.of(AUTH, AUTH + ".readonly", AUTH + ".freebusy", AUTH + ".events.freebusy");

  private final BusyBook book;
  private final AccessTokens accessTokens;
  final Faults<CalendarFault> faults = new Faults<>();
  final AtomicLong requests = new AtomicLong();

  CalendarRoutes(BusyBook book, AccessTokens accessTokens) {
    this.book = book;
    this.accessTokens = accessTokens;
  }

  Router router(Vertx vertx) {
    Router router = Router.router(vertx);
    router.route().handler(BodyHandler.create(false).setBodyLimit(1_000_000));
    router.post("/calendar/v3/freeBusy").handler(this::serve);
    return router;
  }

  private void serve(RoutingContext context) {
    requests.incrementAndGet();
    String authorization =
        Objects.requireNonNullElse(context.request().getHeader("Authorization"), "");
    if (!authorization.startsWith("Bearer ")) {
      CalendarError.unauthenticated().send(context);
      return;
    }
    accessTokens
        .check(authorization.substring("Bearer ".length()))
        .onSuccess(access -> serve(context, access))
        .onFailure(context::fail);
  }

  private void serve(RoutingContext context, Optional<Access> access) {
    if (access.isEmpty()) {
      CalendarError.unauthenticated().send(context);
    } else if (access.get().scopes().stream().noneMatch(ENOUGH::contains)) {
      CalendarError.insufficientScope().send(context);
    } else {
      serve(context, access.get().email());
    }
  }

  private void serve(RoutingContext context, String account) {
    switch (FreeBusyQuestion.read(JsonBody.read(context.body().buffer()))) {
      case FreeBusyQuestion.Reading.Wrong wrong -> wrong.error().send(context);
      case FreeBusyQuestion.Reading.Sound sound -> {
        ObjectNode answer = book.answer(account, sound.question());
        faults
            .next(account)
            .ifPresentOrElse(
                fault -> fail(context, fault, sound.question(), answer),
                () -> json(context, answer.toString()));
      }
    }
  }

  private static void fail(
      RoutingContext context, CalendarFault fault, FreeBusyQuestion question, ObjectNode answer) {
    switch (fault) {
      case RATE_LIMITED -> CalendarError.rateLimited(403).send(context);
      case TOO_MANY -> CalendarError.rateLimited(429).send(context);
      case NOT_CONFIGURED -> CalendarError.notConfigured().send(context);
      case INTERNAL -> CalendarError.backend(500).send(context);
      case UNAVAILABLE -> CalendarError.backend(503).send(context);
      case SILENCE -> {}
      case EMPTY_OBJECT -> json(context, "{}");
      case NO_JSON -> json(context, "<html>");
      case CALENDAR_ERROR -> {
        ObjectNode none = BusyBook.answer(question.from(), question.to());
        BusyBook.error(none.putObject("calendars").putObject("primary"), "internalError");
        json(context, none.toString());
      }
      case HALF_AN_ANSWER -> {
        BusyBook.error((ObjectNode) answer.at("/calendars/primary"), "internalError");
        json(context, answer.toString());
      }
      case OTHER_WINDOW -> {
        Instant half =
            question.from().plus(Duration.between(question.from(), question.to()).dividedBy(2));
        json(context, answer.put("timeMax", half.toString()).toString());
      }
      case OPEN_END -> {
        answer.withArray("/calendars/primary/busy").addObject().put("start", "" + question.from());
        json(context, answer.toString());
      }
    }
  }

  private static void json(RoutingContext context, String body) {
    context.response().putHeader("Content-Type", "application/json; charset=UTF-8").end(body);
  }
}
