package io.permanence.portal.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.contract.Location;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatableRequest;
import io.vertx.openapi.validation.impl.RequestParameterImpl;
import io.vertx.openapi.validation.impl.ValidatableRequestImpl;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a request is checked against the contract. The library's own extraction decodes query
 * parameters twice, so that a search for {@code 100%} would be refused; here each is decoded once.
 */
final class Extraction {
  private static final String JSON = "application/json";

  private Extraction() {}

  static ValidatableRequest of(RoutingContext context, Operation operation, Buffer body) {
    Map<Location, Map<String, RequestParameter>> found = new EnumMap<>(Location.class);
    for (Location location : Location.values()) {
      found.put(location, new HashMap<>());
    }
    for (Parameter parameter : operation.getParameters()) {
      found
          .computeIfAbsent(parameter.getIn(), location -> new HashMap<>())
          .put(parameter.getName(), new RequestParameterImpl(value(context, parameter)));
    }
    Map<String, RequestParameter> cookies = found.getOrDefault(Location.COOKIE, Map.of());
    Map<String, RequestParameter> headers = found.getOrDefault(Location.HEADER, Map.of());
    Map<String, RequestParameter> path = found.getOrDefault(Location.PATH, Map.of());
    Map<String, RequestParameter> query = found.getOrDefault(Location.QUERY, Map.of());
    return operation.getRequestBody() == null
        ? new ValidatableRequestImpl(cookies, headers, path, query)
        : new ValidatableRequestImpl(
            cookies, headers, path, query, new RequestParameterImpl(body), JSON);
  }

  private static @Nullable String value(RoutingContext context, Parameter parameter) {
    return switch (parameter.getIn()) {
      case QUERY -> context.queryParam(parameter.getName()).stream().findFirst().orElse(null);
      case PATH -> context.pathParam(parameter.getName());
      case HEADER -> context.request().getHeader(parameter.getName());
      case COOKIE -> null;
    };
  }
}
