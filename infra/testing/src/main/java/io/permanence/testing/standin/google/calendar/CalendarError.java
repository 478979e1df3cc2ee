package io.permanence.testing.standin.google.calendar;

import io.permanence.testing.standin.google.GoogleError;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/**
 * A refusal of the Calendar API: {@code {"error": {code, message, errors: [{domain, reason,
 * message}]}}}.
 *
 * @param code the HTTP status
 */
record CalendarError(int code, String domain, String reason, String message) {
  private static final String GLOBAL = "global";
  private static final String USAGE = "usageLimits";

  static CalendarError unauthenticated() {
    return new CalendarError(401, GLOBAL, "authError", "Invalid Credentials");
  }

  static CalendarError insufficientScope() {
    return new CalendarError(
        403, GLOBAL, "insufficientPermissions", "Request had insufficient authentication scopes.");
  }

  static CalendarError rateLimited(int code) {
    return new CalendarError(code, USAGE, "rateLimitExceeded", "Rate Limit Exceeded");
  }

  static CalendarError notConfigured() {
    return new CalendarError(
        403, USAGE, "accessNotConfigured", "Google Calendar API has not been used in project.");
  }

  static CalendarError backend(int code) {
    return new CalendarError(code, GLOBAL, "backendError", "Backend Error");
  }

  static CalendarError bad(String reason, String message) {
    return new CalendarError(400, GLOBAL, reason, message);
  }

  void send(RoutingContext context) {
    JsonObject one =
        new JsonObject().put("domain", domain).put("reason", reason).put("message", message);
    JsonObject error =
        new JsonObject()
            .put("code", code)
            .put("message", message)
            .put("errors", new JsonArray().add(one));
    GoogleError.send(context, code, new JsonObject().put("error", error));
  }
}
