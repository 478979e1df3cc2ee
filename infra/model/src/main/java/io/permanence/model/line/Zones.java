package io.permanence.model.line;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The zones of all lines, each once, with its calm stretches: all but the days of the wall clock on
 * which it is changed. Hours that end on such a day are open until midnight before it, hours that
 * began on it have begun by midnight after it: outside of it their beginnings and ends may be
 * compared with the clock on the wall.
 */
final class Zones {
  private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2060-01-01T00:00:00Z");
  private static final long DAY = 86_400;

  private static final Map<ZoneId, Integer> places = new ConcurrentHashMap<>();
  private static volatile Zone[] zones = {};

  private Zones() {}

  /** A zone's place in the table; it gets one when it is new. */
  static int place(ZoneId id) {
    Integer known = places.get(id);
    return known == null ? add(id) : known;
  }

  private static synchronized int add(ZoneId id) {
    Integer known = places.get(id);
    if (known != null) {
      return known;
    }
    Zone[] more = Arrays.copyOf(zones, zones.length + 1);
    more[zones.length] = Zone.of(id);
    zones = more;
    places.put(id, more.length - 1);
    return more.length - 1;
  }

  static Zone at(int place) {
    return zones[place];
  }

  /** A zone with its calm stretches, in seconds since 1970, ascending. */
  static final class Zone {
    /** What {@link #wall} says on a day on which the clock is changed. */
    static final long NOT_CALM = Long.MIN_VALUE;

    private final ZoneId id;
    private final long[] from;
    private final long[] to;

    /** What the wall clock is ahead of UTC in each, in seconds. */
    private final int[] offsets;

    private Zone(ZoneId id, List<long[]> calm) {
      this.id = id;
      this.from = calm.stream().mapToLong(each -> each[0]).toArray();
      this.to = calm.stream().mapToLong(each -> each[1]).toArray();
      this.offsets = calm.stream().mapToInt(each -> (int) each[2]).toArray();
    }

    ZoneId id() {
      return id;
    }

    static Zone of(ZoneId id) {
      ZoneRules rules = id.getRules();
      List<long[]> calm = new ArrayList<>();
      long from = FIRST.getEpochSecond();
      ZoneOffsetTransition next = rules.nextTransition(FIRST);
      while (next != null && next.getInstant().isBefore(LAST)) {
        long change = next.getInstant().getEpochSecond();
        int before = next.getOffsetBefore().getTotalSeconds();
        int after = next.getOffsetAfter().getTotalSeconds();
        add(calm, from, midnight(change - 1 + before) - before, before);
        from = midnight(change + after) + DAY - after;
        next = rules.nextTransition(next.getInstant());
      }
      int offset = rules.getOffset(LAST).getTotalSeconds();
      add(calm, from, LAST.getEpochSecond() - DAY, offset);
      return new Zone(id, calm);
    }

    /** The beginning of the day of a time by the wall clock. */
    private static long midnight(long wall) {
      return Math.floorDiv(wall, DAY) * DAY;
    }

    private static void add(List<long[]> calm, long from, long to, int offset) {
      if (from < to) {
        calm.add(new long[] {from, to, offset});
      }
    }

    /** The wall clock in seconds since 1970, or {@link #NOT_CALM}. */
    long wall(long second) {
      int low = 0;
      int high = from.length - 1;
      while (low <= high) {
        int middle = (low + high) >>> 1;
        if (second < from[middle]) {
          high = middle - 1;
        } else if (second >= to[middle]) {
          low = middle + 1;
        } else {
          return second + offsets[middle];
        }
      }
      return NOT_CALM;
    }
  }
}
