package io.permanence.store.line;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.permanence.model.PhoneNumber;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.ForwardingNumberId;
import io.permanence.model.id.InstructionId;
import io.permanence.model.id.LineId;
import io.permanence.model.id.TeamId;
import io.permanence.model.line.BusyTimes;
import io.permanence.model.line.CallerMark;
import io.permanence.model.line.CallerMarks;
import io.permanence.model.line.Handling;
import io.permanence.model.line.Instruction;
import io.permanence.model.line.LadderStep;
import io.permanence.model.line.LadderStep.After;
import io.permanence.model.line.LadderStep.Target;
import io.permanence.model.line.LadderStep.Then;
import io.permanence.model.line.Line;
import io.permanence.model.line.LineChoices;
import io.permanence.model.line.LineChoices.BlockedCallers;
import io.permanence.model.line.LineSnapshot;
import io.permanence.model.line.MarkedCaller;
import io.permanence.model.line.OutOfHours;
import io.permanence.model.line.PublicHolidays;
import io.permanence.model.line.PutThrough;
import io.permanence.model.line.PutThroughMode;
import io.permanence.model.line.WhenBusy;
import io.permanence.model.line.Window;
import io.permanence.model.line.Windows.Span;
import io.permanence.model.line.WithheldCallers;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row of {@code routing_lines} as a snapshot; the columns are in the order of the query. */
final class SnapshotRow {
  /** Field names are not kept: those of the marks are telephone numbers, each another. */
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
              .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
              .build());

  private static final String STANDING = "STANDING";

  private SnapshotRow() {}

  /**
   * Reads the row.
   *
   * @throws IllegalArgumentException when a value is not what it should be
   */
  static LineSnapshot read(Object[] row, Instant takenAt) {
    JsonNode instructions = json(text(row[13]));
    Line line =
        new Line(
            LineId.of(text(row[1])),
            CustomerId.of(text(row[2])),
            new PhoneNumber(text(row[0])),
            ZoneId.of(text(row[3])),
            TeamId.of(text(row[5])),
            standing(instructions),
            Optional.ofNullable((String) row[6]).map(WeeklyHours::fromJson),
            new LineChoices(
                OutOfHours.valueOf(text(row[7])),
                BlockedCallers.valueOf(text(row[8])),
                WithheldCallers.valueOf(text(row[9])),
                WhenBusy.valueOf(text(row[10])),
                PublicHolidays.valueOf(text(row[11]))),
            (Boolean) row[12]);
    return new LineSnapshot(
        line,
        instructions(instructions),
        marks(json(text(row[14]))),
        busy(json(text(row[15]))),
        ((Number) row[4]).longValue(),
        takenAt);
  }

  private static String text(@Nullable Object column) {
    if (column instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("a column is missing");
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a column is not JSON", e);
    }
  }

  private static Handling standing(JsonNode instructions) {
    for (JsonNode each : instructions) {
      if (each.path("kind").asText().equals(STANDING)) {
        return handling(each);
      }
    }
    throw new IllegalArgumentException("the line has no standing instruction");
  }

  private static List<Instruction> instructions(JsonNode instructions) {
    List<Instruction> all = new ArrayList<>();
    for (JsonNode each : instructions) {
      if (!each.path("kind").asText().equals(STANDING)) {
        all.add(
            new Instruction(
                InstructionId.of(each.path("id").asText()),
                each.path("version").asInt(),
                window(each),
                handling(each),
                instant(each.path("createdAt").asText())));
      }
    }
    return all;
  }

  private static Window window(JsonNode each) {
    String kind = each.path("kind").asText();
    return switch (kind) {
      case "ONE_OFF" ->
          new Window.OneOff(instant(each.path("from").asText()), instant(each.path("to").asText()));
      case "WEEKLY" -> WeeklyHours.fromJson(each.path("weekly"));
      case "OPEN" -> new Window.OpenEnded(optional(each, "from").map(SnapshotRow::instant));
      default -> throw new IllegalArgumentException("no such kind of window");
    };
  }

  private static Handling handling(JsonNode each) {
    List<LadderStep> ladder = new ArrayList<>();
    for (JsonNode step : each.path("ladder")) {
      ladder.add(
          new LadderStep(
              targets(step.path("targets")),
              step.path("ringSeconds").asInt(),
              new After(
                  Then.valueOf(step.path("onNoAnswer").asText()),
                  Then.valueOf(step.path("onBusy").asText()),
                  Then.valueOf(step.path("onRefused").asText()),
                  Then.valueOf(step.path("onUnreachable").asText()))));
    }
    return new Handling(
        PutThrough.valueOf(each.path("putThrough").asText()),
        PutThroughMode.valueOf(each.path("mode").asText()),
        each.path("greeting").asText(),
        optional(each, "message"),
        ladder,
        optional(each, "notes"),
        optional(each, "withheld").map(WithheldCallers::valueOf),
        each.path("unproven").asInt());
  }

  private static List<Target> targets(JsonNode targets) {
    List<Target> all = new ArrayList<>();
    for (JsonNode each : targets) {
      all.add(
          new Target(
              ForwardingNumberId.of(each.path("id").asText()),
              new PhoneNumber(each.path("number").asText())));
    }
    return all;
  }

  private static BusyTimes busy(JsonNode spans) {
    List<Span> all = new ArrayList<>();
    for (JsonNode each : spans) {
      all.add(new Span(instant(each.path(0).asText()), instant(each.path(1).asText())));
    }
    return new BusyTimes(all);
  }

  private static CallerMarks marks(JsonNode marks) {
    Map<PhoneNumber, MarkedCaller> byNumber = new HashMap<>();
    marks
        .properties()
        .forEach(
            each -> byNumber.put(new PhoneNumber(each.getKey()), marked(each.getValue().asText())));
    return CallerMarks.ofCallers(byNumber);
  }

  /** The mark, and after an underscore the way of a VIP. */
  private static MarkedCaller marked(String mark) {
    String vip = CallerMark.VIP.name() + "_";
    return mark.startsWith(vip)
        ? MarkedCaller.vip(PutThroughMode.valueOf(mark.substring(vip.length())))
        : MarkedCaller.of(CallerMark.valueOf(mark));
  }

  private static Optional<String> optional(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value.asText());
  }

  /** PostgreSQL writes instants in JSON with an offset, for example {@code +00:00}. */
  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}
