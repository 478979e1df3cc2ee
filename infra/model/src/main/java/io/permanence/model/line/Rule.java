package io.permanence.model.line;

import static io.permanence.model.line.LineBytes.intAt;
import static io.permanence.model.line.LineBytes.longAt;

import io.permanence.model.id.InstructionId;
import java.time.Instant;
import java.util.Optional;

/**
 * What governs a line's calls at some instant: an instruction, or the standing default. A look at
 * the packed line; what takes longer to read is read when asked for.
 */
public final class Rule {
  private final LineSnapshot snapshot;
  private final int nth;

  Rule(LineSnapshot snapshot, int nth) {
    this.snapshot = snapshot;
    this.nth = nth;
  }

  /** Who is put through. */
  public PutThrough putThrough() {
    return LineFlags.putThrough(flags());
  }

  /** How they are put through. */
  public PutThroughMode mode() {
    return LineFlags.mode(flags());
  }

  /** What becomes of withheld callers, where it is not left to the line. */
  public Optional<WithheldCallers> withheld() {
    return LineFlags.withheld(flags());
  }

  /** Whether there is a number to ring. */
  public boolean reachable() {
    return LineFlags.ladder(flags());
  }

  /** How many numbers the ladder leaves out because they are not proven (A14). */
  public int unproven() {
    return LineFlags.unproven(flags());
  }

  /** Whether it is the line's standing default. */
  public boolean standing() {
    return LineFlags.kind(flags()) == LineFlags.STANDING;
  }

  private int flags() {
    return intAt(packed(), place() + LineBytes.RULE_FLAGS);
  }

  private int place() {
    return LineBytes.HEADER + nth * LineBytes.RULE;
  }

  private byte[] packed() {
    return snapshot.packed();
  }

  /** The instruction's id; empty for the standing default. */
  public Optional<InstructionId> id() {
    return standing() ? Optional.empty() : Optional.of(new InstructionId(words().id()));
  }

  /** The instruction's version; 0 for the standing default. */
  public int version() {
    return intAt(packed(), place() + LineBytes.RULE_VERSION);
  }

  private Words words() {
    return new Words(packed(), intAt(packed(), place() + LineBytes.RULE_WORDS_AT));
  }

  /** All that is to be done with callers. */
  public Handling handling() {
    Words words = words();
    if (!standing()) {
      words.id();
      words.instant();
    }
    return words.handling(flags());
  }

  /** What callers are told who are not put through (A2); empty when the customer wrote nothing. */
  public Optional<String> message() {
    return handling().message();
  }

  /** The whole instruction; empty for the standing default. */
  public Optional<Instruction> instruction() {
    if (standing()) {
      return Optional.empty();
    }
    Words words = words();
    InstructionId id = new InstructionId(words.id());
    Instant createdAt = words.instant();
    return Optional.of(
        new Instruction(id, version(), window(), words.handling(flags()), createdAt));
  }

  /** The kind of window in one word; {@code standing} for the standing default. */
  public String kind() {
    return switch (LineFlags.kind(flags())) {
      case LineFlags.ONE_OFF -> "one-off";
      case LineFlags.WEEKLY -> "weekly";
      case LineFlags.OPEN_ENDED -> "open-ended";
      default -> "standing";
    };
  }

  private Window window() {
    long from = longAt(packed(), place() + LineBytes.RULE_FROM);
    long to = longAt(packed(), place() + LineBytes.RULE_TO);
    return switch (LineFlags.kind(flags())) {
      case LineFlags.ONE_OFF -> new Window.OneOff(LineBytes.instant(from), LineBytes.instant(to));
      case LineFlags.WEEKLY ->
          WeeklyBits.unpack(packed(), intAt(packed(), place() + LineBytes.RULE_HOURS_AT));
      default ->
          new Window.OpenEnded(
              from == Long.MIN_VALUE ? Optional.empty() : Optional.of(LineBytes.instant(from)));
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rule rule && nth == rule.nth && snapshot.equals(rule.snapshot);
  }

  @Override
  public int hashCode() {
    return 31 * snapshot.hashCode() + nth;
  }
}
