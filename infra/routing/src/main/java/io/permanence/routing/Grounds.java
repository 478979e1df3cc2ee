package io.permanence.routing;

import io.permanence.model.call.Reason;
import io.permanence.model.call.ReasonCode;
import io.permanence.model.line.Instruction;
import io.permanence.model.line.LineSnapshot;
import io.permanence.model.line.PutThroughMode;
import io.permanence.model.line.Rule;
import io.permanence.model.line.Takeover;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a decision was made on, kept so that its reason can be told in full (A10).
 *
 * @param rule the most specific valid instruction, or the standing default
 * @param mode how the caller is, or would have been, put through
 */
public record Grounds(LineSnapshot snapshot, Rule rule, Instant at, PutThroughMode mode) {
  private static final int MOST_NAMED = 3;

  Map<String, String> arguments(ReasonCode code) {
    Map<String, String> arguments = new TreeMap<>();
    switch (code) {
      case OUT_OF_HOURS ->
          snapshot
              .answeredAgain(at)
              .ifPresent(opens -> arguments.put(Reason.OPENS, opens.toString()));
      case BLOCKED, DEMO -> {}
      case BUSY, BUSY_VIP_ONLY ->
          snapshot.busyUntil(at).ifPresent(end -> arguments.put(Reason.UNTIL, end.toString()));
      default -> {
        arguments.put(Reason.MODE, mode.name().toLowerCase(Locale.ROOT));
        Takeover.after(snapshot.instructions(), snapshot.calendar(), at)
            .ifPresent(end -> arguments.put(Reason.UNTIL, end.toString()));
      }
    }
    if (rings(code) && rule.unproven() > 0) {
      arguments.put(Reason.UNPROVEN, Integer.toString(rule.unproven()));
    }
    if (!rule.standing()) {
      arguments.put(Reason.WINDOW, rule.kind());
      overruled(arguments);
    }
    return arguments;
  }

  /** Whether the ladder has a part in the decision, so that what it leaves out matters. */
  private static boolean rings(ReasonCode code) {
    return switch (code) {
      case ALL, VIP_UNDER_ALL, VIP_UNDER_VIP, NO_NUMBER_TO_RING -> true;
      default -> false;
    };
  }

  /** The instructions that were valid, too, and had to yield to a more specific one (A3). */
  private void overruled(Map<String, String> arguments) {
    List<Instruction> overruled = snapshot.overruled(at);
    if (!overruled.isEmpty()) {
      arguments.put(
          Reason.OVERRULED,
          overruled.stream()
              .limit(MOST_NAMED)
              .map(each -> each.id().toString())
              .collect(Collectors.joining(",")));
    }
  }

  /** The instructions of the line that a stored reason names as overruled, in its order. */
  List<Instruction> among(Reason told) {
    List<Instruction> all = snapshot.instructions();
    return Stream.of(told.arguments().getOrDefault(Reason.OVERRULED, "").split(",", -1))
        .flatMap(id -> all.stream().filter(each -> each.id().toString().equals(id)))
        .toList();
  }
}
