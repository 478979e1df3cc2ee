package io.permanence.portal.instruction;

import io.permanence.model.id.ForwardingNumberId;
import io.permanence.model.id.LineId;
import io.permanence.model.line.LadderStep.Then;
import io.permanence.model.line.PutThrough;
import io.permanence.model.line.PutThroughMode;
import io.permanence.model.line.Window;
import io.permanence.portal.http.Fields;
import io.permanence.portal.instruction.InstructionDraft.DraftWindow;
import io.permanence.portal.instruction.InstructionDraft.Step;
import java.time.DayOfWeek;
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
        body.optional("secretaryNotes"));
  }

  private static DraftWindow window(Fields window) {
    return switch (window.text("kind")) {
      case "ONE_OFF" -> new DraftWindow.OneOff(window.instant("from"), window.instant("to"));
      case "WEEKLY" -> new DraftWindow.Weekly(window.list("hours", InstructionForm::hours));
      default -> new DraftWindow.OpenEnded(window.optionalInstant("from"));
    };
  }

  private static Window.Hours hours(Fields row) {
    return new Window.Hours(
        row.texts("days").stream().map(DayOfWeek::valueOf).collect(Collectors.toSet()),
        row.time("from"),
        row.time("to"));
  }

  private static Step step(Fields step) {
    return new Step(
        new ForwardingNumberId(step.id("forwardingNumberId")),
        step.number("ringSeconds"),
        step.word("onNoAnswer", Then.class),
        step.word("onBusy", Then.class));
  }
}
