package io.permanence.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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

  @Override
  public List<String> ids() {
    return List.of("P1");
  }

  @Override
  public List<Row> measure(Conditions conditions) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder().include(DecisionBenchmark.class.getSimpleName());
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
    List<Row> rows = new ArrayList<>();
    double slowest = Double.MAX_VALUE;
    double fastest = 0;
    for (RunResult result : results) {
      double score = result.getPrimaryResult().getScore();
      slowest = Math.min(slowest, score);
      fastest = Math.max(fastest, score);
      String what = "decisions, " + result.getParams().getParam("customers") + " customers";
      rows.add(Row.of("P1", what, score, "decisions/s", ">= 1,000,000", score >= GOAL).under(how));
    }
    double ratio = fastest / slowest;
    rows.add(
        Row.of(
                "P1",
                "cost from the fewest to the most customers",
                ratio,
                "ratio",
                "<= 1.3",
                ratio <= FLAT)
            .under(how));
    return rows;
  }
}
