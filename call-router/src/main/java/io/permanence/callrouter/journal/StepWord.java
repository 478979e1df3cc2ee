package io.permanence.callrouter.journal;

import io.permanence.model.call.StepOutcome;
import java.util.Optional;

/** What the dialplan says about the rung that ended. */
public enum StepWord {
  NOANSWER("noanswer", StepOutcome.NO_ANSWER),
  BUSY("busy", StepOutcome.BUSY),
  REFUSED("refused", StepOutcome.REFUSED),
  UNREACHABLE("unreachable", StepOutcome.UNREACHABLE),
  LOOP("loop", StepOutcome.LOOP);

  private final String word;
  private final StepOutcome outcome;

  StepWord(String word, StepOutcome outcome) {
    this.word = word;
    this.outcome = outcome;
  }

  /** What it means. */
  public StepOutcome outcome() {
    return outcome;
  }

  /** The word in the dialplan. */
  public String word() {
    return word;
  }

  /** Reads the dialplan's word. */
  public static Optional<StepWord> of(String word) {
    for (StepWord each : values()) {
      if (each.word.equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
