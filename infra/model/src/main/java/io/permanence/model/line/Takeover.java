package io.permanence.model.line;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Until when the rule that governs at an instant goes on governing (A3, A10): what the reason of a
 * call, the card and the customer's app all tell. Not the close of the hours that are open now:
 * hours that follow at once go on, and a more specific window may open before. Pure.
 */
public final class Takeover {
  private static final int MOST_CHANGES_LOOKED_AT = 100;

  private Takeover() {}

  /**
   * When another rule takes over, as far as it is planned.
   *
   * @param instructions all of the line
   * @return empty when the rule of that instant, an instruction or the standing default, goes on
   *     for ever
   */
  public static Optional<Instant> after(
      List<Instruction> instructions, Calendar calendar, Instant at) {
    Optional<Instruction> governing = Windows.governing(instructions, calendar, at);
    List<Window> mayChangeIt =
        instructions.stream()
            .filter(each -> !yields(each, governing))
            .map(Instruction::window)
            .toList();
    Instant from = at;
    for (int i = 0; i < MOST_CHANGES_LOOKED_AT; i++) {
      Instant looked = from;
      Optional<Instant> next =
          mayChangeIt.stream()
              .flatMap(window -> changes(window, calendar, looked))
              .filter(change -> change.isAfter(looked))
              .min(Instant::compareTo);
      if (next.isEmpty() || !same(governing, instructions, calendar, next.get())) {
        return next;
      }
      from = next.get();
    }
    return Optional.empty();
  }

  /** Whether it is less specific, so that nothing that it does matters while the other governs. */
  private static boolean yields(Instruction each, Optional<Instruction> governing) {
    return governing
        .filter(rule -> Windows.MOST_SPECIFIC_FIRST.compare(each, rule) > 0)
        .isPresent();
  }

  private static boolean same(
      Optional<Instruction> governing,
      List<Instruction> instructions,
      Calendar calendar,
      Instant at) {
    return Objects.equals(
        governing.map(Instruction::id),
        Windows.governing(instructions, calendar, at).map(Instruction::id));
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
