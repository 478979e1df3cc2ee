package io.permanence.portal.line;

import io.permanence.model.id.InstructionId;
import io.permanence.model.line.Calendar;
import io.permanence.model.line.Handling;
import io.permanence.model.line.Instruction;
import io.permanence.model.line.Window;
import io.permanence.model.line.Windows;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happens to a line's calls at an instant, and until when nothing is planned to change it.
 *
 * @param instruction absent when the line's standing default governs
 * @param until when another rule takes over
 */
record RuleInForce(Handling handling, Optional<Instruction> instruction, Optional<Instant> until) {
  private static final int MOST_CHANGES_LOOKED_AT = 100;

  static RuleInForce at(
      Handling standing, List<Instruction> instructions, Calendar calendar, Instant now) {
    Optional<Instruction> governing = Windows.governing(instructions, calendar, now);
    return new RuleInForce(
        governing.map(Instruction::handling).orElse(standing),
        governing,
        until(instructions, calendar, now, governing.map(Instruction::id)));
  }

  /** The next instant at which a window opens or closes and something else governs from then on. */
  private static Optional<Instant> until(
      List<Instruction> instructions,
      Calendar calendar,
      Instant now,
      Optional<InstructionId> governing) {
    Instant at = now;
    for (int i = 0; i < MOST_CHANGES_LOOKED_AT; i++) {
      Instant from = at;
      Optional<Instant> next =
          instructions.stream()
              .flatMap(each -> changes(each.window(), calendar, from))
              .filter(change -> change.isAfter(from))
              .min(Instant::compareTo);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      at = next.get();
      if (!Objects.equals(
          Windows.governing(instructions, calendar, at).map(Instruction::id), governing)) {
        return next;
      }
    }
    return Optional.empty();
  }

  private static Stream<Instant> changes(Window window, Calendar calendar, Instant after) {
    return switch (window) {
      case Window.OneOff(Instant from, Instant to) -> Stream.of(from, to);
      case Window.Weekly weekly ->
          Stream.concat(
              Windows.closes(weekly, calendar, after).stream(),
              Windows.opensAfter(weekly, calendar, after).stream());
      case Window.OpenEnded(Optional<Instant> from) -> from.stream();
    };
  }
}
