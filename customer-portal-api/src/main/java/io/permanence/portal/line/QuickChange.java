package io.permanence.portal.line;

import io.permanence.model.id.InstructionId;
import io.permanence.model.line.Calendar;
import io.permanence.model.line.Handling;
import io.permanence.model.line.Instruction;
import io.permanence.model.line.PutThrough;
import io.permanence.model.line.Window;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The one-tap change of a line (D5): who is put through from now on.
 *
 * <ol>
 *   <li>It lasts until the wish says, else to the end of the customer's day, and no longer than a
 *       one-off in force, so that it is the most specific window.
 *   <li>Greeting, mode, ladder and rule for withheld callers are those of the rule it takes over
 *       from; so is the message unless the wish has one; without either, the company's standard
 *       message is given.
 *   <li>Somebody can be put through only where there is a number to ring.
 * </ol>
 */
final class QuickChange {
  private QuickChange() {}

  /** What the customer tapped. */
  record Wish(PutThrough putThrough, Optional<Instant> until, Optional<String> message) {}

  /** What comes of it. */
  sealed interface Outcome {
    /** This instruction is made. */
    record Made(Instruction instruction) implements Outcome {}

    /** The wish ends before it begins. */
    record EndsInThePast() implements Outcome {}

    /** There is no number to put anybody through to. */
    record NoNumber() implements Outcome {}
  }

  /**
   * Decides.
   *
   * @param planned the line's instructions without an earlier one-tap change
   */
  static Outcome decide(
      Wish wish,
      Handling standing,
      List<Instruction> planned,
      Calendar calendar,
      String language,
      InstructionId id,
      Instant now) {
    Handling base = RuleInForce.at(standing, planned, calendar, now).handling();
    Instant until =
        shortened(wish.until().orElseGet(() -> endOfDay(calendar.zone(), now)), planned, now);
    if (!until.isAfter(now)) {
      return new Outcome.EndsInThePast();
    }
    if (wish.putThrough() != PutThrough.NONE && base.ladder().isEmpty()) {
      return new Outcome.NoNumber();
    }
    Optional<String> message =
        wish.message()
            .or(base::message)
            .or(
                () ->
                    wish.putThrough() == PutThrough.ALL
                        ? Optional.empty()
                        : Optional.of(standardMessage(language)));
    Handling handling =
        new Handling(
            wish.putThrough(),
            base.mode(),
            base.greeting(),
            message,
            base.ladder(),
            base.notes(),
            base.withheld());
    return new Outcome.Made(new Instruction(id, 1, new Window.OneOff(now, until), handling, now));
  }

  private static Instant endOfDay(ZoneId zone, Instant now) {
    return now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
  }

  private static Instant shortened(Instant wished, List<Instruction> planned, Instant now) {
    Instant until = wished;
    for (Instruction each : planned) {
      if (each.window() instanceof Window.OneOff(Instant from, Instant to)
          && !now.isBefore(from)
          && now.isBefore(to)
          && to.isBefore(until)) {
        until = to;
      }
    }
    return until;
  }

  private static String standardMessage(String language) {
    return language.equals("fr")
        ? "Je ne peux pas vous mettre en relation pour l'instant. Je prends votre message et le"
            + " transmets tout de suite."
        : "I cannot put you through at the moment. I will take your message and pass it on at"
            + " once.";
  }
}
