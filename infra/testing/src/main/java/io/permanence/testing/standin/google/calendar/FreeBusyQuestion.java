package io.permanence.testing.standin.google.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import io.permanence.testing.standin.google.ApiSchema;
import io.permanence.testing.standin.google.Violation;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is asked of {@code freebusy.query}. Pure. */
record FreeBusyQuestion(Instant from, Instant to, List<String> calendars) {
  private static final ApiSchema SCHEMA = ApiSchema.of("calendar-v3.json");
  private static final Duration LONGEST = Duration.ofDays(92);
  private static final int MOST = 50;

  FreeBusyQuestion {
    calendars = List.copyOf(calendars);
  }

  /** Either the question, or why it is refused. */
  sealed interface Reading {
    record Sound(FreeBusyQuestion question) implements Reading {}

    record Wrong(CalendarError error) implements Reading {}
  }

  static Reading read(Optional<? extends JsonNode> body) {
    if (body.isEmpty()) {
      return new Reading.Wrong(CalendarError.bad("parseError", "Parse Error"));
    }
    JsonNode json = body.get();
    CalendarError wrong = wrong(json);
    if (wrong != null) {
      return new Reading.Wrong(wrong);
    }
    List<String> calendars = new ArrayList<>();
    json.path("items").forEach(item -> calendars.add(item.path("id").asText()));
    return new Reading.Sound(
        new FreeBusyQuestion(
            instant(json.get("timeMin")), instant(json.get("timeMax")), calendars));
  }

  private static @Nullable CalendarError wrong(JsonNode json) {
    Optional<Violation> violation = SCHEMA.check("FreeBusyRequest", json);
    if (violation.isPresent()) {
      return CalendarError.bad("badRequest", violation.get().description());
    }
    for (String needed : List.of("timeMin", "timeMax")) {
      if (!json.hasNonNull(needed)) {
        return CalendarError.bad("required", "Missing " + needed + " parameter.");
      }
    }
    Instant from = instant(json.get("timeMin"));
    Instant to = instant(json.get("timeMax"));
    if (!from.isBefore(to)) {
      return CalendarError.bad("timeRangeEmpty", "The specified time range is empty.");
    }
    if (Duration.between(from, to).compareTo(LONGEST) > 0) {
      return CalendarError.bad("timeRangeTooLong", "The requested time range is too long.");
    }
    return json.path("items").size() > MOST || json.path("calendarExpansionMax").asInt(1) > MOST
        ? CalendarError.bad("tooManyCalendarsRequested", "Too many calendars requested.")
        : null;
  }

  static Instant instant(JsonNode text) {
    return OffsetDateTime.parse(text.asText()).toInstant();
  }
}
