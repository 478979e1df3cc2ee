package io.permanence.portal.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.ForwardingNumberId;
import io.permanence.model.id.LineId;
import io.permanence.model.line.LadderStep.After;
import io.permanence.model.line.LadderStep.Then;
import io.permanence.model.line.PutThrough;
import io.permanence.model.line.PutThroughMode;
import io.permanence.model.line.Window.Hours;
import io.permanence.model.line.Window.OtherDay;
import io.permanence.model.line.Window.Times;
import io.permanence.portal.instruction.InstructionDraft.DraftWindow;
import io.permanence.portal.instruction.InstructionDraft.Step;
import io.permanence.portal.instruction.InstructionRules.Known;
import io.permanence.portal.instruction.InstructionRules.Verdict;
import io.permanence.store.instruction.ForwardingNumber;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each rule of an instruction with its border cases, as a table. */
class InstructionRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T11:00:00Z");
  private static final LineId LINE = LineId.random();
  private static final ForwardingNumberId PROVEN = ForwardingNumberId.random();
  private static final ForwardingNumberId UNPROVEN = ForwardingNumberId.random();
  private static final Known KNOWN =
      new Known(
          Set.of(LINE),
          Map.of(
              PROVEN, number(PROVEN, Optional.of(NOW)),
              UNPROVEN, number(UNPROVEN, Optional.empty())));
  private static final DraftWindow TODAY =
      new DraftWindow.OneOff(NOW.minusSeconds(60), NOW.plusSeconds(3600));

  private static ForwardingNumber number(ForwardingNumberId id, Optional<Instant> provenAt) {
    return new ForwardingNumber(id, new PhoneNumber("+33639980001"), "Portable", provenAt);
  }

  private record Row(String name, InstructionDraft draft, List<String> broken) {
    Row(String name, InstructionDraft draft, String... broken) {
      this(name, draft, List.of(broken));
    }
  }

  @TestFactory
  Stream<DynamicTest> everyRule() {
    return rows()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.name(), () -> assertThat(broken(row.draft())).isEqualTo(row.broken())));
  }

  private static Stream<Row> rows() {
    return Stream.of(
        new Row("everyone, with a ladder, needs no message", draft(PutThrough.ALL, "", step(20))),
        new Row("VIP needs a message", draft(PutThrough.VIP, "", step(20)), "message required"),
        new Row("nobody needs a message", draft(PutThrough.NONE, ""), "message required"),
        new Row("nobody needs no ladder", draft(PutThrough.NONE, "Absent.")),
        new Row("VIP needs a ladder", draft(PutThrough.VIP, "Absent."), "ladder required"),
        new Row("everyone needs a ladder", draft(PutThrough.ALL, ""), "ladder required"),
        new Row("5 seconds ring", draft(PutThrough.ALL, "", step(5))),
        new Row("60 seconds ring", draft(PutThrough.ALL, "", step(60))),
        new Row(
            "4 seconds are too short",
            draft(PutThrough.ALL, "", step(4)),
            "ladder[0].ringSeconds range"),
        new Row(
            "61 seconds are too long",
            draft(PutThrough.ALL, "", step(20), step(61)),
            "ladder[1].ringSeconds range"),
        new Row(
            "a number has to be proven",
            draft(PutThrough.ALL, "", step(UNPROVEN, 20)),
            "ladder[0].forwardingNumberId not-proven"),
        new Row(
            "a number has to be the customer's",
            draft(PutThrough.ALL, "", step(ForwardingNumberId.random(), 20)),
            "ladder[0].forwardingNumberId unknown"),
        new Row(
            "eight steps are enough",
            draft(PutThrough.ALL, "", Collections.nCopies(9, step(20)).toArray(Step[]::new)),
            "ladder too-many"),
        new Row("a message of 1000 characters", draft(PutThrough.NONE, "é".repeat(1000))),
        new Row(
            "a message of 1001 characters",
            draft(PutThrough.NONE, "é".repeat(1001)),
            "message too-long"),
        new Row(
            "a one-off that ends as it begins",
            in(new DraftWindow.OneOff(NOW, NOW)),
            "window.to after-from"),
        new Row(
            "a one-off that ends now",
            in(new DraftWindow.OneOff(NOW.minusSeconds(9), NOW)),
            "window.to in-the-future"),
        new Row("from always", in(new DraftWindow.OpenEnded(Optional.empty()))),
        new Row(
            "hours that meet",
            in(
                weekly(
                    hours("08:00", "12:00", DayOfWeek.MONDAY),
                    hours("12:00", "18:00", DayOfWeek.MONDAY)))),
        new Row(
            "hours that overlap",
            in(
                weekly(
                    hours("08:00", "12:01", DayOfWeek.MONDAY),
                    hours("12:00", "18:00", DayOfWeek.MONDAY))),
            "window.hours overlap"),
        new Row(
            "a Sunday night that reaches into Monday",
            in(
                weekly(
                    hours("22:00", "06:00", DayOfWeek.SUNDAY),
                    hours("05:00", "08:00", DayOfWeek.MONDAY))),
            "window.hours overlap"),
        new Row("the whole week", in(weekly(hours("00:00", "00:00", DayOfWeek.values())))),
        new Row(
            "a date that is an exception twice",
            in(
                new DraftWindow.Weekly(
                    List.of(hours("08:00", "18:00", DayOfWeek.MONDAY)),
                    false,
                    List.of(
                        new OtherDay(LocalDate.of(2026, 12, 24), List.of()),
                        new OtherDay(LocalDate.of(2026, 12, 24), List.of())))),
            "window.otherDays[1].date repeated"),
        new Row(
            "hours of a date that meet, until after midnight",
            in(on(times("14:00", "02:00"), times("08:00", "14:00")))),
        new Row(
            "hours of a date that overlap",
            in(on(times("08:00", "12:01"), times("12:00", "18:00"))),
            "window.otherDays[0].hours overlap"),
        new Row(
            "a date that is open all day and once more",
            in(on(times("00:00", "00:00"), times("22:00", "23:00"))),
            "window.otherDays[0].hours overlap"),
        new Row(
            "a number twice at once",
            draft(PutThrough.ALL, "", new Step(List.of(PROVEN, PROVEN), 20, After.all(Then.NEXT))),
            "ladder[0].alsoRings[0] repeated"));
  }

  private static List<String> broken(InstructionDraft draft) {
    return switch (InstructionRules.judge(draft, KNOWN, NOW)) {
      case Verdict.Accepted accepted -> List.of();
      case Verdict.Rejected rejected ->
          rejected.broken().stream().map(field -> field.field() + " " + field.rule()).toList();
    };
  }

  private static InstructionDraft draft(PutThrough putThrough, String message, Step... ladder) {
    return draft(TODAY, putThrough, message, new ArrayList<>(List.of(ladder)));
  }

  private static InstructionDraft in(DraftWindow window) {
    return draft(window, PutThrough.NONE, "Absent.", List.of());
  }

  private static InstructionDraft draft(
      DraftWindow window, PutThrough putThrough, String message, List<Step> ladder) {
    return new InstructionDraft(
        LINE,
        window,
        "Bonjour",
        putThrough,
        PutThroughMode.ANNOUNCED,
        Optional.of(message).filter(text -> !text.isEmpty()),
        ladder,
        Optional.empty(),
        Optional.empty());
  }

  private static Step step(int seconds) {
    return step(PROVEN, seconds);
  }

  private static Step step(ForwardingNumberId number, int seconds) {
    return new Step(List.of(number), seconds, After.all(Then.NEXT));
  }

  private static DraftWindow weekly(Hours... hours) {
    return new DraftWindow.Weekly(List.of(hours), true, List.of());
  }

  private static DraftWindow on(Times... times) {
    return new DraftWindow.Weekly(
        List.of(hours("08:00", "18:00", DayOfWeek.MONDAY)),
        false,
        List.of(new OtherDay(LocalDate.of(2026, 12, 24), List.of(times))));
  }

  private static Times times(String from, String to) {
    return new Times(LocalTime.parse(from), LocalTime.parse(to));
  }

  private static Hours hours(String from, String to, DayOfWeek... days) {
    return new Hours(Set.of(days), LocalTime.parse(from), LocalTime.parse(to));
  }
}
