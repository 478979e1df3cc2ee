package io.permanence.portal.instruction;

import io.permanence.model.Texts;
import io.permanence.model.id.ForwardingNumberId;
import io.permanence.model.id.LineId;
import io.permanence.model.line.Handling;
import io.permanence.model.line.LadderStep;
import io.permanence.model.line.LadderStep.Target;
import io.permanence.model.line.PutThrough;
import io.permanence.model.line.Window;
import io.permanence.portal.instruction.InstructionDraft.DraftWindow;
import io.permanence.portal.instruction.InstructionDraft.Step;
import io.permanence.runtime.http.Problem;
import io.permanence.store.instruction.ForwardingNumber;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an instruction has to be (A2, A4). Every broken rule is told, each with its field:
 *
 * <ol>
 *   <li>the line is the customer's;
 *   <li>a one-off ends after it begins, and in the future; weekly hours do not overlap; a date is
 *       an exception once, and its hours do not overlap either;
 *   <li>the greeting says something, 500 characters at most;
 *   <li>there is a message for callers who are not put through, unless everyone is; at most 1000
 *       characters;
 *   <li>a ladder unless nobody is put through: the customer's own proven numbers, each ringing 5 to
 *       60 seconds, at most eight steps of at most four numbers at once, each number once in a
 *       step;
 *   <li>notes for the secretary have at most 2000 characters.
 * </ol>
 */
final class InstructionRules {
  private static final int LONGEST_GREETING = 500;
  private static final int LONGEST_MESSAGE = 1000;
  private static final int LONGEST_NOTES = 2000;
  private static final int LONGEST_LADDER = 8;
  private static final int MINUTES_A_DAY = 24 * 60;
  private static final int MINUTES_A_WEEK = 7 * MINUTES_A_DAY;

  private InstructionRules() {}

  /** What the customer has, which an instruction may refer to. */
  record Known(Set<LineId> lines, Map<ForwardingNumberId, ForwardingNumber> numbers) {
    Known {
      lines = Set.copyOf(lines);
      numbers = Map.copyOf(numbers);
    }
  }

  /** What was found. */
  sealed interface Verdict {
    /** It may be kept. */
    record Accepted(LineId line, Window window, Handling handling) implements Verdict {}

    /** It may not; at least one rule is broken. */
    record Rejected(List<Problem.Field> broken) implements Verdict {}
  }

  static Verdict judge(InstructionDraft draft, Known known, Instant now) {
    List<Problem.Field> broken = new ArrayList<>();
    if (!known.lines().contains(draft.line())) {
      broken.add(new Problem.Field("lineId", "unknown"));
    }
    judgeTexts(draft, broken);
    Optional<Window> window = window(draft.window(), now, broken);
    List<LadderStep> ladder = ladder(draft, known, broken);
    if (!broken.isEmpty() || window.isEmpty()) {
      return new Verdict.Rejected(List.copyOf(broken));
    }
    return new Verdict.Accepted(
        draft.line(),
        window.get(),
        new Handling(
            draft.putThrough(),
            draft.mode(),
            draft.greeting().strip(),
            draft.message(),
            ladder,
            draft.notes(),
            draft.withheld()));
  }

  private static void judgeTexts(InstructionDraft draft, List<Problem.Field> broken) {
    if (Texts.isBlank(draft.greeting())) {
      broken.add(new Problem.Field("greeting", "required"));
    }
    tooLong("greeting", draft.greeting(), LONGEST_GREETING, broken);
    if (draft.message().isEmpty() && draft.putThrough() != PutThrough.ALL) {
      broken.add(new Problem.Field("message", "required"));
    }
    tooLong("message", draft.message().orElse(""), LONGEST_MESSAGE, broken);
    tooLong("secretaryNotes", draft.notes().orElse(""), LONGEST_NOTES, broken);
  }

  private static void tooLong(String field, String text, int most, List<Problem.Field> broken) {
    if (text.codePointCount(0, text.length()) > most) {
      broken.add(new Problem.Field(field, "too-long", Optional.of(most)));
    }
  }

  private static Optional<Window> window(
      DraftWindow draft, Instant now, List<Problem.Field> broken) {
    return switch (draft) {
      case DraftWindow.OneOff(Instant from, Instant to) when !to.isAfter(from) -> {
        broken.add(new Problem.Field("window.to", "after-from"));
        yield Optional.empty();
      }
      case DraftWindow.OneOff(Instant from, Instant to) when !to.isAfter(now) -> {
        broken.add(new Problem.Field("window.to", "in-the-future"));
        yield Optional.empty();
      }
      case DraftWindow.OneOff(Instant from, Instant to) -> Optional.of(new Window.OneOff(from, to));
      case DraftWindow.Weekly weekly when overlap(weekly.hours()) -> {
        broken.add(new Problem.Field("window.hours", "overlap"));
        yield Optional.empty();
      }
      case DraftWindow.Weekly weekly when brokenDays(weekly, broken) -> Optional.empty();
      case DraftWindow.Weekly(var hours, boolean closed, var otherDays) ->
          Optional.of(new Window.Weekly(hours, closed, otherDays));
      case DraftWindow.OpenEnded(Optional<Instant> from) -> Optional.of(new Window.OpenEnded(from));
    };
  }

