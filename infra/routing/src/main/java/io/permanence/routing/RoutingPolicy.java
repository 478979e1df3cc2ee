package io.permanence.routing;

import io.permanence.model.call.ReasonCode;
import io.permanence.model.line.CallerMark;
import io.permanence.model.line.LineChoices.BlockedCallers;
import io.permanence.model.line.LineSnapshot;
import io.permanence.model.line.OutOfHours;
import io.permanence.model.line.PutThrough;
import io.permanence.model.line.PutThroughMode;
import io.permanence.model.line.WithheldCallers;
import io.permanence.routing.Decision.Afterwards;
import io.permanence.routing.Decision.Cause;
import io.permanence.routing.Prompt.Stock;

/**
 * What becomes of a call (A2–A8, A10, A12, A15). The first case that fits decides:
 *
 * <ol>
 *   <li><b>Loop</b>: one of our own put-throughs came back: not answered.
 *   <li><b>Blocked</b>: the customer blocked the number: message or voicemail, as the line says.
 *   <li><b>Demo</b>: a prospect's live test: the desk, or out of hours the closed message.
 *   <li><b>Withheld</b>: the caller hides the number, and the instruction, or else the line, has a
 *       rule for that: message, voicemail, or the desk without put-through.
 *   <li><b>Put through, direct</b>: the caller is one of those who are put through, directly, and
 *       there is a number to ring: the ladder, at every hour, because it needs no secretary; one
 *       who is not reached is treated as the hour says.
 *   <li><b>Out of hours</b>: no secretary answers at this hour: voicemail or message, as the line
 *       says.
 *   <li><b>Put through, announced</b>: the desk, with permission to put through.
 *   <li><b>No number to ring</b>: the caller would be put through, but nowhere: the desk, with the
 *       message.
 *   <li><b>Not put through</b>: the desk, with the message.
 * </ol>
 *
 * <table>
 *   <caption>Who is put through</caption>
 *   <tr><th></th><th>VIP</th><th>other number</th><th>withheld</th></tr>
 *   <tr><td>ALL</td><td>yes</td><td>yes</td><td>yes</td></tr>
 *   <tr><td>VIP</td><td>yes</td><td>no</td><td>no</td></tr>
 *   <tr><td>NONE</td><td>no</td><td>no</td><td>no</td></tr>
 *   <tr><td>any, calendar busy, line says VIP only</td><td>as above</td><td>no</td><td>no</td></tr>
 *   <tr><td>any, calendar busy, line says nobody</td><td>no</td><td>no</td><td>no</td></tr>
 * </table>
 *
 * <p>How: as the VIP's own way says, else as the instruction says. A VIP's own <em>announced</em>
 * counts only while secretaries answer: at night it would shut out the VIP and let strangers in.
 *
 * <p>A VIP comes first in the queue under every instruction. A number is never proof of identity;
 * nothing confidential hangs on it (A6).
 */
public final class RoutingPolicy {
  private RoutingPolicy() {}

  /** Decides a call to one of our lines. The same call and snapshot always give the same answer. */
  public static Decision decide(IncomingCall call, LineSnapshot snapshot) {
    if (call.returning()) {
      return new Decision.Reject(Basis.of(ReasonCode.LOOP), Cause.LOOP);
    }
    Case the = Case.of(call, snapshot);
    if (the.marked().mark() == CallerMark.BLOCKED) {
      return blocked(the);
    }
    if (snapshot.demo()) {
      return the.answered() ? the.desk(ReasonCode.DEMO, false) : outOfHours(the);
    }
    if (the.withheld()) {
      return withheld(the);
    }
    return accepted(the);
  }

  /** Decides a call to a number that belongs to no line: a message, and nothing is kept. */
  public static Decision unknownNumber() {
    return new Decision.Announce(Basis.of(ReasonCode.UNKNOWN_NUMBER), Stock.UNKNOWN_NUMBER);
  }

  /** Decides a call above the rate that is taken on: a polite message (R12). */
  public static Decision overload() {
    return new Decision.Announce(Basis.of(ReasonCode.OVERLOAD), Stock.ALL_LINES_BUSY);
  }

  /** What Asterisk's fallback did with a call that nobody decided, told afterwards. */
  public static Decision fallback() {
    return new Decision.Voicemail(Basis.of(ReasonCode.FALLBACK), Stock.VOICEMAIL);
  }

