package io.permanence.runtime.http;

import io.vertx.ext.web.validation.BadRequestException;
import io.vertx.ext.web.validation.BodyProcessorException;
import io.vertx.ext.web.validation.ParameterProcessorException;
import io.vertx.ext.web.validation.RequestPredicateException;
import io.vertx.json.schema.ValidationException;
import java.util.Locale;

/** What the contract's validation found wrong, as a problem that names the field and the rule. */
final class Malformed {
  private Malformed() {}

  static Problem problem(BadRequestException bad) {
    return switch (bad) {
      case ParameterProcessorException parameter ->
          Problem.invalid(
              String.valueOf(parameter.getParameterName()),
              String.valueOf(parameter.getErrorType()).toLowerCase(Locale.ROOT).replace('_', ' '));
      case BodyProcessorException body -> Problem.invalid(field(body), rule(body));
      case RequestPredicateException predicate -> Problem.invalid("body", "is present");
      default -> Problem.invalid("request", "follows the documented form");
    };
  }

  private static String field(BodyProcessorException body) {
    return body.getCause() instanceof ValidationException broken
            && broken.inputScope() != null
            && !broken.inputScope().toString().isEmpty()
        ? broken.inputScope().toString()
        : "body";
  }

  private static String rule(BodyProcessorException body) {
    return body.getCause() instanceof ValidationException broken
        ? String.valueOf(broken.keyword())
        : "does not fit the documented form";
  }
}
