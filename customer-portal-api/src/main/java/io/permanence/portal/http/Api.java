package io.permanence.portal.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.permanence.identity.SessionHandler;
import io.permanence.portal.http.Permissions.Permission;
import io.permanence.runtime.http.HttpFoundation;
import io.permanence.runtime.http.Json;
import io.permanence.runtime.http.Problem;
import io.permanence.runtime.http.ProblemException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.validation.RequestValidator;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The contract's operations as a router: who is asking, may they, does the request follow the
 * contract, then the operation itself. Every operation of the contract has a row in {@link
 * Permissions} and a handler, or the router is not made.
 */
public final class Api {
  private static final ObjectMapper MAPPER =
      Json.mapper().copy().setSerializationInclusion(JsonInclude.Include.ALWAYS);

  private final SessionHandler sessions;
  private final Map<String, Operation> operations;
  private final Clock clock;

  /** Takes the operations by their ids in the contract. */
  public Api(SessionHandler sessions, Map<String, Operation> operations, Clock clock) {
    this.sessions = sessions;
    this.operations = Map.copyOf(operations);
    this.clock = clock;
  }

  /**
   * The router of the contract.
   *
   * @throws IllegalStateException when an operation lacks its permission or its handler, or one of
   *     these belongs to no operation
   */
  public Router router(Vertx vertx, OpenAPIContract contract) {
    RouterBuilder builder = RouterBuilder.create(vertx, contract);
    RequestValidator validator = RequestValidator.create(vertx, contract);
    Set<String> known = new HashSet<>();
    for (OpenAPIRoute route : builder.getRoutes()) {
      String id = route.getOperation().getOperationId();
      known.add(id);
      @Nullable Operation operation = operations.get(id);
      if (operation == null) {
        throw new IllegalStateException("operation " + id + " has no handler");
      }
      Permission permission =
          Permissions.of(id)
              .orElseThrow(() -> new IllegalStateException("operation " + id + " has no row"));
      route
          .setDoValidation(false)
          .addHandler(context -> allow(context, permission))
          .addHandler(context -> validate(context, validator, route))
          .addHandler(context -> answer(context, operation));
    }
    if (!known.equals(operations.keySet()) || !known.equals(Permissions.operations())) {
      throw new IllegalStateException("handlers or permissions belong to no operation");
    }
    return builder.createRouter();
  }

  private void allow(RoutingContext context, Permission permission) {
    if (!permission.anybody()) {
      var session = sessions.required(context, permission.beforePasswordChange());
      if (!permission.roles().contains(session.principal().role())) {
        throw Problem.forbidden("forbidden", "The role does not allow this.").exception();
      }
    }
    context.next();
  }

  private static void validate(
      RoutingContext context, RequestValidator validator, OpenAPIRoute route) {
    if (route.getOperation().getRequestBody() != null) {
      checkBody(context);
    }
    context.queryParams().forEach(each -> PrintableText.check(each.getKey(), each.getValue()));
    context.pathParams().forEach(PrintableText::check);
    validator
        .validate(
            Extraction.of(context, route.getOperation(), body(context)),
            route.getOperation().getOperationId())
        .onSuccess(valid -> context.next())
        .onFailure(context::fail);
  }

  private static void checkBody(RoutingContext context) {
    String type = context.request().getHeader("Content-Type");
    if (type == null || !type.matches("(?i)application/json(\\s*;.*)?")) {
      throw new Problem(
              "unsupported-media-type", "This address takes JSON.", 415, java.util.List.of())
          .exception();
    }
    try {
      JsonObject object = new JsonObject(body(context));
      context.put(JsonObject.class.getName(), object);
      PrintableText.check("", object);
    } catch (DecodeException | ClassCastException e) {
      throw Problem.invalid("body", "format").exception();
    }
  }

  private static Buffer body(RoutingContext context) {
    @Nullable Buffer body = context.body().buffer();
    return body == null ? Buffer.buffer() : body;
  }

  private void answer(RoutingContext context, Operation operation) {
    Request request = Request.of(context, context.get(JsonObject.class.getName()), clock.instant());
    operation
        .answer(request)
        .onSuccess(answer -> send(context, answer))
        .onFailure(failure -> context.fail(withoutWrapping(failure)));
  }

  private static Throwable withoutWrapping(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException) {
        return cause;
      }
    }
    return failure;
  }

  private static void send(RoutingContext context, Answer answer) {
    if (context.response().headWritten()) {
      return;
    }
    context.response().setStatusCode(answer.status()).putHeader("Cache-Control", "no-store");
    answer
        .version()
        .ifPresent(version -> context.response().putHeader("ETag", "\"" + version + "\""));
    if (answer.body().isEmpty()) {
      context.response().end();
    } else if (answer.body().get() instanceof Buffer wav) {
      HttpFoundation.wav(context, wav);
    } else {
      context
          .response()
          .putHeader("Content-Type", "application/json")
          .end(json(answer.body().get()));
    }
  }

  /** A value as the contract writes it: nothing is left out, what is absent is null. */
  public static String json(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
