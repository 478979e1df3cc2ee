package io.permanence.testing.standin.google.calendar;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.permanence.model.line.BusyTimes;
import io.permanence.model.line.Windows.Span;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The busy times of all accounts, and what Google answers about them. */
final class BusyBook {
  private final Map<String, BusyTimes> busy = new ConcurrentHashMap<>();

  void put(String account, List<Span> spans) {
    busy.put(account.toLowerCase(Locale.ROOT), new BusyTimes(spans));
  }

  ObjectNode answer(String account, FreeBusyQuestion question) {
    ObjectNode answer = answer(question.from(), question.to());
    ObjectNode calendars = answer.putObject("calendars");
    for (String calendar : question.calendars()) {
      if (calendar.equals("primary") || calendar.equalsIgnoreCase(account)) {
        calendars.putObject(calendar).set("busy", times(account, question));
      } else {
        error(calendars.putObject(calendar), "notFound");
      }
    }
    return answer;
  }

  static ObjectNode answer(Instant from, Instant to) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("kind", "calendar#freeBusy")
        .put("timeMin", from.toString())
        .put("timeMax", to.toString());
  }

  static void error(ObjectNode calendar, String reason) {
    calendar.putArray("errors").addObject().put("domain", "global").put("reason", reason);
    if (!calendar.has("busy")) {
      calendar.putArray("busy");
    }
  }

  private ArrayNode times(String account, FreeBusyQuestion question) {
    ArrayNode times = JsonNodeFactory.instance.arrayNode();
    for (Span each : busy.getOrDefault(account.toLowerCase(Locale.ROOT), BusyTimes.NONE).spans()) {
      Instant from = each.from().isBefore(question.from()) ? question.from() : each.from();
      Instant to = each.to().isAfter(question.to()) ? question.to() : each.to();
      if (from.isBefore(to)) {
        times.addObject().put("start", from.toString()).put("end", to.toString());
      }
    }
    return times;
  }
}
