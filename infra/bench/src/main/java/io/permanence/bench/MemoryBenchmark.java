package io.permanence.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Beside P1: what the machine takes to fetch one place, and nothing else, from as much memory as so
 * many lines take. A line among a million is in no cache, so that a decision cannot grow by less
 * than this. Each place is known only when the one before is there.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xms5g", "-Xmx5g", "-XX:+UseSerialGC", "-XX:+UseTransparentHugePages"})
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@SuppressWarnings("NullAway.Init")
public class MemoryBenchmark {
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
