package io.permanence.routing;

import io.permanence.model.line.Handling;
import io.permanence.model.line.LadderStep;
import io.permanence.model.line.Rule;
import io.permanence.routing.Prompt.Stock;
import java.util.List;

/** What becomes of a call. Every decision says why. */
public sealed interface Decision {
  /** Why, and by which edition of which instruction. */
  Basis basis();

  /**
   * A secretary answers.
   *
   * @param rule with the greeting, message, ladder and notes she works with
   * @param vip comes before others in the queue, and is labelled on the card (A6)
   * @param mayPutThrough whether she may put the caller through after announcing them
   */
  record ToDesk(Basis basis, Rule rule, boolean vip, boolean mayPutThrough) implements Decision {
    /** What she works with. */
    public Handling handling() {
      return rule.handling();
    }
  }

  /**
   * The system dials the ladder at once; the desk comes in only when it is exhausted.
   *
   * @param rule what the secretary works with if it comes to that
   * @param afterwards where a caller goes whom the ladder did not bring to the customer: the desk,
   *     or voicemail while no secretary answers
   */
  record Ladder(Basis basis, Rule rule, boolean vip, Afterwards afterwards) implements Decision {
    public Ladder {
      if (!rule.reachable()) {
        throw new IllegalArgumentException("a ladder has at least one step");
      }
    }

    /** What the secretary works with if it comes to that. */
    public Handling handling() {
      return rule.handling();
    }

    /** The rungs, in order; never empty. */
    public List<LadderStep> steps() {
      return handling().ladder();
    }
  }

  /** The caller hears a message and the call ends. */
  record Announce(Basis basis, Stock message) implements Decision {
    /** What the caller hears. */
    public Prompt prompt() {
      return Prompt.of(message, basis);
    }
  }

  /** The caller hears a message and may leave one. */
  record Voicemail(Basis basis, Stock message) implements Decision {
    /** What the caller hears. */
    public Prompt prompt() {
      return Prompt.of(message, basis);
    }
  }

  /** The call is not answered. */
  record Reject(Basis basis, Cause cause) implements Decision {}

  /** What the network is told when a call is not answered. */
  enum Cause {
    /** One of our own put-throughs came back. */
    LOOP
  }

  /** Where the ladder ends when nobody was reached. */
  enum Afterwards {
    DESK,
    OUT_OF_HOURS_VOICEMAIL,
    OUT_OF_HOURS_MESSAGE
  }

  /** The decision's name in the journal. */
  default String name() {
    return switch (this) {
      case ToDesk toDesk -> "desk";
      case Ladder ladder -> "ladder";
      case Announce announce -> "announce";
      case Voicemail voicemail -> "voicemail";
      case Reject reject -> "reject";
    };
  }
}
