package io.permanence.model.line;

import io.permanence.model.PhoneNumber;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * All lines by their number: an open-addressing table from the digits to the packed line, so that a
 * call's line is found with two fetches from memory however many there are.
 *
 * <p>One thread writes, any thread reads: a slot that belongs to a number belongs to it for good,
 * and what changes is the line in it, as a whole. A reader sees a line as it was before a change or
 * as it is after, never a mixture. A table that becomes too small is replaced by a larger one.
 */
public final class LineTable {
  private static final VarHandle KEYS = MethodHandles.arrayElementVarHandle(long[].class);
  private static final VarHandle LINES = MethodHandles.arrayElementVarHandle(byte[][].class);
  private static final int SMALLEST = 1024;
  private static final long EMPTY = 0;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private volatile Slots slots = new Slots(SMALLEST);
  private int used;
  private final AtomicInteger size = new AtomicInteger();

  private static final class Slots {
    final long[] keys;
    final byte @Nullable [][] lines;

    Slots(int length) {
      this.keys = new long[length];
      this.lines = new byte[length][];
    }

    /** The line of a number; null when there is none. */
    byte @Nullable [] find(long key) {
      int place = first(key);
      while (true) {
        long there = (long) KEYS.getAcquire(keys, place);
        if (there == key) {
          return line(place);
        }
        if (there == EMPTY) {
          return null;
        }
        place = next(place);
      }
    }

    /** The slot of a number, or the empty one where it would go; for the writing thread. */
    int place(long key) {
      int place = first(key);
      while (keys[place] != key && keys[place] != EMPTY) {
        place = next(place);
      }
      return place;
    }

    private int first(long key) {
      return (int) ((key * SPREAD) >>> 32) & (keys.length - 1);
    }

    private int next(int place) {
      return (place + 1) & (keys.length - 1);
    }

    byte @Nullable [] line(int place) {
      return (byte[]) LINES.getAcquire(lines, place);
    }

    /** The line is there before its key: who finds the key finds the line. */
    void put(int place, long key, byte @Nullable [] line) {
      LINES.setRelease(lines, place, line);
      KEYS.setRelease(keys, place, key);
    }
  }

  /** The line of a number. */
  public Optional<LineSnapshot> find(PhoneNumber number) {
    byte[] line = slots.find(number.packed());
    if (line == null) {
      return Optional.empty();
    }
    LineBytes.fetchWhole(line);
    return Optional.of(new LineSnapshot(line));
  }

  /**
   * Puts a line in the place of the one with its number. Only the writing thread calls this.
   *
   * @return the line that was there
   */
  public Optional<LineSnapshot> put(LineSnapshot line) {
    long key = line.number().packed();
    Slots now = slots;
    int place = now.place(key);
    if (now.keys[place] == EMPTY) {
      if ((used + 1) * 2L > now.keys.length) {
        now = grown(now);
        place = now.place(key);
      }
      used++;
    }
    byte[] before = now.line(place);
    now.put(place, key, line.packed());
    if (before == null) {
      size.incrementAndGet();
      return Optional.empty();
    }
    return Optional.of(new LineSnapshot(before));
  }

  /** Takes a line away. Only the writing thread calls this. */
  public void remove(PhoneNumber number) {
    Slots now = slots;
    long key = number.packed();
    int place = now.place(key);
    if (now.line(place) != null) {
      now.put(place, key, null);
      size.decrementAndGet();
    }
  }

  /** A table of twice the size of what is there, without the slots of lines that are gone. */
  private Slots grown(Slots old) {
    int length = SMALLEST;
    while (length < (size.get() + 1) * 4L) {
      length *= 2;
    }
    Slots larger = new Slots(length);
    used = 0;
    for (int i = 0; i < old.keys.length; i++) {
      byte[] line = old.line(i);
      if (line != null) {
        larger.put(larger.place(old.keys[i]), old.keys[i], line);
        used++;
      }
    }
    slots = larger;
    return larger;
  }

  /** How many lines there are. */
  public int size() {
    return size.get();
  }

  /** All lines. */
  public List<LineSnapshot> all() {
    Slots now = slots;
    List<LineSnapshot> all = new ArrayList<>(size());
    for (int i = 0; i < now.keys.length; i++) {
      byte[] line = now.line(i);
      if (line != null) {
        all.add(new LineSnapshot(line));
      }
    }
    return all;
  }
}
