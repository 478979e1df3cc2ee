package io.permanence.model.line;

import static io.permanence.model.line.LineBytes.micros;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Packs a line into one array; see {@link LineBytes} for what lies where. */
final class LinePacking {
  private byte[] bytes = new byte[512];
  private int size;

  private LinePacking() {}

  static byte[] pack(
      Line line,
      List<Instruction> instructions,
      CallerMarks marks,
      BusyTimes busy,
      long version,
      Instant takenAt) {
    LinePacking packing = new LinePacking();
    List<Instruction> ordered = instructions.stream().sorted(Windows.MOST_SPECIFIC_FIRST).toList();
    packing.reserve(LineBytes.HEADER + (ordered.size() + 1) * LineBytes.RULE);
    packing.header(line, ordered.size() + 1, version, takenAt);
    packing.marks(marks);
    packing.busy(busy);
    line.openHours()
        .ifPresent(
            hours -> packing.setInt(LineBytes.OPEN_HOURS_AT, WeeklyBits.pack(packing, hours)));
    for (int i = 0; i < ordered.size(); i++) {
      packing.hours(i, ordered.get(i).window());
    }
    packing.setInt(LineBytes.WORDS_AT, packing.size);
    packing.add(line.id().value());
    packing.add(line.customerId().value());
    packing.add(line.homeTeam().value());
    for (int i = 0; i < ordered.size(); i++) {
      packing.rule(i, ordered.get(i));
    }
    packing.standing(ordered.size(), line.standing());
    return Arrays.copyOf(packing.bytes, packing.size);
  }

  private void header(Line line, int rules, long version, Instant takenAt) {
    LineBytes.setLong(bytes, LineBytes.NUMBER, line.number().packed());
    LineBytes.setLong(bytes, LineBytes.VERSION, version);
    LineBytes.setLong(bytes, LineBytes.TAKEN_AT, micros(takenAt));
    setInt(LineBytes.FLAGS, LineFlags.of(line));
    LineBytes.setShort(bytes, LineBytes.ZONE, Zones.place(line.zone()));
    LineBytes.setShort(bytes, LineBytes.RULES, rules);
  }

  private void marks(CallerMarks marks) {
    setInt(LineBytes.MARKS_AT, size);
    setInt(LineBytes.MARKS, marks.size());
    for (long each : marks.packed()) {
      addLong(each);
    }
  }

  private void busy(BusyTimes busy) {
    setInt(LineBytes.BUSY_AT, size);
    setInt(LineBytes.BUSY, busy.spans().size());
    for (Windows.Span each : busy.spans()) {
      addLong(micros(each.from()));
      addLong(micros(each.to()));
    }
  }

  private void hours(int rule, Window window) {
    if (window instanceof Window.Weekly weekly) {
      int at = WeeklyBits.pack(this, weekly);
      setInt(place(rule) + LineBytes.RULE_HOURS_AT, at);
    }
  }

  private void rule(int nth, Instruction it) {
    int at = place(nth);
    switch (it.window()) {
      case Window.OneOff(Instant from, Instant to) -> span(at, micros(from), micros(to));
      case Window.Weekly weekly -> span(at, Long.MIN_VALUE, Long.MAX_VALUE);
      case Window.OpenEnded(Optional<Instant> from) ->
          span(at, from.map(LineBytes::micros).orElse(Long.MIN_VALUE), Long.MAX_VALUE);
    }
    setInt(at + LineBytes.RULE_FLAGS, LineFlags.of(LineFlags.kind(it.window()), it.handling()));
    setInt(at + LineBytes.RULE_VERSION, it.version());
    setInt(at + LineBytes.RULE_WORDS_AT, size);
    add(it.id().value());
    addLong(micros(it.createdAt()));
    handling(it.handling());
  }

  private void standing(int nth, Handling handling) {
    int at = place(nth);
    span(at, Long.MIN_VALUE, Long.MAX_VALUE);
    setInt(at + LineBytes.RULE_FLAGS, LineFlags.of(LineFlags.STANDING, handling));
    setInt(at + LineBytes.RULE_WORDS_AT, size);
    handling(handling);
  }

  private void span(int at, long from, long to) {
    LineBytes.setLong(bytes, at + LineBytes.RULE_FROM, from);
    LineBytes.setLong(bytes, at + LineBytes.RULE_TO, to);
  }

  private void handling(Handling it) {
    add(it.greeting());
    add(it.message());
    add(it.notes());
    addByte(it.ladder().size());
    for (LadderStep step : it.ladder()) {
      addByte(step.ringSeconds());
      addByte(LineFlags.of(step.after()));
      addByte(step.targets().size());
      for (LadderStep.Target target : step.targets()) {
        add(target.id().value());
        addLong(target.number().packed());
      }
    }
  }

  private static int place(int rule) {
    return LineBytes.HEADER + rule * LineBytes.RULE;
  }

  int size() {
    return size;
  }

  private void setInt(int at, int value) {
    LineBytes.setInt(bytes, at, value);
  }

  void addLong(long value) {
    int at = reserve(Long.BYTES);
    LineBytes.setLong(bytes, at, value);
  }

  void addInt(int value) {
    int at = reserve(Integer.BYTES);
    LineBytes.setInt(bytes, at, value);
  }

  void addShort(int value) {
    if (value >>> Short.SIZE != 0) {
      throw new IllegalArgumentException("too much for one line");
    }
    int at = reserve(Short.BYTES);
    LineBytes.setShort(bytes, at, value);
  }

  private void addByte(int value) {
    int at = reserve(1);
    bytes[at] = (byte) value;
  }

  private void add(UUID id) {
    addLong(id.getMostSignificantBits());
    addLong(id.getLeastSignificantBits());
  }

  /** A text that may be absent: its length and one, or 0. */
  private void add(Optional<String> text) {
    if (text.isPresent()) {
      add(text.get());
    } else {
      addInt(0);
    }
  }

  private void add(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    addInt(utf8.length + 1);
    int at = reserve(utf8.length);
    System.arraycopy(utf8, 0, bytes, at, utf8.length);
  }

  /** Makes room, in a larger array perhaps; returns where it begins. */
  private int reserve(int more) {
    int at = size;
    size += more;
    if (size > bytes.length) {
      bytes = Arrays.copyOf(bytes, size * 2);
    }
    return at;
  }
}
