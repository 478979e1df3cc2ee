package io.permanence.callrouter.floor;

import io.permanence.callrouter.desk.Attempt;

/** What the network's causes (Q.850) and Asterisk's reasons mean to a secretary. */
final class Causes {
  private static final int UNALLOCATED = 1;
  private static final int NORMAL = 16;
  private static final int BUSY = 17;
  private static final int NO_USER_RESPONDING = 18;
  private static final int NO_ANSWER = 19;
  private static final int ABSENT = 20;
  private static final int REJECTED = 21;
  private static final int WRONG_NUMBER = 28;
  private static final int REASON_NO_ANSWER = 3;
  private static final int REASON_BUSY = 5;

  private Causes() {}

  static Attempt.Outcome outcome(int cause) {
    return switch (cause) {
      case BUSY -> Attempt.Outcome.BUSY;
      case NORMAL, NO_USER_RESPONDING, NO_ANSWER, ABSENT -> Attempt.Outcome.NO_ANSWER;
      case REJECTED, UNALLOCATED, WRONG_NUMBER -> Attempt.Outcome.REFUSED;
      default -> Attempt.Outcome.FAILED;
    };
  }

  static Attempt.Outcome ofReason(int reason) {
    return switch (reason) {
      case REASON_NO_ANSWER -> Attempt.Outcome.NO_ANSWER;
      case REASON_BUSY -> Attempt.Outcome.BUSY;
      default -> Attempt.Outcome.FAILED;
    };
  }
}
