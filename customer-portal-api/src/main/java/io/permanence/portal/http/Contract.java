package io.permanence.portal.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.impl.Utils;

/**
 * Reads the contract for the router. Only requests are checked against it: what responses contain
 * is left out, for the library knows neither {@code application/problem+json} nor event streams.
 */
public final class Contract {
  private Contract() {}

  /** The contract at a place on the class path. */
  public static Future<OpenAPIContract> read(Vertx vertx, String path) {
    return Utils.readYamlOrJson(vertx, path)
        .compose(json -> OpenAPIContract.from(vertx, withoutAnswers(json)));
  }

  private static JsonObject withoutAnswers(JsonObject contract) {
    JsonObject answer = new JsonObject().put("description", "left out");
    JsonObject paths = contract.getJsonObject("paths");
    for (String path : paths.fieldNames()) {
      JsonObject item = paths.getJsonObject(path);
      for (String method : item.fieldNames()) {
        if (item.getValue(method) instanceof JsonObject operation
            && operation.containsKey("responses")) {
          operation.put("responses", new JsonObject().put("default", answer.copy()));
        }
      }
    }
    contract.getJsonObject("components").remove("responses");
    return contract;
  }
}
