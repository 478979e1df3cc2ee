package io.permanence.bench.setup;

/**
 * One call to place, and what should become of it.
 *
 * @param dialled the line's number, with plus
 * @param caller as it stands in From
 * @param outcome what the decision asks
 * @param target the number that the ladder rings, with plus; empty otherwise
 */
record Wanted(String dialled, String caller, Outcome outcome, String target) {
  static final Wanted NOTHING = new Wanted("", "", Outcome.REFUSAL, "");

  /** What ends the set-up time. */
  enum Outcome {
    /** The INVITE of the ladder leaves. */
    LADDER,
    /** Asterisk answers: 200. */
    ANSWER,
    /** Asterisk refuses. */
    REFUSAL
  }
}
