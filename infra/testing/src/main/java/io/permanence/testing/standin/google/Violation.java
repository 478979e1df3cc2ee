package io.permanence.testing.standin.google;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * What is wrong with one field of a request.
 *
 * @param field its path, for example {@code message.data[0].value}
 */
public record Violation(String field, String description) {

  JsonObject toDetail() {
    var violation = new JsonObject().put("field", field).put("description", description);
    return new JsonObject()
        .put("@type", "type.googleapis.com/google.rpc.BadRequest")
        .put("fieldViolations", new JsonArray().add(violation));
  }
}
