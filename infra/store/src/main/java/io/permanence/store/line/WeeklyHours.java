package io.permanence.store.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.permanence.model.line.Window;
import io.permanence.model.line.Window.Hours;
import io.permanence.model.line.Window.OtherDay;
import io.permanence.model.line.Window.Times;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Weekly hours as the columns {@code line.open_hours} and {@code instruction.weekly} keep them:
 *
 * <pre>[{"days": ["MONDAY", "TUESDAY"], "from": "08:00", "to": "19:00"}]</pre>
 *
 * <p>and where they keep holidays or have exceptions:
 *
 * <pre>{"hours": […], "closedOnHolidays": true,
 * "otherDays": [{"date": "2026-12-24", "hours": [{"from": "08:00", "to": "12:00"}]}]}</pre>
 */
public final class WeeklyHours {
  private static final ObjectMapper JSON = new ObjectMapper();

  private WeeklyHours() {}

  /** The column's text. */
  public static String toJson(Window.Weekly weekly) {
    ArrayNode rows = JSON.createArrayNode();
    for (Hours hours : weekly.hours()) {
      ObjectNode row = rows.addObject();
      ArrayNode days = row.putArray("days");
      hours.days().stream().sorted().forEach(day -> days.add(day.name()));
      write(row, hours.times());
    }
    if (!weekly.closedOnHolidays() && weekly.otherDays().isEmpty()) {
      return rows.toString();
    }
    ObjectNode all = JSON.createObjectNode().put("closedOnHolidays", weekly.closedOnHolidays());
    all.set("hours", rows);
    ArrayNode others = all.putArray("otherDays");
    for (OtherDay each : weekly.otherDays()) {
      ObjectNode other = others.addObject().put("date", each.date().toString());
      ArrayNode hours = other.putArray("hours");
      each.times().forEach(times -> write(hours.addObject(), times));
    }
    return all.toString();
  }

  private static void write(ObjectNode row, Times times) {
    row.put("from", times.from().toString()).put("to", times.to().toString());
  }

  /**
   * Reads the column's text.
   *
   * @throws IllegalArgumentException when it is not of one of the forms above
   */
  public static Window.Weekly fromJson(String json) {
    try {
      return fromJson(JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("weekly hours are not JSON", e);
    }
  }

  static Window.Weekly fromJson(JsonNode json) {
    if (json.isArray()) {
      return new Window.Weekly(hours(json));
    }
    List<OtherDay> others = new ArrayList<>();
    for (JsonNode each : json.path("otherDays")) {
      List<Times> times = new ArrayList<>();
      each.path("hours").forEach(row -> times.add(times(row)));
      others.add(new OtherDay(date(each.path("date")), times));
    }
    return new Window.Weekly(
        hours(json.path("hours")), json.path("closedOnHolidays").asBoolean(), others);
  }

  private static List<Hours> hours(JsonNode rows) {
    List<Hours> hours = new ArrayList<>();
    for (JsonNode row : rows) {
      Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
      row.path("days").forEach(day -> days.add(DayOfWeek.valueOf(day.asText())));
      Times times = times(row);
      hours.add(new Hours(days, times.from(), times.to()));
    }
    return hours;
  }

  private static Times times(JsonNode row) {
    return new Times(time(row.path("from")), time(row.path("to")));
  }

  private static LocalTime time(JsonNode text) {
    try {
      return LocalTime.parse(text.asText());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("a time is written 08:00", e);
    }
  }

  private static LocalDate date(JsonNode text) {
    try {
      return LocalDate.parse(text.asText());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("a date is written 2026-12-24", e);
    }
  }
}
