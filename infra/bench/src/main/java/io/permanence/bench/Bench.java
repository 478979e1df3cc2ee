package io.permanence.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.permanence.bench.journey.CallerGone;
import io.permanence.bench.journey.CardAndSound;
import io.permanence.bench.journey.ColdStart;
import io.permanence.bench.setup.BridgedCalls;
import io.permanence.bench.setup.CallSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** {@code infra/bench/run}: measures what is asked for, prints the table, writes the file. */
public final class Bench {
  private static final List<Figure> FIGURES =
      List.of(
          new Decisions(),
          new CallSetup(),
          new CardAndSound(),
          new CallerGone(),
          new BridgedCalls(),
          new ColdStart());
  private static final String LINE = "%-4s %-58s %14s %-12s %14s %-4s %-20s %12s %6s%n";

  private Bench() {}

  /**
   * Arguments: the project's root, then the ids asked for (all without one) and {@code --quick}.
   *
   * @throws IOException when the file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    Path project = Path.of(arguments[0]);
    List<String> words = List.of(arguments).subList(1, arguments.length);
    List<String> asked = words.stream().filter(word -> !word.startsWith("--")).toList();
    Conditions conditions = new Conditions(project, words.contains("--quick"));
    List<Row> rows = new ArrayList<>();
    for (Figure figure : FIGURES) {
      if (asked.isEmpty() || figure.ids().stream().anyMatch(asked::contains)) {
        rows.addAll(measured(figure, conditions));
      }
    }
    Files.writeString(
        project.resolve(".run/bench.json"),
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(rows)
            + "\n");
    print(rows);
    System.exit(rows.stream().anyMatch(row -> Double.isNaN(row.figure())) ? 1 : 0);
  }

  /** A figure that could not be measured is a row that says so. */
  private static List<Row> measured(Figure figure, Conditions conditions) {
    try {
      return figure.measure(conditions);
    } catch (Exception | AssertionError e) {
      e.printStackTrace(System.err);
      String id = figure.ids().getFirst();
      String why = Objects.requireNonNullElse(e.getMessage(), e.toString());
      return List.of(Row.of(id, "could not be measured", Double.NaN, "", "", false).under(why));
    }
  }

  private static void print(List<Row> rows) {
    System.out.println();
    System.out.printf(
        LINE, "id", "what", "figure", "unit", "goal", "met", "peer", "peer's", "ratio");
    for (Row row : rows) {
      System.out.printf(
          LINE,
          row.id(),
          row.what(),
          number(row.figure()),
          row.unit(),
          row.goal(),
          row.goal().isEmpty() ? "" : row.met() ? "yes" : "no",
          Objects.requireNonNullElse(row.peer(), ""),
          row.peerFigure() == null ? "" : number(row.peerFigure()),
          row.ratio() == null ? "" : number(row.ratio()));
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 1_000 ? "%,.2f" : "%,.0f", value);
  }
}
