package io.permanence.bench.journey;

import io.permanence.bench.Conditions;
import io.permanence.bench.Figure;
import io.permanence.bench.Row;
import io.permanence.bench.Spread;
import io.permanence.e2e.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * P9: the whole service from nothing to ready, with PostgreSQL and Asterisk up, and what it keeps.
 */
public final class ColdStart implements Figure {
  private static final double READY = 5;
  private static final double RESIDENT = 512;
  private static final Duration REST = Duration.ofSeconds(30);

  @Override
  public List<String> ids() {
    return List.of("P9");
  }

  @Override
  public List<Row> measure(Conditions conditions) throws IOException, InterruptedException {
    int starts = conditions.quick() ? 3 : 9;
    Spread ready = new Spread();
    double resident;
    try (RunningSystem system = RunningSystem.start(conditions.run().resolve("journey"))) {
      for (int i = 0; i < starts; i++) {
        system.local().down("service");
        long began = System.nanoTime();
        system.local().up("service");
        ready.add(Duration.ofNanos(System.nanoTime() - began));
      }
      Thread.sleep(conditions.quick() ? REST.dividedBy(3) : REST);
      resident = resident(system.local().pid("service").orElseThrow());
    }
    double seconds = ready.millis(50) / 1_000;
    String how = "median of " + starts + " starts, all modules in one process, demo data";
    return List.of(
        Row.of("P9", "start of the process to ready", seconds, "s", "<= 5", seconds <= READY)
            .under(how),
        Row.told("P9", "start of the process to ready, slowest", ready.millis(100) / 1_000, "s")
            .under(how),
        Row.of("P9", "resident memory at rest", resident, "MB", "<= 512", resident <= RESIDENT)
            .under("after " + REST.toSeconds() + " s without a call"));
  }

  /** The kernel's figure, in megabytes. */
  private static double resident(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElseThrow()
        / 1024.0;
  }
}
