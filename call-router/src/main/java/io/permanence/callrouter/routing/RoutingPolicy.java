package io.permanence.callrouter.routing;

import io.permanence.callrouter.routing.Basis.Governing;
import io.permanence.callrouter.routing.Decision.Afterwards;
import io.permanence.callrouter.routing.Decision.Cause;
import io.permanence.callrouter.routing.Prompt.Stock;
import io.permanence.model.Caller;
import io.permanence.model.call.Reason;
import io.permanence.model.call.ReasonCode;
import io.permanence.model.line.CallerMark;
import io.permanence.model.line.Handling;
import io.permanence.model.line.Instruction;
import io.permanence.model.line.Line;
import io.permanence.model.line.Line.BlockedCallers;
import io.permanence.model.line.LineSnapshot;
import io.permanence.model.line.OutOfHours;
import io.permanence.model.line.PutThroughMode;
import io.permanence.model.line.Windows;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What becomes of a call (A2–A7, A10, A12, A15). The first case that fits decides:
 *
 * <ol>
 *   <li><b>Loop</b>: one of our own put-throughs came back: not answered.
 *   <li><b>Blocked</b>: the customer blocked the number: message or voicemail, as the line says.
 *   <li><b>Demo</b>: a prospect's live test: the desk, or out of hours the closed message.
 *   <li><b>Put through, direct</b>: the caller is one of those who are put through, the instruction
 *       says direct, and there is a number to ring: the ladder, at every hour, because it needs no
 *       secretary; one who is not reached is treated as the hour says.
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
 * </table>
 *
 * <p>A VIP comes first in the queue under every instruction. A number is never proof of identity;
 * nothing confidential hangs on it (A6).
 */
public final class RoutingPolicy {
  private RoutingPolicy() {}

  /** Decides a call to one of our lines. The same call and snapshot always give the same answer. */
  public static Decision decide(IncomingCall call, LineSnapshot snapshot) {
    Line line = snapshot.line();
    if (call.returning()) {
      return new Decision.Reject(Basis.of(ReasonCode.LOOP), Cause.LOOP);
    }
    CallerMark mark = mark(call.caller(), snapshot);
    Optional<Instruction> instruction =
        Windows.governing(snapshot.instructions(), line.zone(), call.at());
    Case the = new Case(call, line, instruction, mark);
    if (mark == CallerMark.BLOCKED) {
      return blocked(the);
    }
    if (line.demo()) {
      return the.open() ? the.desk(ReasonCode.DEMO, false) : outOfHours(the);
    }
    return accepted(the);
  }

  /** Decides a call to a number that belongs to no line: a message, and nothing is kept. */
  public static Decision unknownNumber() {
    return new Decision.Announce(
        Basis.of(ReasonCode.UNKNOWN_NUMBER), Prompt.of(Stock.UNKNOWN_NUMBER));
  }

  /** Decides a call above the rate that is taken on: a polite message (R12). */
  public static Decision overload() {
    return new Decision.Announce(Basis.of(ReasonCode.OVERLOAD), Prompt.of(Stock.ALL_LINES_BUSY));
  }

  /** What Asterisk's fallback did with a call that nobody decided, told afterwards. */
  public static Decision fallback() {
    return new Decision.Voicemail(Basis.of(ReasonCode.FALLBACK), Prompt.of(Stock.VOICEMAIL));
  }

  /** What becomes of a caller whom the ladder did not bring to the customer. */
  public static Decision afterLadder(Decision.Ladder ladder) {
    Basis closed = new Basis(Reason.of(ReasonCode.OUT_OF_HOURS), ladder.basis().instruction());
    return switch (ladder.afterwards()) {
      case DESK -> new Decision.ToDesk(ladder.basis(), ladder.handling(), ladder.vip(), true);
      case OUT_OF_HOURS_VOICEMAIL ->
          new Decision.Voicemail(closed, spoken(ladder.handling(), Stock.CLOSED_VOICEMAIL));
      case OUT_OF_HOURS_MESSAGE ->
          new Decision.Announce(closed, spoken(ladder.handling(), Stock.CLOSED));
    };
  }

  private static CallerMark mark(Caller caller, LineSnapshot snapshot) {
    return switch (caller) {
      case Caller.Known known -> snapshot.marks().of(known.number());
      case Caller.Withheld withheld -> CallerMark.NONE;
    };
  }

