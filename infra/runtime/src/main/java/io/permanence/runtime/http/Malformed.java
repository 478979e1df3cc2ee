package io.permanence.runtime.http;

import io.vertx.ext.web.validation.BadRequestException;
import io.vertx.ext.web.validation.BodyProcessorException;
import io.vertx.ext.web.validation.ParameterProcessorException;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.ValidationException;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatorException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the contract's validation found wrong, as a problem that names the field and the rule. */
final class Malformed {
  private static final int MOST_ERRORS = 20;
  private static final Pattern QUOTED = Pattern.compile("\"([A-Za-z0-9_.-]{1,80})\"");
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

  /**
   * The innermost findings: one that merely says that something inside it is wrong (a property, an
   * item, a reference, an alternative) is left out when a finding inside it is listed.
   */
  private static List<Problem.Field> fields(OutputUnit unit, String root) {
    List<OutputUnit> errors = unit.getErrors() == null ? List.of() : unit.getErrors();
    Set<Problem.Field> fields = new LinkedHashSet<>();
    for (OutputUnit error : errors) {
      String keyword = lastOf(String.valueOf(error.getKeywordLocation()));
      @Nullable String rule = rule(keyword);
      if (rule != null && fields.size() < MOST_ERRORS) {
        fields.add(new Problem.Field(path(error, keyword, root), rule));
      }
    }
    return new ArrayList<>(fields);
  }

  private static @Nullable String rule(String keyword) {
    return switch (keyword) {
      case "required" -> "required";
      case "minLength", "minItems", "minProperties" -> "too-short";
      case "maxLength" -> "too-long";
      case "maxItems", "maxProperties" -> "too-many";
      case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" -> "range";
      case "enum", "const", "additionalProperties", "unevaluatedProperties" -> "unknown";
      case "uniqueItems" -> "repeated";
      case "type", "format", "pattern", "oneOf", "anyOf", "not", "multipleOf" -> "format";
      default -> null;
    };
  }

  private static String path(OutputUnit error, String keyword, String root) {
    StringBuilder path = new StringBuilder();
    String location = String.valueOf(error.getInstanceLocation());
    for (String word : location.replaceFirst("^#?/?", "").split("/", -1)) {
      append(path, word);
    }
    if (keyword.equals("required") || keyword.equals("additionalProperties")) {
      Matcher missing = QUOTED.matcher(String.valueOf(error.getError()));
      if (missing.find()) {
        append(path, missing.group(1));
      }
    }
    return path.isEmpty() ? root : path.toString();
  }

  private static void append(StringBuilder path, String word) {
    if (word.isEmpty()) {
      return;
    }
    if (word.chars().allMatch(Character::isDigit)) {
      path.append('[').append(word).append(']');
    } else {
      path.append(path.isEmpty() ? "" : ".").append(word);
    }
  }

  private static String lastOf(String location) {
    return location.substring(location.lastIndexOf('/') + 1);
  }
}
