package io.permanence.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** {@code infra/bench/run}: runs the benchmarks asked for, prints the table, writes the file. */
public final class Bench {
  private static final double GOAL = 1_000_000;
  private static final double FLAT = 1.3;

  private Bench() {}

  /**
   * Arguments: the file to write, then the ids asked for and {@code --quick}.
   *
   * @throws RunnerException when a benchmark fails
   * @throws IOException when the file cannot be written
   */
  public static void main(String[] arguments) throws RunnerException, IOException {
    List<String> asked = List.of(arguments).subList(1, arguments.length);
    boolean quick = asked.contains("--quick");
    ArrayNode rows = new ObjectMapper().createArrayNode();
    if (asked.stream().allMatch(word -> word.equals("--quick")) || asked.contains("P1")) {
      decisions(rows, quick);
    }
    Files.writeString(Path.of(arguments[0]), rows.toPrettyString() + "\n");
    System.out.printf(
        "%n%-4s %-52s %14s %-14s %14s %s%n", "id", "what", "figure", "unit", "goal", "met");
    rows.forEach(
        row ->
            System.out.printf(
                Locale.ROOT,
                "%-4s %-52s %,14.2f %-14s %14s %s%n",
                row.path("id").asText(),
                row.path("what").asText(),
                row.path("figure").asDouble(),
                row.path("unit").asText(),
                row.path("goal").asText(),
                row.path("met").asBoolean() ? "yes" : "no"));
  }

  private static void decisions(ArrayNode rows, boolean quick) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder().include(DecisionBenchmark.class.getSimpleName());
    if (quick) {
      options
          .warmupIterations(1)
          .warmupTime(TimeValue.seconds(1))
          .measurementIterations(2)
          .measurementTime(TimeValue.seconds(1));
    }
    Collection<RunResult> results = new Runner(options.build()).run();
    double slowest = Double.MAX_VALUE;
    double fastest = 0;
    for (RunResult result : results) {
      double score = result.getPrimaryResult().getScore();
      slowest = Math.min(slowest, score);
      fastest = Math.max(fastest, score);
      String customers = result.getParams().getParam("customers");
      add(
          rows,
          "decisions, " + customers + " customers",
          score,
          "decisions/s",
          ">= 1,000,000",
          score >= GOAL);
    }
    double ratio = fastest / slowest;
    add(
        rows,
        "cost from the fewest to the most customers",
        ratio,
        "ratio",
        "<= 1.3",
        ratio <= FLAT);
  }

  private static void add(
      ArrayNode rows, String what, double figure, String unit, String goal, boolean met) {
    rows.addObject()
        .put("id", "P1")
        .put("what", what)
        .put("figure", figure)
        .put("unit", unit)
        .put("goal", goal)
        .put("met", met)
        .putNull("peer")
        .putNull("peerFigure")
        .putNull("ratio")
        .put("conditions", "one thread, " + System.getProperty("java.vm.version"));
  }
}
