package io.permanence.bench;

import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Beside P1: what the machine takes to fetch one place, and nothing else, from as much memory as so
 * many lines take. A line among a million is in no cache, so that a decision cannot grow by less
 * than this. Each place is known only when the one before is there.
 */
@SuppressWarnings("NullAway.Init")
public class MemoryBenchmark extends OneCore {
  /** What a line of {@link Lines} takes, in longs. */
  private static final int LONGS_A_LINE = 136;

  /** As many customers as are compared with. */
  @Param({"1000", "1000000"})
  public int customers;

  private long[] memory;
  private SplittableRandom random;
  private long last;

  /** Takes the memory. */
  @Setup
  public void take() {
    memory = new long[customers * LONGS_A_LINE];
    random = new SplittableRandom(1);
    for (int i = 0; i < memory.length; i++) {
      memory[i] = i & 1;
    }
  }

  /** One fetch. */
  @Benchmark
  public long fetch() {
    int place = (int) ((random.nextInt(memory.length) + last) % memory.length);
    last = memory[place];
    return last;
  }
}
