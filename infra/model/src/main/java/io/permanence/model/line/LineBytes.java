package io.permanence.model.line;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.Instant;

/**
 * Where things are in a packed line. What a decision reads comes first and close together; words,
 * ids and ladders come last and are read when somebody asks for them.
 *
 * <pre>
 *   header   number, version, taken at, flags, zone, counts, places
 *   rules    32 bytes each, the most specific first, the standing default last
 *   marks    8 bytes each, ascending
 *   busy     from and to, 16 bytes each, ascending
 *   hours    see {@link WeeklyBits}
 *   words    see {@link Words}
 * </pre>
 *
 * <p>Instants are microseconds since 1970, as PostgreSQL keeps them.
 */
final class LineBytes {
  static final int NUMBER = 0;
  static final int VERSION = 8;
  static final int TAKEN_AT = 16;
  static final int FLAGS = 24;
  static final int ZONE = 28;
  static final int RULES = 30;
  static final int MARKS_AT = 32;
  static final int MARKS = 36;
  static final int BUSY_AT = 40;
  static final int BUSY = 44;
  static final int OPEN_HOURS_AT = 48;
  static final int WORDS_AT = 52;
  static final int HEADER = 56;

  static final int RULE = 32;
  static final int RULE_FROM = 0;
  static final int RULE_TO = 8;
  static final int RULE_FLAGS = 16;
  static final int RULE_HOURS_AT = 20;
  static final int RULE_WORDS_AT = 24;
  static final int RULE_VERSION = 28;

  /** What lies at the place of something that is not there. */
  static final int NOWHERE = 0;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long MICROS = 1_000_000;

  /** Where an average line's words begin, or later; in bytes. */
  private static final int READ_BY_DECISIONS = 448;

  private static final int CACHE_LINE = 64;

  private LineBytes() {}

  /**
   * Asks for all of a line that a decision may read at once. Read where they are needed, each piece
   * would be waited for by itself, for it is known only from the one before where it lies.
   */
  static void fetchWhole(byte[] line) {
    int last = Math.min(line.length - Long.BYTES, READ_BY_DECISIONS);
    long seen = 0;
    for (int at = 0; at <= last; at += CACHE_LINE) {
      seen |= longAt(line, at);
    }
    if (seen == 0) {
      throw new IllegalStateException("a line has a number"); // or the reading would be left out
    }
  }

  static long longAt(byte[] line, int at) {
    return (long) LONGS.get(line, at);
  }

  static int intAt(byte[] line, int at) {
    return (int) INTS.get(line, at);
  }

  static int shortAt(byte[] line, int at) {
    return (short) SHORTS.get(line, at) & 0xffff;
  }

  static void setLong(byte[] line, int at, long value) {
    LONGS.set(line, at, value);
  }

  static void setInt(byte[] line, int at, int value) {
    INTS.set(line, at, value);
  }

  static void setShort(byte[] line, int at, int value) {
    SHORTS.set(line, at, (short) value);
  }

  static long micros(Instant at) {
    return at.getEpochSecond() * MICROS + at.getNano() / 1_000;
  }

  static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
  }
}
