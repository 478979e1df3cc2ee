package io.permanence.runtime.http;

import io.vertx.ext.web.validation.BadRequestException;
import io.vertx.ext.web.validation.BodyProcessorException;
import io.vertx.ext.web.validation.ParameterProcessorException;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.ValidationException;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatorException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the contract's validation found wrong, as a problem that names the field and the rule. */
final class Malformed {
  private static final int MOST_ERRORS = 20;
  private static final Pattern PARAMETER =
      Pattern.compile("(?:query|path|header|cookie) parameter ([A-Za-z0-9_.-]{1,80})");

  private Malformed() {}

  static Problem problem(BadRequestException bad) {
    return switch (bad) {
      case ParameterProcessorException parameter ->
          Problem.invalid(String.valueOf(parameter.getParameterName()), "format");
      case BodyProcessorException body -> Problem.invalid(field(body), "format");
      default -> Problem.invalid("body", "required");
    };
  }

  private static String field(BodyProcessorException body) {
    return body.getCause() instanceof ValidationException broken
            && broken.inputScope() != null
            && !broken.inputScope().toString().isEmpty()
        ? broken.inputScope().toString()
        : "body";
  }

  static Problem problem(ValidatorException bad) {
    Matcher named = PARAMETER.matcher(String.valueOf(bad.getMessage()));
    String parameter = named.find() ? named.group(1) : "body";
    if (bad instanceof SchemaValidationException broken && broken.getOutputUnit() != null) {
      List<Problem.Field> fields = fields(broken.getOutputUnit(), parameter);
      return Problem.invalid(
          fields.isEmpty() ? List.of(new Problem.Field(parameter, "format")) : fields);
    }
    return switch (bad.type()) {
      case MISSING_REQUIRED_PARAMETER -> Problem.invalid(parameter, "required");
      default -> Problem.invalid(parameter, "format");
    };
  }

  private static List<Problem.Field> fields(OutputUnit unit, String root) {
    List<OutputUnit> errors = unit.getErrors() == null ? List.of() : unit.getErrors();
    return Findings.fields(errors, root).stream().limit(MOST_ERRORS).toList();
  }
}
