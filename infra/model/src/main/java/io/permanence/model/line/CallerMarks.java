package io.permanence.model.line;

import io.permanence.model.PhoneNumber;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The marked numbers of one customer, compactly: 8 bytes a number, found by binary search. A
 * hundred thousand customers with a million marked contacts fit in the memory of one process.
 */
public final class CallerMarks {
  /** Nobody is marked. */
  public static final CallerMarks NONE = new CallerMarks(new long[0]);

  private static final int CODE_BITS = 3;
  private static final MarkedCaller[] CODES = {
    MarkedCaller.of(CallerMark.VIP),
    MarkedCaller.vip(PutThroughMode.ANNOUNCED),
    MarkedCaller.vip(PutThroughMode.DIRECT),
    MarkedCaller.of(CallerMark.BLOCKED)
  };

  /** The number, shifted left to make room for the code of its mark; ascending. */
  private final long[] packed;

  private CallerMarks(long[] packed) {
    this.packed = packed;
  }

  /** Packs the marks; numbers marked {@link CallerMark#NONE} take no room. */
  public static CallerMarks of(Map<PhoneNumber, CallerMark> marks) {
    Map<PhoneNumber, MarkedCaller> callers = new LinkedHashMap<>();
    marks.forEach((number, mark) -> callers.put(number, MarkedCaller.of(mark)));
    return ofCallers(callers);
  }

  /** Packs the marks, with the way of each VIP. */
  public static CallerMarks ofCallers(Map<PhoneNumber, MarkedCaller> marks) {
    long[] packed =
        marks.entrySet().stream()
            .filter(entry -> entry.getValue().mark() != CallerMark.NONE)
            .mapToLong(entry -> pack(entry.getKey(), entry.getValue()))
            .sorted()
            .toArray();
    return ofPacked(packed);
  }

  static CallerMarks ofPacked(long[] packed) {
    return packed.length == 0 ? NONE : new CallerMarks(packed);
  }

  /** How the customer marked this number. */
  public CallerMark of(PhoneNumber number) {
    return caller(number).mark();
  }

  /** How the customer marked this number, and the way of a VIP. */
  public MarkedCaller caller(PhoneNumber number) {
    long wanted = number.packed() << CODE_BITS;
    int at = Arrays.binarySearch(packed, wanted);
    int candidate = at >= 0 ? at : -at - 1;
    return candidate == packed.length ? MarkedCaller.NONE : marked(packed[candidate], wanted);
  }

  /** The mark of the first entry not below the wanted number. */
  static MarkedCaller marked(long entry, long wanted) {
    return ((entry ^ wanted) >>> CODE_BITS) == 0
        ? CODES[(int) (entry - wanted)]
        : MarkedCaller.NONE;
  }

  static long wanted(PhoneNumber number) {
    return number.packed() << CODE_BITS;
  }

  private static long pack(PhoneNumber number, MarkedCaller caller) {
    return wanted(number) | Arrays.asList(CODES).indexOf(caller);
  }

  long[] packed() {
    return packed;
  }

  /** How many numbers are marked. */
  public int size() {
    return packed.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CallerMarks marks && Arrays.equals(packed, marks.packed);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(packed);
  }

  @Override
  public String toString() {
    return packed.length + " marked";
  }
}
