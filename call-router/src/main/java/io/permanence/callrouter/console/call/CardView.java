package io.permanence.callrouter.console.call;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The card of a call: everything a secretary needs before she hears the caller (B2).
 *
 * @param incomplete what the database knows is missing: who calls, earlier calls, questions
 */
public record CardView(
    String callId,
    Customer customer,
    LineView line,
    String greeting,
    Optional<String> language,
    Verdict verdict,
    InstructionView instruction,
    CallerView caller,
    List<ForwardingNumber> ladder,
    boolean putThroughAllowed,
    List<QuestionView> questions,
    Optional<Boolean> liveTest,
    Optional<Boolean> incomplete) {
  /** Whose call it is. */
  public record Customer(String customerId, String name, Optional<String> trade, String timeZone) {}

  /** The number that was dialled. */
  public record LineView(String lineId, String number, Optional<String> label) {}

  /** What to do and why. */
  public record Verdict(
      String action,
      String reason,
      Optional<Arguments> arguments,
      Instant decidedAt,
      Optional<Boolean> fromLastSnapshot,
      Optional<Instant> snapshotAt) {}

  /** What the verdict's sentence needs. */
  public record Arguments(
      Optional<String> until,
      Optional<String> from,
      Optional<String> name,
      Optional<Integer> unproven) {}

  /** What the customer said. */
  public record InstructionView(
      Optional<String> instructionId,
      Optional<Integer> version,
      String putThrough,
      String mode,
      WindowView window,
      Optional<String> message,
      Optional<String> notes,
      List<OverruledView> overruled) {}

  /** An instruction that was valid, too, and had to yield to a more specific one (A3). */
  public record OverruledView(String instructionId, String putThrough, WindowView window) {}

  /** When it is valid. */
  public record WindowView(
      String kind,
      Optional<Instant> from,
      Optional<Instant> until,
      Optional<List<Integer>> days,
      Optional<String> opens,
      Optional<String> closes) {}

  /** Who is calling. */
  public record CallerView(
      boolean withheld,
      Optional<String> number,
      Optional<String> name,
      Optional<String> organisation,
      Optional<String> remark,
      boolean vip,
      boolean blocked,
      List<EarlierCall> earlierCalls) {}

  /** A call of the same number before. */
  public record EarlierCall(
      String callId,
      Instant at,
      String outcome,
      Optional<String> secretary,
      Optional<String> note) {}

  /** What the customer wants callers to be asked (B6). */
  public record QuestionView(
      String questionId,
      String label,
      String type,
      boolean required,
      Optional<List<String>> choices,
      Optional<OnlyWhen> onlyWhen) {}

  /** Asked only when another question has this answer. */
  public record OnlyWhen(String questionId, String answer) {}

  /** A number of the ladder. */
  public record ForwardingNumber(
      String forwardingNumberId,
      int position,
      int rung,
      Optional<String> label,
      String number,
      int ringSeconds) {}
}
