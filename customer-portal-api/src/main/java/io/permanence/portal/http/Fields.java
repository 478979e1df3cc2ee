package io.permanence.portal.http;

import io.permanence.model.Texts;
import io.permanence.runtime.http.Problem;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The fields of a JSON object whose shape the contract has checked; what a schema cannot say (that
 * a time exists) is checked in reading. Every failure names the field by its path.
 */
public final class Fields {
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private final String path;
  private final JsonObject json;

  Fields(String path, JsonObject json) {
    this.path = path;
    this.json = json;
  }

  /** A text. */
  public String text(String name) {
    return json.getString(name);
  }

  /** A text that may be null or left out; stripped, and absent when nothing can be seen of it. */
  public Optional<String> optional(String name) {
    return Optional.ofNullable(json.getString(name))
        .map(String::strip)
        .filter(text -> !Texts.isBlank(text));
  }

  /**
   * A text of which something can be seen, stripped.
   *
   * @throws io.permanence.runtime.http.ProblemException when it is blank
   */
  public String visible(String name) {
    return optional(name).orElseThrow(() -> Problem.invalid(path(name), "required").exception());
  }

  /** A whole number. */
  public int number(String name) {
    return json.getInteger(name);
  }

  /** Yes or no. */
  public boolean flag(String name) {
    return json.getBoolean(name);
  }

  /** Yes or no, or left out. */
  public Optional<Boolean> optionalFlag(String name) {
    return Optional.ofNullable(json.getBoolean(name));
  }

  /** A word of an enumeration. */
  public <E extends Enum<E>> E word(String name, Class<E> type) {
    return Enum.valueOf(type, json.getString(name));
  }

  /** A word of an enumeration that may be null or left out. */
  public <E extends Enum<E>> Optional<E> optionalWord(String name, Class<E> type) {
    return Optional.ofNullable(json.getString(name)).map(word -> Enum.valueOf(type, word));
  }

  /** A date of the calendar. */
  public LocalDate date(String name) {
    try {
      return LocalDate.parse(json.getString(name));
    } catch (DateTimeParseException e) {
      throw Problem.invalid(path(name), "format").exception();
    }
  }

  /** The ids of a list that may be left out. */
  public List<UUID> optionalIds(String name) {
    return json.containsKey(name)
        ? texts(name).stream().map(text -> uuid(path(name), text)).toList()
        : List.of();
  }

  /** A list of objects that may be left out. */
  public <T> List<T> optionalList(String name, Function<Fields, T> read) {
    return json.containsKey(name) ? list(name, read) : List.of();
  }

  /** An id. */
  public UUID id(String name) {
    return uuid(path(name), json.getString(name));
  }

  /** An id that may be null or left out. */
  public Optional<UUID> optionalId(String name) {
    return Optional.ofNullable(json.getString(name)).map(text -> uuid(path(name), text));
  }

  /** A moment. */
  public Instant instant(String name) {
    return moment(path(name), json.getString(name));
  }

  /** A moment that may be null or left out. */
  public Optional<Instant> optionalInstant(String name) {
    return Optional.ofNullable(json.getString(name)).map(text -> moment(path(name), text));
  }

  /** A time by the wall clock. */
  public LocalTime time(String name) {
    return LocalTime.parse(json.getString(name));
  }

  /** The words of a list. */
  public List<String> texts(String name) {
    return json.getJsonArray(name).stream().map(String.class::cast).toList();
  }

  /** An object inside. */
  public Fields object(String name) {
    return new Fields(path(name), json.getJsonObject(name));
  }

  /** An object inside that may be null. */
  public Optional<Fields> optionalObject(String name) {
    return Optional.ofNullable(json.getJsonObject(name)).map(it -> new Fields(path(name), it));
  }

  /** A list of objects. */
  public <T> List<T> list(String name, Function<Fields, T> read) {
    JsonArray array = json.getJsonArray(name);
    List<T> all = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      all.add(read.apply(new Fields(path(name) + "[" + i + "]", array.getJsonObject(i))));
    }
    return List.copyOf(all);
  }

  /** Where a field of this object stands in the request. */
  public String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** An id in its canonical text form. */
  public static UUID uuid(String path, String text) {
    try {
      UUID id = UUID.fromString(text);
      if (id.toString().equalsIgnoreCase(text)) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      // falls through to the problem
    }
    throw Problem.invalid(path, "format").exception();
  }

  /** A moment in RFC 3339 form, between 1970 and 2200. */
  public static Instant moment(String path, String text) {
    Instant at;
    try {
      at = OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw Problem.invalid(path, "format").exception();
    }
    if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
      throw Problem.invalid(path, "range").exception();
    }
    return at.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
  }
}
