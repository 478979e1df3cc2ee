package io.permanence.bench.setup;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How much of a processor named processes and their children have used: on a machine of a few cores
 * the highest rate follows from it, and unlike a time it hardly depends on what else the machine
 * does.
 *
 * @param used since each began, by name
 */
record Effort(Map<String, Duration> used) {
  /** What they have used until now. */
  static Effort of(Map<String, Long> pids) {
    Map<String, Duration> used = new LinkedHashMap<>();
    pids.forEach((name, pid) -> used.put(name, total(pid)));
    return new Effort(used);
  }

  private static Duration total(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Milliseconds of a processor for each of so many calls since then, by name. */
  Map<String, Double> perCall(Effort since, int calls) {
    Map<String, Double> each = new LinkedHashMap<>();
    used.forEach(
        (name, now) -> each.put(name, now.minus(since.used.get(name)).toNanos() / 1e6 / calls));
    return each;
  }
}
