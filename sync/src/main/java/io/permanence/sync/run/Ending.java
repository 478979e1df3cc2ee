package io.permanence.sync.run;

/** How a run ended. */
sealed interface Ending {
  /** What is kept here is up to date. */
  record Done() implements Ending {}

  /** There is nothing to do: no link, no consent, or another run holds the link. */
  record NotOurs() implements Ending {}

  /** The consent was withdrawn, or the link taken over: nothing was written since. */
  record Stopped() implements Ending {}

  /** Google takes the token no longer. */
  record NeedsConsent() implements Ending {}

  /** Something failed; the next run tries again. */
  record Failed(String why) implements Ending {}

  /** Of two runs of a customer the one to tell: what failed, then what was done. */
  static Ending worse(Ending one, Ending other) {
    boolean nothing =
        one instanceof NotOurs || (one instanceof Done && !(other instanceof NotOurs));
    return nothing ? other : one;
  }

  /** The word kept with the run. */
  default String word() {
    return switch (this) {
      case Done done -> "done";
      case NotOurs notOurs -> "nothing-to-do";
      case Stopped stopped -> "stopped";
      case NeedsConsent needs -> "needs-consent";
      case Failed failed -> failed.why();
    };
  }
}
