package io.permanence.model.line;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.ForwardingNumberId;
import java.util.List;

/**
 * One rung of the forwarding ladder (A4): the number that rings, or several that ring at once, for
 * how long, and what comes next when it did not bring the customer. With several the first to
 * answer is connected and the others stop.
 *
 * @param targets one to {@value #MOST_AT_ONCE}, no number twice
 * @param ringSeconds 5 to 60
 */
public record LadderStep(List<Target> targets, int ringSeconds, After after) {
  /** The shortest time a number rings, in seconds. */
  public static final int SHORTEST_RING = 5;

  /** The longest time a number rings, in seconds. */
  public static final int LONGEST_RING = 60;

  /** How many numbers may ring at once: they must fit into one answer to Asterisk. */
  public static final int MOST_AT_ONCE = 4;

  /** A number of the customer's list. */
  public record Target(ForwardingNumberId id, PhoneNumber number) {}

  /**
   * What follows a step that did not reach the customer. Never a step before: no ladder circles.
   */
  public enum Then {
    /** The next rung; after the last one, the desk. */
    NEXT,
    /** Back to the secretary at once. */
    DESK,
    /** The customer's voicemail. */
    VOICEMAIL
  }

  /**
   * What follows each way a step may end.
   *
   * @param refused somebody pressed the call away
   * @param unreachable the network could not reach the number, or it may not be dialled
   */
  public record After(Then noAnswer, Then busy, Then refused, Then unreachable) {
    /** The next rung, whatever happened. */
    public static final After NEXT = all(Then.NEXT);

    /** The same whatever happened. */
    public static After all(Then then) {
      return new After(then, then, then, then);
    }

    /** What is busy may be pressed away, what does not answer may be unreachable. */
    public static After of(Then noAnswer, Then busy) {
      return new After(noAnswer, busy, busy, noAnswer);
    }
  }

  public LadderStep {
    targets = List.copyOf(targets);
    if (targets.isEmpty() || targets.size() > MOST_AT_ONCE) {
      throw new IllegalArgumentException("a step rings one number to four");
    }
    if (targets.stream().map(Target::number).distinct().count() < targets.size()) {
      throw new IllegalArgumentException("a step rings a number once");
    }
    if (ringSeconds < SHORTEST_RING || ringSeconds > LONGEST_RING) {
      throw new IllegalArgumentException("a step rings 5 to 60 seconds");
    }
  }

  /** A step of one number. */
  public static LadderStep of(
      ForwardingNumberId id, PhoneNumber number, int ringSeconds, After after) {
    return new LadderStep(List.of(new Target(id, number)), ringSeconds, after);
  }
}
