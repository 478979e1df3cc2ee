package io.permanence.routing;

import io.permanence.model.line.Instruction;
import io.permanence.model.line.LineSnapshot;
import io.permanence.model.line.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An instruction that was valid, too, and had to yield to the one that governed (A3). */
public record Overruled(Instruction instruction, Why why) {
  /** What made the other one more specific. */
  public enum Why {
    /** A one-off comes before weekly hours, and these before what is open-ended. */
    KIND,
    /** Of two one-offs the shorter. */
    SHORTER,
    /** Of equals the newest. */
    NEWER
  }

  /** The overruled instructions at an instant, the nearest first. */
  public static List<Overruled> at(LineSnapshot snapshot, Instant at) {
    return snapshot
        .governing(at)
        .instruction()
        .map(
            winner ->
                snapshot.overruled(at).stream()
                    .map(each -> new Overruled(each, why(winner.window(), each.window())))
                    .toList())
        .orElse(List.of());
  }

  private static Why why(Window winner, Window other) {
    if (winner instanceof Window.OneOff one && other instanceof Window.OneOff two) {
      return length(one).equals(length(two)) ? Why.NEWER : Why.SHORTER;
    }
    return winner.getClass() == other.getClass() ? Why.NEWER : Why.KIND;
  }

  private static Duration length(Window.OneOff window) {
    return Duration.between(window.from(), window.to());
  }
}
