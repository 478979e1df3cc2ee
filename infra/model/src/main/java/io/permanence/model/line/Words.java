package io.permanence.model.line;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.ForwardingNumberId;
import io.permanence.model.line.LadderStep.Target;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads ids, texts and ladders of a packed line one after the other, from a place on. */
final class Words {
  private final byte[] line;
  private int at;

  Words(byte[] line, int at) {
    this.line = line;
    this.at = at;
  }

  UUID id() {
    return new UUID(number(), number());
  }

  Instant instant() {
    return LineBytes.instant(number());
  }

  private long number() {
    long value = LineBytes.longAt(line, at);
    at += Long.BYTES;
    return value;
  }

  private int small() {
    return line[at++] & 0xff;
  }

  Optional<String> text() {
    int length = LineBytes.intAt(line, at) - 1;
    at += Integer.BYTES;
    if (length < 0) {
      return Optional.empty();
    }
    String text = new String(line, at, length, StandardCharsets.UTF_8);
    at += length;
    return Optional.of(text);
  }

  /** A handling; what its flags say is not among the words. */
  Handling handling(int flags) {
    String greeting = text().orElse("");
    Optional<String> message = text();
    Optional<String> notes = text();
    return new Handling(
        LineFlags.putThrough(flags),
        LineFlags.mode(flags),
        greeting,
        message,
        ladder(),
        notes,
        LineFlags.withheld(flags),
        LineFlags.unproven(flags));
  }

  private List<LadderStep> ladder() {
    int steps = small();
    List<LadderStep> ladder = new ArrayList<>(steps);
    for (int i = 0; i < steps; i++) {
      int seconds = small();
      LadderStep.After after = LineFlags.after(small());
      ladder.add(new LadderStep(targets(), seconds, after));
    }
    return ladder;
  }

  private List<Target> targets() {
    int count = small();
    List<Target> targets = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      targets.add(new Target(new ForwardingNumberId(id()), PhoneNumber.ofPacked(number())));
    }
    return targets;
  }
}
