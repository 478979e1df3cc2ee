package io.permanence.testing.standin.google;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * An error as Google's services write it: {@code {"error": {code, message, status, details}}}.
 *
 * @param code the HTTP status
 * @param status the canonical name, for example {@code INVALID_ARGUMENT}
 * @param details typed objects, each with an {@code @type}
 */
public record GoogleError(int code, String status, String message, List<JsonObject> details) {

  public GoogleError {
    details = List.copyOf(details);
  }

  public static GoogleError invalidArgument(String message, JsonObject... details) {
    return new GoogleError(400, "INVALID_ARGUMENT", message, List.of(details));
  }

  /** The body does not follow the service's schema. */
  public static GoogleError invalid(Violation violation) {
    return invalidArgument(violation.description(), violation.toDetail());
  }

  /** The request carries no token, or one that nobody issued or that has run out. */
  public static GoogleError unauthenticated() {
    return new GoogleError(
        401,
        "UNAUTHENTICATED",
        "Request had invalid authentication credentials. Expected OAuth 2 access token, login"
            + " cookie or other valid authentication credential. See"
            + " https://developers.google.com/identity/sign-in/web/devconsole-project.",
        List.of());
  }

  /** A detail that names the reason, as {@code google.rpc.ErrorInfo}. */
  public static JsonObject errorInfo(String reason, String service) {
    return new JsonObject()
        .put("@type", "type.googleapis.com/google.rpc.ErrorInfo")
        .put("reason", reason)
        .put("domain", "googleapis.com")
        .put("metadata", new JsonObject().put("service", service));
  }

  public JsonObject toJson() {
    var error = new JsonObject().put("code", code).put("message", message).put("status", status);
    if (!details.isEmpty()) {
      error.put("details", new JsonArray(details));
    }
    return new JsonObject().put("error", error);
  }

  public void send(RoutingContext context) {
    send(context, code, toJson());
  }

  /** Refuses in a service's own words; who has no valid token is told where to get one. */
  public static void send(RoutingContext context, int code, JsonObject refusal) {
    if (code == 401) {
      context
          .response()
          .putHeader("WWW-Authenticate", "Bearer realm=\"https://accounts.google.com/\"");
    }
    context
        .response()
        .setStatusCode(code)
        .putHeader("Content-Type", "application/json; charset=UTF-8")
        .end(refusal.encodePrettily());
  }
}
