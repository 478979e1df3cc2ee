package io.permanence.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long something took, over and over. */
public final class Spread {
  private final List<Duration> times = new ArrayList<>();

  /** Adds one. */
  public void add(Duration time) {
    times.add(time);
  }

  /** How many there are. */
  public int size() {
    return times.size();
  }

  /** The percentile in milliseconds, nearest rank; NaN when there is nothing. */
  public double millis(double percent) {
    if (times.isEmpty()) {
      return Double.NaN;
    }
    List<Duration> sorted = times.stream().sorted().toList();
    int rank = (int) Math.ceil(percent / 100 * sorted.size());
    return sorted.get(Math.max(1, rank) - 1).toNanos() / 1e6;
  }

  /** How many were below zero. */
  public int negative() {
    return (int) times.stream().filter(Duration::isNegative).count();
  }
}