  /** Whether a date is an exception twice, or has hours that overlap. */
  private static boolean brokenDays(DraftWindow.Weekly weekly, List<Problem.Field> broken) {
    int before = broken.size();
    Set<LocalDate> seen = new HashSet<>();
    for (int i = 0; i < weekly.otherDays().size(); i++) {
      Window.OtherDay day = weekly.otherDays().get(i);
      if (!seen.add(day.date())) {
        broken.add(new Problem.Field("window.otherDays[" + i + "].date", "repeated"));
      }
      if (overlapOnADate(day.times())) {
        broken.add(new Problem.Field("window.otherDays[" + i + "].hours", "overlap"));
      }
    }
    return broken.size() > before;
  }

  /** Whether a minute lies in two of the hours that begin on one date. */
  private static boolean overlapOnADate(List<Window.Times> times) {
    int open = 0;
    for (Window.Times each :
        times.stream().sorted(Comparator.comparing(Window.Times::from)).toList()) {
      int from = each.from().toSecondOfDay() / 60;
      if (from < open) {
        return true;
      }
      open = from + minutes(each.from(), each.to());
    }
    return false;
  }

  /** How long hours are, over midnight when they do not end after they begin. */
  private static int minutes(LocalTime from, LocalTime to) {
    int length = (to.toSecondOfDay() - from.toSecondOfDay()) / 60;
    return length > 0 ? length : length + MINUTES_A_DAY;
  }

  /** Whether a minute of the week lies in two rows, or in one row on two of its days. */
  private static boolean overlap(List<Window.Hours> rows) {
    BitSet taken = new BitSet(MINUTES_A_WEEK);
    for (Window.Hours hours : rows) {
      int from = hours.from().toSecondOfDay() / 60;
      int length = minutes(hours.from(), hours.to());
      for (DayOfWeek day : hours.days()) {
        int start = (day.getValue() - 1) * MINUTES_A_DAY + from;
        for (int minute = start; minute < start + length; minute++) {
          if (taken.get(minute % MINUTES_A_WEEK)) {
            return true;
          }
          taken.set(minute % MINUTES_A_WEEK);
        }
      }
    }
    return false;
  }

  private static List<LadderStep> ladder(
      InstructionDraft draft, Known known, List<Problem.Field> broken) {
    if (draft.ladder().isEmpty() && draft.putThrough() != PutThrough.NONE) {
      broken.add(new Problem.Field("ladder", "required"));
    }
    if (draft.ladder().size() > LONGEST_LADDER) {
      broken.add(new Problem.Field("ladder", "too-many", Optional.of(LONGEST_LADDER)));
    }
    List<LadderStep> ladder = new ArrayList<>();
    for (int i = 0; i < draft.ladder().size(); i++) {
      step(draft.ladder().get(i), "ladder[" + i + "].", known, broken).ifPresent(ladder::add);
    }
    return List.copyOf(ladder);
  }

  private static Optional<LadderStep> step(
      Step step, String path, Known known, List<Problem.Field> broken) {
    int before = broken.size();
    if (step.ringSeconds() < LadderStep.SHORTEST_RING
        || step.ringSeconds() > LadderStep.LONGEST_RING) {
      broken.add(new Problem.Field(path + "ringSeconds", "range"));
    }
    if (step.numberIds().size() > LadderStep.MOST_AT_ONCE) {
      broken.add(new Problem.Field(path + "alsoRings", "too-many"));
    }
    List<Target> targets = new ArrayList<>();
    for (int i = 0; i < step.numberIds().size(); i++) {
      String field = path + (i == 0 ? "forwardingNumberId" : "alsoRings[" + (i - 1) + "]");
      target(step.numberIds().get(i), field, known, broken)
          .filter(target -> once(target, targets, field, broken))
          .ifPresent(targets::add);
    }
    return broken.size() == before
        ? Optional.of(new LadderStep(targets, step.ringSeconds(), step.after()))
        : Optional.empty();
  }

  private static boolean once(
      Target target, List<Target> others, String field, List<Problem.Field> broken) {
    boolean repeated = others.stream().anyMatch(each -> each.number().equals(target.number()));
    if (repeated) {
      broken.add(new Problem.Field(field, "repeated"));
    }
    return !repeated;
  }

  private static Optional<Target> target(
      ForwardingNumberId id, String field, Known known, List<Problem.Field> broken) {
    Optional<ForwardingNumber> number = Optional.ofNullable(known.numbers().get(id));
    if (number.isEmpty()) {
      broken.add(new Problem.Field(field, "unknown"));
      return Optional.empty();
    }
    if (number.get().provenAt().isEmpty()) {
      broken.add(new Problem.Field(field, "not-proven"));
      return Optional.empty();
    }
    return Optional.of(new Target(id, number.get().number()));
  }
}
