package io.permanence.portal.instruction;

import io.permanence.model.id.ForwardingNumberId;
import io.permanence.model.id.LineId;
import io.permanence.model.line.LadderStep.After;
import io.permanence.model.line.PutThrough;
import io.permanence.model.line.PutThroughMode;
import io.permanence.model.line.Window;
import io.permanence.model.line.Window.OtherDay;
import io.permanence.model.line.WithheldCallers;
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
    Optional<String> notes,
    Optional<WithheldCallers> withheld) {
  InstructionDraft {
    ladder = List.copyOf(ladder);
  }

  /**
   * A step of the ladder as written.
   *
   * @param numberIds the number that rings and those that ring with it, perhaps one twice
   */
  record Step(List<ForwardingNumberId> numberIds, int ringSeconds, After after) {
    Step {
      numberIds = List.copyOf(numberIds);
    }
  }

  /** A window as written: a one-off may end before it begins. */
  sealed interface DraftWindow {
    /** Once. */
    record OneOff(Instant from, Instant to) implements DraftWindow {}

    /** Every week. */
    record Weekly(List<Window.Hours> hours, boolean closedOnHolidays, List<OtherDay> otherDays)
        implements DraftWindow {
      public Weekly {
        hours = List.copyOf(hours);
        otherDays = List.copyOf(otherDays);
      }
    }

    /** From an instant on, or always. */
    record OpenEnded(Optional<Instant> from) implements DraftWindow {}
  }
}
