package io.permanence.store.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.permanence.model.line.Window;
import io.permanence.model.line.Window.Hours;
import java.time.DayOfWeek;
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
      row.put("from", hours.from().toString());
      row.put("to", hours.to().toString());
    }
    return rows.toString();
  }

  /**
   * Reads the column's text.
   *
   * @throws IllegalArgumentException when it is not of the form above
   */
  public static Window.Weekly fromJson(String json) {
    try {
      return fromJson(JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("weekly hours are not JSON", e);
    }
  }

  static Window.Weekly fromJson(JsonNode rows) {
    List<Hours> hours = new ArrayList<>();
    for (JsonNode row : rows) {
      Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
      row.path("days").forEach(day -> days.add(DayOfWeek.valueOf(day.asText())));
      hours.add(new Hours(days, time(row.path("from")), time(row.path("to"))));
    }
    return new Window.Weekly(hours);
  }

  private static LocalTime time(JsonNode text) {
    try {
      return LocalTime.parse(text.asText());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("a time is written 08:00", e);
    }
  }
}
