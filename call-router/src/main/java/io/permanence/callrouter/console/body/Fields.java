package io.permanence.callrouter.console.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.permanence.model.PhoneNumber;
import io.permanence.runtime.http.Json;
import io.permanence.runtime.http.Printable;
import io.permanence.runtime.http.Problem;
import io.permanence.runtime.http.ProblemException;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The fields of a JSON object somebody sent. Reading goes on after a mistake, so that {@link #done}
 * tells all of them at once; what was read before is not to be used until then.
 */
public final class Fields {
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final UUID NO_ID = new UUID(0, 0);
  private static final PhoneNumber NO_NUMBER = new PhoneNumber("+10000");
  private static final int LONGEST_TIME = 35;

  private final ObjectNode object;
  private final String path;
  private final List<Problem.Field> mistakes;
  private final Set<String> read = new HashSet<>();

  private Fields(ObjectNode object, String path, List<Problem.Field> mistakes) {
    this.object = object;
    this.path = path;
    this.mistakes = mistakes;
  }

  /**
   * The fields of a body.
   *
   * @throws ProblemException when it is no JSON object
   */
  public static Fields of(Buffer body) {
    try {
      JsonNode tree = Json.mapper().readTree(body.getBytes());
      if (tree instanceof ObjectNode object) {
        return new Fields(object, "", new ArrayList<>());
      }
    } catch (IOException e) {
      throw Problem.invalid("body", "not-json").exception();
    }
    throw Problem.invalid("body", "not-an-object").exception();
  }

  /** A text of several lines that must be there. */
  public String lines(String name, int least, int most) {
    return required(name, maybeLines(name, least, most));
  }

  /** A text of one line that must be there. */
  public String text(String name, int least, int most) {
    return required(name, maybeText(name, least, most));
  }

  private String required(String name, Optional<String> text) {
    if (text.isEmpty()) {
      missing(name);
    }
    return text.orElse("");
  }

  /** A text of one line that may be absent. */
  public Optional<String> maybeText(String name, int least, int most) {
    return maybeText(name, least, most, Printable::line);
  }

  /** A text of several lines that may be absent. */
  public Optional<String> maybeLines(String name, int least, int most) {
    return maybeText(name, least, most, Printable::lines);
  }

  private Optional<String> maybeText(
      String name, int least, int most, Predicate<String> printable) {
    Optional<JsonNode> node = node(name);
    if (node.isPresent() && !node.get().isTextual()) {
      wrong(name, "not-a-text", Optional.empty());
      return Optional.of("");
    }
    Optional<String> text = node.map(JsonNode::textValue);
    text.ifPresent(
        value -> {
          if (!printable.test(value)) {
            wrong(name, "control-character", Optional.empty());
          } else if (value.length() > most) {
            wrong(name, "too-long", Optional.of(most));
          } else if (value.length() < least) {
            wrong(name, "too-short", Optional.of(least));
          }
        });
    return text;
  }

  /** Yes or no. */
  public boolean flag(String name) {
    Optional<JsonNode> node = node(name);
    if (node.isEmpty()) {
      missing(name);
    } else if (!node.get().isBoolean()) {
      wrong(name, "not-true-or-false", Optional.empty());
    }
    return node.map(JsonNode::booleanValue).orElse(false);
  }

  /** Yes or no, when it is said. */
  public Optional<Boolean> maybeFlag(String name) {
    return node(name).isPresent() ? Optional.of(flag(name)) : Optional.empty();
  }

  /** A whole number within bounds. */
  public int number(String name, int least, int most) {
    Optional<JsonNode> node = node(name);
    if (node.isEmpty()) {
      missing(name);
      return least;
    }
    boolean fits =
        node.get().isIntegralNumber()
            && node.get().canConvertToInt()
            && node.get().intValue() >= least
            && node.get().intValue() <= most;
    if (!fits) {
      wrong(name, "out-of-range", Optional.empty());
    }
    return fits ? node.get().intValue() : least;
  }

  /** One of some words. */
  public String choice(String name, Set<String> words) {
    String word = text(name, 0, Integer.MAX_VALUE);
    if (node(name).isPresent() && !words.contains(word)) {
      wrong(name, "not-a-choice", Optional.empty());
    }
    return words.contains(word) ? word : words.iterator().next();
  }

  /** The id of something, when it is named. */
  public Optional<UUID> maybeId(String name) {
    return node(name).isPresent() ? Optional.of(id(name)) : Optional.empty();
  }

  /**
   * A text of a certain form.
   *
   * @param instead what is read after a mistake
   */
  public String matching(String name, Pattern form, String instead) {
    String text = text(name, 0, Integer.MAX_VALUE);
    boolean fits = form.matcher(text).matches();
    if (node(name).isPresent() && !fits) {
      wrong(name, "not-well-formed", Optional.empty());
    }
    return fits ? text : instead;
  }

  /** An id. */
  public UUID id(String name) {
    String text = text(name, 0, Integer.MAX_VALUE);
    if (node(name).isPresent() && !ID.matcher(text).matches()) {
      wrong(name, "not-an-id", Optional.empty());
    }
    return ID.matcher(text).matches() ? UUID.fromString(text) : NO_ID;
  }

  /** A moment, RFC 3339. */
  public Instant time(String name) {
    String text = text(name, 0, LONGEST_TIME);
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      if (node(name).isPresent()) {
        wrong(name, "not-a-time", Optional.empty());
      }
      return Instant.EPOCH;
    }
  }

  /** A telephone number in E.164 form that may be absent. */
  public Optional<PhoneNumber> maybeNumber(String name) {
    return maybeText(name, 0, Integer.MAX_VALUE)
        .map(
            text -> {
              try {
                return new PhoneNumber(text);
              } catch (IllegalArgumentException e) {
                wrong(name, "not-a-number", Optional.empty());
                return NO_NUMBER;
              }
            });
  }

  /** A list of objects that must be there. */
  public List<Fields> objects(String name, int most) {
    Optional<JsonNode> node = node(name);
    if (node.isEmpty()) {
      missing(name);
      return List.of();
    }
    if (!node.get().isArray() || node.get().size() > most) {
      wrong(name, node.get().isArray() ? "too-long" : "not-a-list", Optional.of(most));
      return List.of();
    }
    List<Fields> objects = new ArrayList<>();
    for (int i = 0; i < node.get().size(); i++) {
      if (node.get().get(i) instanceof ObjectNode each) {
        objects.add(new Fields(each, path + name + "/" + i + "/", mistakes));
      } else {
        wrong(name + "/" + i, "not-an-object", Optional.empty());
      }
    }
    return objects;
  }

  /** All has been read: fields nobody asked for are mistakes too. */
  public void closed() {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!read.contains(name)) {
                wrong(shortened(name), "unknown-field", Optional.empty());
              }
            });
  }

  /**
   * All has been read.
   *
   * @throws ProblemException telling every mistake
   */
  public void done() {
    closed();
    if (!mistakes.isEmpty()) {
      throw Problem.invalid(mistakes.stream().limit(50).toList()).exception();
    }
  }

  /**
   * An id from the address.
   *
   * @throws ProblemException when it is none
   */
  public static UUID pathId(String name, String text) {
    if (!ID.matcher(text).matches()) {
      throw Problem.invalid(name, "not-an-id").exception();
    }
    return UUID.fromString(text);
  }

  private Optional<JsonNode> node(String name) {
    read.add(name);
    return Optional.ofNullable(object.get(name));
  }

  private void missing(String name) {
    wrong(name, "required", Optional.empty());
  }

  private void wrong(String name, String rule, Optional<Integer> limit) {
    mistakes.add(new Problem.Field(path + name, rule, limit));
  }

  private static String shortened(String name) {
    return name.length() > 40 ? name.substring(0, 40) : name;
  }
}
