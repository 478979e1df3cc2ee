package io.permanence.model.line;

import static io.permanence.model.line.LineBytes.intAt;
import static io.permanence.model.line.LineBytes.longAt;
import static io.permanence.model.line.LineBytes.micros;
import static io.permanence.model.line.LineBytes.shortAt;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.InstructionId;
import io.permanence.model.id.LineId;
import io.permanence.model.id.TeamId;
import io.permanence.model.line.Windows.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Everything a routing decision about one line needs, immutable and complete: no decision reads
 * anything else.
 *
 * <p>It is packed into one array ({@link LineBytes}), so that a decision among a million lines
 * fetches two or three neighbouring pieces of memory, not the twenty of an object graph. What a
 * decision asks is answered from the array; {@link #line()}, {@link #instructions()} and {@link
 * #marks()} make objects anew at each call, for whoever writes the card or the journal.
 */
public final class LineSnapshot {
  private final byte[] packed;

  LineSnapshot(byte[] packed) {
    this.packed = packed;
  }

  /**
   * Packs a line.
   *
   * @param instructions those not deleted, in no particular order
   * @param marks the customer's VIP and blocked numbers
   * @param busy when the customer's calendar says busy, as far ahead as is known
   * @param version of the customer's routing data; grows with every change (A9)
   * @param takenAt when it was read from the store; a decision made long after says so
   */
  public LineSnapshot(
      Line line,
      List<Instruction> instructions,
      CallerMarks marks,
      BusyTimes busy,
      long version,
      Instant takenAt) {
    this(LinePacking.pack(line, instructions, marks, busy, version, takenAt));
  }

  /** Packs a line whose customer opened no calendar. */
  public LineSnapshot(
      Line line, List<Instruction> instructions, CallerMarks marks, long version, Instant takenAt) {
    this(line, instructions, marks, BusyTimes.NONE, version, takenAt);
  }

  byte[] packed() {
    return packed;
  }

  /** How many bytes it takes. */
  public int bytes() {
    return packed.length;
  }

  /** The version of the customer's routing data it was read at (A9). */
  public long version() {
    return longAt(packed, LineBytes.VERSION);
  }

  /** When it was read from the store. */
  public Instant takenAt() {
    return LineBytes.instant(longAt(packed, LineBytes.TAKEN_AT));
  }

  /** What the customer chose for the whole line. */
  public LineChoices choices() {
    return LineFlags.choices(flags());
  }

  /** Whether it is the prospects' live-test number (F1). */
  public boolean demo() {
    return LineFlags.demo(flags());
  }

  private int flags() {
    return intAt(packed, LineBytes.FLAGS);
  }

  /** How the customer marked a number. */
  public MarkedCaller marked(PhoneNumber number) {
    long wanted = CallerMarks.wanted(number);
    int first = intAt(packed, LineBytes.MARKS_AT);
    int low = 0;
    int high = intAt(packed, LineBytes.MARKS);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (longAt(packed, first + middle * Long.BYTES) < wanted) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == intAt(packed, LineBytes.MARKS)
        ? MarkedCaller.NONE
        : CallerMarks.marked(longAt(packed, first + low * Long.BYTES), wanted);
  }

  /**
   * The rule that governs at an instant: the most specific valid instruction, or the standing
   * default.
   */
  public Rule governing(Instant at) {
    return new Rule(this, governingAfter(-1, at));
  }

  /** The line's standing default. */
  public Rule standing() {
    return new Rule(this, rules() - 1);
  }

  /** The rule of an instruction; empty when the line has it no more. */
  public Optional<Rule> rule(InstructionId instruction) {
    return IntStream.range(0, rules() - 1)
        .mapToObj(nth -> new Rule(this, nth))
        .filter(rule -> rule.id().filter(instruction::equals).isPresent())
        .findFirst();
  }

  /** The instructions that are valid, too, and were not specific enough, the nearest first (A3). */
  public List<Instruction> overruled(Instant at) {
    List<Instruction> overruled = new ArrayList<>();
    int standing = rules() - 1;
    int rule = governingAfter(governingAfter(-1, at), at);
    while (rule < standing) {
      new Rule(this, rule).instruction().ifPresent(overruled::add);
      rule = governingAfter(rule, at);
    }
    return overruled;
  }

  private int governingAfter(int rule, Instant at) {
    long micros = micros(at);
    int next = rule + 1;
    while (next < rules() - 1 && !valid(next, micros, at)) {
      next++;
    }
    return next;
  }

  private boolean valid(int rule, long micros, Instant at) {
    int place = LineBytes.HEADER + rule * LineBytes.RULE;
    int hours = intAt(packed, place + LineBytes.RULE_HOURS_AT);
    return hours == LineBytes.NOWHERE
        ? longAt(packed, place + LineBytes.RULE_FROM) <= micros
            && micros < longAt(packed, place + LineBytes.RULE_TO)
        : open(hours, at);
  }

  private int rules() {
    return shortAt(packed, LineBytes.RULES);
  }

  /** Whether secretaries answer the line at an instant (A12). */
  public boolean answered(Instant at) {
    int hours = intAt(packed, LineBytes.OPEN_HOURS_AT);
    return hours == LineBytes.NOWHERE || open(hours, at);
  }

  /** Whether secretaries answer the line at any hour. */
  public boolean answeredAlways() {
    return intAt(packed, LineBytes.OPEN_HOURS_AT) == LineBytes.NOWHERE;
  }

  /** When secretaries answer again; empty when they do now, or not within a year. */
  public Optional<Instant> answeredAgain(Instant at) {
    int hours = intAt(packed, LineBytes.OPEN_HOURS_AT);
    return answered(at)
        ? Optional.empty()
        : Windows.opensAfter(WeeklyBits.unpack(packed, hours), calendar(), at);
  }

  private boolean open(int hours, Instant at) {
    long wall = packedZone().wall(at.getEpochSecond());
    return wall == Zones.Zone.NOT_CALM
        ? Windows.valid(WeeklyBits.unpack(packed, hours), calendar(), at)
        : WeeklyBits.open(packed, hours, LineFlags.holidays(flags()), wall);
  }

  private Zones.Zone packedZone() {
    return Zones.at(shortAt(packed, LineBytes.ZONE));
  }

  /** The customer's zone: days and hours of the line are read in it. */
  public ZoneId zone() {
    return packedZone().id();
  }

  /** The calendar that the line's hours are read in. */
  public Calendar calendar() {
    return new Calendar(zone(), LineFlags.holidays(flags()));
  }

  /** Until when the customer's calendar says busy (A8); empty when it does not. */
  public Optional<Instant> busyUntil(Instant at) {
    long micros = micros(at);
    int first = intAt(packed, LineBytes.BUSY_AT);
    int end = first + intAt(packed, LineBytes.BUSY) * 2 * Long.BYTES;
    for (int each = first; each < end; each += 2 * Long.BYTES) {
      if (longAt(packed, each) <= micros && micros < longAt(packed, each + Long.BYTES)) {
        return Optional.of(LineBytes.instant(longAt(packed, each + Long.BYTES)));
      }
    }
    return Optional.empty();
  }

  /** The line's number. */
  public PhoneNumber number() {
    return PhoneNumber.ofPacked(longAt(packed, LineBytes.NUMBER));
  }

  /** The line's id. */
  public LineId id() {
    return new LineId(words().id());
  }

  /** Whose line it is. */
  public CustomerId customer() {
    Words words = words();
    words.id();
    return new CustomerId(words.id());
  }

  /** The team that answers first. */
  public TeamId homeTeam() {
    Words words = words();
    words.id();
    words.id();
    return new TeamId(words.id());
  }

  private Words words() {
    return new Words(packed, intAt(packed, LineBytes.WORDS_AT));
  }

  /** The line, made anew with all its words: who wants one thing of it has a method for that. */
  public Line line() {
    Words words = words();
    int hours = intAt(packed, LineBytes.OPEN_HOURS_AT);
    return new Line(
        new LineId(words.id()),
        new CustomerId(words.id()),
        number(),
        zone(),
        new TeamId(words.id()),
        new Rule(this, rules() - 1).handling(),
        hours == LineBytes.NOWHERE
            ? Optional.empty()
            : Optional.of(WeeklyBits.unpack(packed, hours)),
        choices(),
        demo());
  }

  /** The instructions, the most specific first. */
  public List<Instruction> instructions() {
    List<Instruction> all = new ArrayList<>();
    for (int i = 0; i < rules() - 1; i++) {
      new Rule(this, i).instruction().ifPresent(all::add);
    }
    return all;
  }

  /** The marked numbers. */
  public CallerMarks marks() {
    long[] marks = new long[intAt(packed, LineBytes.MARKS)];
    for (int i = 0; i < marks.length; i++) {
      marks[i] = longAt(packed, intAt(packed, LineBytes.MARKS_AT) + i * Long.BYTES);
    }
    return CallerMarks.ofPacked(marks);
  }

  /** When the customer's calendar says busy. */
  public BusyTimes busy() {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < intAt(packed, LineBytes.BUSY); i++) {
      int at = intAt(packed, LineBytes.BUSY_AT) + i * 2 * Long.BYTES;
      spans.add(
          new Span(
              LineBytes.instant(longAt(packed, at)),
              LineBytes.instant(longAt(packed, at + Long.BYTES))));
    }
    return new BusyTimes(spans);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LineSnapshot snapshot && Arrays.equals(packed, snapshot.packed);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(packed);
  }

  @Override
  public String toString() {
    return "line " + id() + ", version " + version();
  }
}
