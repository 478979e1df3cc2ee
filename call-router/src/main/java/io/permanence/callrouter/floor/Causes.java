package io.permanence.callrouter.floor;

import io.permanence.callrouter.desk.Attempt;

/**
 * What the network's causes (Q.850) and Asterisk's reasons mean to a secretary's own transfer. The
 * same as the dialplan makes of them on a direct put-through ({@code put-through} in {@code
 * extensions.conf}): one rung must not lead elsewhere because of who rang it (A4).
 *
 * <table>
 *   <caption>Causes</caption>
 *   <tr><td>17</td><td>busy</td></tr>
 *   <tr><td>18, 19; 29, our own line refusing what came back (A15)</td><td>no answer</td></tr>
 *   <tr><td>16: we stopped ringing</td><td>no answer</td></tr>
 *   <tr><td>21</td><td>refused</td></tr>
 *   <tr><td>anything else</td><td>unreachable</td></tr>
 * </table>
 */
final class Causes {
  private static final int NORMAL = 16;
  private static final int BUSY = 17;
  private static final int NO_USER_RESPONDING = 18;
  private static final int NO_ANSWER = 19;
  private static final int REJECTED = 21;
  private static final int FACILITY_REJECTED = 29;
  private static final int REASON_NO_ANSWER = 3;
  private static final int REASON_BUSY = 5;

  private Causes() {}

  static Attempt.Outcome outcome(int cause) {
    return switch (cause) {
      case BUSY -> Attempt.Outcome.BUSY;
      case NORMAL, NO_USER_RESPONDING, NO_ANSWER, FACILITY_REJECTED -> Attempt.Outcome.NO_ANSWER;
      case REJECTED -> Attempt.Outcome.REFUSED;
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
