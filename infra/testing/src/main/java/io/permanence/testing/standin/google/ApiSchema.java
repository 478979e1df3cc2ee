package io.permanence.testing.standin.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The messages of one Google service, as in its discovery document, and the check of a JSON body
 * against them: unknown fields and wrong types are refused in Google's words.
 *
 * <p>The schema is a resource: type → field → kind, where a kind is {@code string}, {@code
 * boolean}, {@code int32}, {@code number}, {@code duration}, {@code timestamp}, {@code map} (of
 * strings), {@code struct} (any object), {@code enum:A|B}, another type's name, or one of these
 * after {@code []}. Field names may be written in camel or in snake case, as Google reads both.
 */
public final class ApiSchema {
  private static final Pattern DURATION = Pattern.compile("-?\\d{1,12}(\\.\\d{1,9})?s");
  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");
  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,10}");
  private static final Pattern SNAKE = Pattern.compile("_([a-z0-9])");

  private final JsonNode types;

  private ApiSchema(JsonNode types) {
    this.types = types;
  }

  /** Reads the schema from a resource of this package. */
  public static ApiSchema of(String resource) {
    try (InputStream json =
        Objects.requireNonNull(ApiSchema.class.getResourceAsStream(resource), resource)) {
      return new ApiSchema(new ObjectMapper().readTree(json));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The first thing wrong with a message of the type; empty when it is well formed. */
  public Optional<Violation> check(String type, JsonNode message) {
    return checkMessage(type, message, "");
  }

  /** The field's name as the schema writes it. */
  public static String camel(String name) {
    return SNAKE.matcher(name).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
  }

  private Optional<Violation> checkMessage(String type, JsonNode message, String path) {
    if (!message.isObject()) {
      return wrong(path, "(type.googleapis.com/" + type + ")", message);
    }
    JsonNode fields = types.get(type);
    for (Map.Entry<String, JsonNode> field : message.properties()) {
      JsonNode kind = fields.get(camel(field.getKey()));
      if (kind == null) {
        return Optional.of(unknown(field.getKey(), path));
      }
      var found = checkField(kind.asText(), field.getValue(), join(path, field.getKey()));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Violation> checkField(String kind, JsonNode value, String path) {
    if (value.isNull()) {
      return Optional.empty();
    }
    return kind.startsWith("[]")
        ? checkList(kind.substring(2), value, path)
        : checkValue(kind, value, path);
  }

  private Optional<Violation> checkList(String kind, JsonNode values, String path) {
    if (!values.isArray()) {
      return wrong(path, "(Proto field is not repeating, cannot start list.)", values);
    }
    Iterator<JsonNode> each = values.iterator();
    for (int i = 0; each.hasNext(); i++) {
      var found = checkField(kind, each.next(), path + "[" + i + "]");
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Violation> checkValue(String kind, JsonNode value, String path) {
    return switch (kind) {
      case "string" -> expect(value.isTextual(), path, "(TYPE_STRING)", value);
      case "boolean" -> expect(value.isBoolean(), path, "(TYPE_BOOL)", value);
      case "int32" -> expect(isInteger(value), path, "(TYPE_INT32)", value);
      case "number" -> expect(value.isNumber(), path, "(TYPE_FLOAT)", value);
      case "duration" ->
          expect(
              matches(DURATION, value),
              path,
              "(type.googleapis.com/google.protobuf.Duration)",
              value);
      case "timestamp" ->
          expect(
              matches(TIMESTAMP, value),
              path,
              "(type.googleapis.com/google.protobuf.Timestamp)",
              value);
      case "struct" ->
          expect(value.isObject(), path, "(type.googleapis.com/google.protobuf.Struct)", value);
      case "map" -> checkMap(value, path);
      default ->
          kind.startsWith("enum:")
              ? expect(isOneOf(kind.substring(5), value), path, "(TYPE_ENUM)", value)
              : checkMessage(kind, value, path);
    };
  }

  private Optional<Violation> checkMap(JsonNode entries, String path) {
    if (!entries.isObject()) {
      return wrong(path, "(map)", entries);
    }
    int i = 0;
    for (Map.Entry<String, JsonNode> entry : entries.properties()) {
      if (!entry.getValue().isTextual()) {
        return wrong(path + "[" + i + "].value", "(TYPE_STRING)", entry.getValue());
      }
      i++;
    }
    return Optional.empty();
  }

  private static boolean isInteger(JsonNode value) {
    return value.isInt() || (value.isTextual() && INTEGER.matcher(value.asText()).matches());
  }

  private static boolean matches(Pattern pattern, JsonNode value) {
    return value.isTextual() && pattern.matcher(value.asText()).matches();
  }

  private static boolean isOneOf(String words, JsonNode value) {
    String word = value.asText().toUpperCase(Locale.ROOT);
    return value.isTextual() && List.of(words.split("\\|", -1)).contains(word);
  }

  private static Optional<Violation> expect(
      boolean fits, String path, String type, JsonNode value) {
    return fits ? Optional.empty() : wrong(path, type, value);
  }

  private static Optional<Violation> wrong(String path, String type, JsonNode value) {
    return Optional.of(
        new Violation(path, "Invalid value at '%s' %s, %s".formatted(path, type, value)));
  }

  private static Violation unknown(String name, String path) {
    String at = path.isEmpty() ? "" : " at '" + path + "'";
    return new Violation(
        path,
        "Invalid JSON payload received. Unknown name \"%s\"%s: Cannot find field."
            .formatted(name, at));
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
