package io.permanence.e2e.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What was measured, row by row. */
public final class Measures {
  /**
   * One row of the table.
   *
   * @param figure as measured; empty when it could not be
   * @param remark why not, or under which circumstances
   */
  public record Row(
      String id,
      String what,
      OptionalDouble figure,
      String unit,
      String goal,
      boolean met,
      int rounds,
      String remark) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%-5s %-62s %12s %-8s %-10s %-3s %6d  %s",
          id,
          what,
          figure.isPresent() ? number(figure.getAsDouble()) : "—",
          unit,
          goal,
          met ? "yes" : "NO",
          rounds,
          remark);
    }

    private static String number(double value) {
      return value == Math.rint(value)
          ? String.format(Locale.ROOT, "%.0f", value)
          : String.format(Locale.ROOT, "%.1f", value);
    }
  }

  private final String id;
  private final List<Row> rows = new ArrayList<>();

  public Measures(String id) {
    this.id = id;
  }

  /** How often something happened that must not. */
  public void none(String what, long count, int rounds) {
    none(what, count, rounds, "");
  }

  /** How often something happened that must not, and what is worth knowing of it. */
  public void none(String what, long count, int rounds, String remark) {
    row(what, (double) count, "", "0", count == 0 && rounds > 0, rounds, remark);
  }

  /** The worst of some durations. */
  public void within(String what, Collection<Duration> measured, Duration limit) {
    if (measured.isEmpty()) {
      unmeasured(what, "<= %d ms".formatted(limit.toMillis()), "nothing to measure");
      return;
    }
    double worst =
        measured.stream().mapToDouble(each -> each.toNanos() / 1e6).max().orElse(Double.MAX_VALUE);
    most(what, worst, "ms", (double) limit.toMillis(), measured.size());
  }

  /** A figure that may not be greater than the limit. */
  public void most(String what, double figure, String unit, double limit, int rounds) {
    most(what, figure, unit, limit, rounds, "");
  }

  /** A figure that may not be greater than the limit, and what is worth knowing of it. */
  public void most(
      String what, double figure, String unit, double limit, int rounds, String remark) {
    String goal = "<= " + Row.number(limit);
    row(what, figure, unit, goal, figure <= limit, rounds, remark);
  }

  /** A figure that has to be reached. */
  public void least(String what, double figure, String unit, double goal, int rounds) {
    row(
        what,
        figure,
        unit,
        String.format(Locale.ROOT, ">= %.0f", goal),
        figure >= goal,
        rounds,
        "");
  }

  /** What could not be measured is not met. */
  public void unmeasured(String what, String goal, String why) {
    rows.add(new Row(id, what, OptionalDouble.empty(), "", goal, false, 0, "not measured: " + why));
  }

  private void row(
      String what,
      double figure,
      String unit,
      String goal,
      boolean met,
      int rounds,
      String remark) {
    rows.add(new Row(id, what, OptionalDouble.of(figure), unit, goal, met, rounds, remark));
  }

  /** Everything so far. */
  public List<Row> rows() {
    return List.copyOf(rows);
  }
}