  /** What becomes of a caller whom the ladder did not bring to the customer. */
  public static Decision afterLadder(Decision.Ladder ladder) {
    Basis closed = new Basis(ReasonCode.OUT_OF_HOURS, ladder.basis().grounds());
    return switch (ladder.afterwards()) {
      case DESK -> new Decision.ToDesk(ladder.basis(), ladder.rule(), ladder.vip(), true);
      case OUT_OF_HOURS_VOICEMAIL -> new Decision.Voicemail(closed, Stock.CLOSED_VOICEMAIL);
      case OUT_OF_HOURS_MESSAGE -> new Decision.Announce(closed, Stock.CLOSED);
    };
  }

  private static Decision blocked(Case the) {
    Basis basis = the.basis(ReasonCode.BLOCKED);
    return the.choices().blockedCallers() == BlockedCallers.VOICEMAIL
        ? new Decision.Voicemail(basis, Stock.VOICEMAIL)
        : new Decision.Announce(basis, Stock.BLOCKED);
  }

  private static Decision withheld(Case the) {
    WithheldCallers rule = the.rule().withheld().orElse(the.choices().withheldCallers());
    return switch (rule) {
      case AS_STRANGERS -> accepted(the);
      case DESK_ONLY ->
          the.answered() ? the.desk(ReasonCode.WITHHELD_TO_DESK, false) : outOfHours(the);
      case VOICEMAIL ->
          new Decision.Voicemail(the.basis(ReasonCode.WITHHELD_TO_VOICEMAIL), Stock.VOICEMAIL);
      case MESSAGE -> new Decision.Announce(the.basis(ReasonCode.WITHHELD_REFUSED), Stock.WITHHELD);
    };
  }

  private static Decision accepted(Case the) {
    Admission admission = admission(the);
    boolean reachable = admission.putThrough() && the.rule().reachable();
    if (reachable && the.mode() == PutThroughMode.DIRECT) {
      return new Decision.Ladder(
          the.basis(admission.why()), the.rule(), the.vip(), afterwards(the));
    }
    if (!the.answered()) {
      return outOfHours(the);
    }
    if (admission.putThrough() && !reachable) {
      return the.desk(ReasonCode.NO_NUMBER_TO_RING, false);
    }
    return the.desk(admission.why(), admission.putThrough());
  }

  private record Admission(boolean putThrough, ReasonCode why) {}

  /** The table above. */
  private static Admission admission(Case the) {
    Admission instructed = instructed(the.rule().putThrough(), the);
    if (!instructed.putThrough() || !the.busy()) {
      return instructed;
    }
    return switch (the.choices().whenBusy()) {
      case AS_INSTRUCTED -> instructed;
      case VIP_ONLY -> the.vip() ? instructed : new Admission(false, ReasonCode.BUSY_VIP_ONLY);
      case NOBODY -> new Admission(false, ReasonCode.BUSY);
    };
  }

  private static Admission instructed(PutThrough who, Case the) {
    return switch (who) {
      case ALL -> new Admission(true, the.vip() ? ReasonCode.VIP_UNDER_ALL : ReasonCode.ALL);
      case VIP ->
          the.vip()
              ? new Admission(true, ReasonCode.VIP_UNDER_VIP)
              : new Admission(false, the.withheld() ? ReasonCode.WITHHELD : ReasonCode.NOT_VIP);
      case NONE ->
          new Admission(false, the.vip() ? ReasonCode.VIP_UNDER_NOBODY : ReasonCode.NOBODY);
    };
  }

  static Afterwards afterwards(Case the) {
    if (the.answered()) {
      return Afterwards.DESK;
    }
    return the.choices().outOfHours() == OutOfHours.VOICEMAIL
        ? Afterwards.OUT_OF_HOURS_VOICEMAIL
        : Afterwards.OUT_OF_HOURS_MESSAGE;
  }

  private static Decision outOfHours(Case the) {
    Basis basis = the.basis(ReasonCode.OUT_OF_HOURS);
    return the.choices().outOfHours() == OutOfHours.VOICEMAIL
        ? new Decision.Voicemail(basis, Stock.CLOSED_VOICEMAIL)
        : new Decision.Announce(basis, Stock.CLOSED);
  }
}
