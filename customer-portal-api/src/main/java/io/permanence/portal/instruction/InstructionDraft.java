package io.permanence.portal.instruction;

import io.permanence.model.id.ForwardingNumberId;
import io.permanence.model.id.LineId;
import io.permanence.model.line.LadderStep.Then;
import io.permanence.model.line.PutThrough;
import io.permanence.model.line.PutThroughMode;
import io.permanence.model.line.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An instruction as a customer wrote it, not yet judged.
 *
 * @param message absent when nothing but blanks was written
 */
record InstructionDraft(
    LineId line,
    DraftWindow window,
    String greeting,
    PutThrough putThrough,
    PutThroughMode mode,
    Optional<String> message,
    List<Step> ladder,
    Optional<String> notes) {
  InstructionDraft {
    ladder = List.copyOf(ladder);
  }

  /** A step of the ladder as written. */
  record Step(ForwardingNumberId numberId, int ringSeconds, Then onNoAnswer, Then onBusy) {}

  /** A window as written: a one-off may end before it begins. */
  sealed interface DraftWindow {
    /** Once. */
    record OneOff(Instant from, Instant to) implements DraftWindow {}

    /** Every week. */
    record Weekly(List<Window.Hours> hours) implements DraftWindow {
      public Weekly {
        hours = List.copyOf(hours);
      }
    }

    /** From an instant on, or always. */
    record OpenEnded(Optional<Instant> from) implements DraftWindow {}
  }
}
