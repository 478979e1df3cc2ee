package io.permanence.bench.setup;

import java.util.List;
import java.util.Locale;

/**
 * What a run of calls gave.
 *
 * @param perSecond how many INVITEs a second were sent
 * @param calls how many were sent in all
 * @param failed how many never came to what the decision asks
 * @param retransmissions how many messages were or would have been repeated
 * @param times the set-up times of the others in nanoseconds, in ascending order
 */
record Measured(int perSecond, int calls, int failed, int retransmissions, List<Long> times) {
  /** No message was repeated and every call came where it should. */
  boolean clean() {
    return failed == 0 && retransmissions == 0;
  }

  /** A percentile in milliseconds; NaN when no call came through. */
  double millis(double percent) {
    if (times.isEmpty()) {
      return Double.NaN;
    }
    int index = (int) Math.ceil(percent / 100 * times.size()) - 1;
    return times.get(Math.max(0, index)) / 1e6;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%4d/s  %6d calls  %5d failed  %5d retransmissions  p50 %7.2f  p95 %7.2f  p99 %7.2f ms",
        perSecond,
        calls,
        failed,
        retransmissions,
        millis(50),
        millis(95),
        millis(99));
  }
}
