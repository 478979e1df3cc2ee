package io.permanence.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** P1: the decision function by itself, with JMH. */
final class Decisions implements Figure {
  private static final double GOAL = 1_000_000;
  private static final double FLAT = 1.3;
  private static final double NANOS = 1e9;

  /** {@link MemoryBenchmark#fetch}. */
  private static final String FETCH = "fetch";

  @Override
  public List<String> ids() {
    return List.of("P1");
  }

  @Override
  public List<Row> measure(Conditions conditions) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(DecisionBenchmark.class.getSimpleName())
            .include(MemoryBenchmark.class.getSimpleName());
    if (conditions.quick()) {
      options
          .warmupIterations(1)
          .warmupTime(TimeValue.seconds(1))
          .measurementIterations(2)
          .measurementTime(TimeValue.seconds(1));
    }
    return rows(new Runner(options.build()).run());
  }

  private static List<Row> rows(Collection<RunResult> results) {
    String how = "one thread, " + System.getProperty("java.vm.version");
    Map<String, List<Double>> nanos = new LinkedHashMap<>();
    List<Row> rows = new ArrayList<>();
    for (RunResult result : results) {
      String what = result.getPrimaryResult().getLabel();
      double score = result.getPrimaryResult().getScore();
      nanos.computeIfAbsent(what, none -> new ArrayList<>()).add(NANOS / score);
      String title = what + ", " + result.getParams().getParam("customers") + " customers";
      if (!what.equals(FETCH)) {
        rows.add(
            Row.of("P1", title, score, "decisions/s", ">= 1,000,000", score >= GOAL).under(how));
      }
    }
    List<Double> fetch = nanos.remove(FETCH);
    nanos.forEach((what, each) -> rows.addAll(growth(what, each, how)));
    rows.add(Row.told("P1", "fetch of one place, grows by", grownBy(fetch), "ns").under(how));
    return rows;
  }

  private static List<Row> growth(String what, List<Double> nanos, String how) {
    double ratio = max(nanos) / min(nanos);
    return List.of(
        Row.of("P1", what + ", cost most beside fewest", ratio, "ratio", "<= 1.3", ratio <= FLAT)
            .under(how),
        Row.told("P1", what + ", grows by", grownBy(nanos), "ns").under(how));
  }

  private static double grownBy(@Nullable List<Double> nanos) {
    return nanos == null ? Double.NaN : max(nanos) - min(nanos);
  }

  private static double max(List<Double> of) {
    return of.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
  }

  private static double min(List<Double> of) {
    return of.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
  }
}