  private static Decision blocked(Case the) {
    Basis basis = the.basis(ReasonCode.BLOCKED);
    return the.line().blockedCallers() == BlockedCallers.VOICEMAIL
        ? new Decision.Voicemail(basis, Prompt.of(Stock.VOICEMAIL))
        : new Decision.Announce(basis, Prompt.of(Stock.BLOCKED));
  }

  private static Decision accepted(Case the) {
    Handling handling = the.handling();
    boolean putThrough = putThrough(the);
    boolean reachable = putThrough && !handling.ladder().isEmpty();
    if (reachable && handling.mode() == PutThroughMode.DIRECT) {
      return new Decision.Ladder(the.basis(admission(the)), handling, the.vip(), afterwards(the));
    }
    if (!the.open()) {
      return outOfHours(the);
    }
    if (putThrough && !reachable) {
      return the.desk(ReasonCode.NO_NUMBER_TO_RING, false);
    }
    return the.desk(admission(the), putThrough);
  }

  private static boolean putThrough(Case the) {
    return switch (the.handling().putThrough()) {
      case ALL -> true;
      case VIP -> the.vip();
      case NONE -> false;
    };
  }

  private static ReasonCode admission(Case the) {
    return switch (the.handling().putThrough()) {
      case ALL -> the.vip() ? ReasonCode.VIP_UNDER_ALL : ReasonCode.ALL;
      case VIP ->
          the.vip()
              ? ReasonCode.VIP_UNDER_VIP
              : the.withheld() ? ReasonCode.WITHHELD : ReasonCode.NOT_VIP;
      case NONE -> the.vip() ? ReasonCode.VIP_UNDER_NOBODY : ReasonCode.NOBODY;
    };
  }

  private static Afterwards afterwards(Case the) {
    if (the.open()) {
      return Afterwards.DESK;
    }
    return the.line().outOfHours() == OutOfHours.VOICEMAIL
        ? Afterwards.OUT_OF_HOURS_VOICEMAIL
        : Afterwards.OUT_OF_HOURS_MESSAGE;
  }

  private static Decision outOfHours(Case the) {
    Basis basis = the.basis(ReasonCode.OUT_OF_HOURS);
    return the.line().outOfHours() == OutOfHours.VOICEMAIL
        ? new Decision.Voicemail(basis, spoken(the.handling(), Stock.CLOSED_VOICEMAIL))
        : new Decision.Announce(basis, spoken(the.handling(), Stock.CLOSED));
  }

  private static Prompt spoken(Handling handling, Stock otherwise) {
    return new Prompt(handling.message(), otherwise);
  }

  /** A call with everything that is known about it before it is decided. */
  private record Case(
      IncomingCall call,
      Line line,
      Optional<Instruction> instruction,
      CallerMark mark,
      Availability availability) {
    Case(IncomingCall call, Line line, Optional<Instruction> instruction, CallerMark mark) {
      this(call, line, instruction, mark, Availability.of(line, call.at()));
    }

    Handling handling() {
      return instruction.map(Instruction::handling).orElse(line.standing());
    }

    boolean vip() {
      return mark == CallerMark.VIP;
    }

    boolean withheld() {
      return call.caller() instanceof Caller.Withheld;
    }

    boolean open() {
      return availability instanceof Availability.Open;
    }

    Decision desk(ReasonCode code, boolean mayPutThrough) {
      return new Decision.ToDesk(basis(code), handling(), vip(), mayPutThrough);
    }

    Basis basis(ReasonCode code) {
      return new Basis(
          Reason.of(code, arguments(code)),
          instruction.map(each -> new Governing(each.id(), each.version())));
    }

    private Map<String, String> arguments(ReasonCode code) {
      Map<String, String> arguments = new TreeMap<>();
      if (code == ReasonCode.OUT_OF_HOURS) {
        if (availability instanceof Availability.Closed closed) {
          closed.opens().ifPresent(at -> arguments.put(Reason.OPENS, at.toString()));
        }
        return arguments;
      }
      if (code != ReasonCode.BLOCKED && code != ReasonCode.DEMO) {
        arguments.put(Reason.MODE, handling().mode().name().toLowerCase(Locale.ROOT));
        instruction
            .flatMap(each -> Windows.closes(each.window(), line.zone(), call.at()))
            .ifPresent(at -> arguments.put(Reason.UNTIL, at.toString()));
      }
      return arguments;
    }
  }
}
