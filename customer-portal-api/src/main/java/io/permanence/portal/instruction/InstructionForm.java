package io.permanence.portal.instruction;

import io.permanence.model.id.ForwardingNumberId;
import io.permanence.model.id.LineId;
import io.permanence.model.line.LadderStep.After;
import io.permanence.model.line.LadderStep.Then;
import io.permanence.model.line.PutThrough;
import io.permanence.model.line.PutThroughMode;
import io.permanence.model.line.Window;
import io.permanence.model.line.Window.OtherDay;
import io.permanence.model.line.Window.Times;
import io.permanence.model.line.WithheldCallers;
import io.permanence.portal.http.Fields;
import io.permanence.portal.instruction.InstructionDraft.DraftWindow;
import io.permanence.portal.instruction.InstructionDraft.Step;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads an instruction from a request. */
final class InstructionForm {
  private InstructionForm() {}

  static InstructionDraft read(Fields body) {
    return new InstructionDraft(
        new LineId(body.id("lineId")),
        window(body.object("window")),
        body.text("greeting"),
        body.word("putThrough", PutThrough.class),
        body.word("mode", PutThroughMode.class),
        body.optional("message"),
        body.list("ladder", InstructionForm::step),
        body.optional("secretaryNotes"),
        body.optionalWord("withheldCallers", WithheldCallers.class));
  }

  private static DraftWindow window(Fields window) {
    return switch (window.text("kind")) {
      case "ONE_OFF" -> new DraftWindow.OneOff(window.instant("from"), window.instant("to"));
      case "WEEKLY" ->
          new DraftWindow.Weekly(
              window.list("hours", InstructionForm::hours),
              window.optionalFlag("closedOnHolidays").orElse(false),
              window.optionalList("otherDays", InstructionForm::otherDay));
      default -> new DraftWindow.OpenEnded(window.optionalInstant("from"));
    };
  }

  private static Window.Hours hours(Fields row) {
    return new Window.Hours(
        row.texts("days").stream().map(DayOfWeek::valueOf).collect(Collectors.toSet()),
        row.time("from"),
        row.time("to"));
  }

  private static OtherDay otherDay(Fields day) {
    return new OtherDay(
        day.date("date"), day.list("hours", row -> new Times(row.time("from"), row.time("to"))));
  }

  /** What is left out goes where it went before there was a choice. */
  private static Step step(Fields step) {
    Then noAnswer = step.word("onNoAnswer", Then.class);
    Then busy = step.word("onBusy", Then.class);
    List<ForwardingNumberId> numbers = new ArrayList<>();
    numbers.add(new ForwardingNumberId(step.id("forwardingNumberId")));
    step.optionalIds("alsoRings").forEach(id -> numbers.add(new ForwardingNumberId(id)));
    return new Step(
        numbers,
        step.number("ringSeconds"),
        new After(
            noAnswer,
            busy,
            step.optionalWord("onRefused", Then.class).orElse(busy),
            step.optionalWord("onUnreachable", Then.class).orElse(noAnswer)));
  }
}
