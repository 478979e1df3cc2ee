package io.permanence.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table and one element of {@code .run/bench.json}: what was measured on this run.
 *
 * @param id of the figure in QUALITY, {@code P2} for instance
 * @param what in words
 * @param figure what was measured; NaN when it could not be
 * @param goal in words
 * @param met whether the goal is reached
 * @param peer whom it is compared with, measured in the same run
 * @param ratio ours divided by the peer's
 * @param conditions what else to know: how many calls, how long, what ran beside it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Row(
    String id,
    String what,
    double figure,
    String unit,
    String goal,
    boolean met,
    @Nullable String peer,
    @Nullable Double peerFigure,
    @Nullable Double ratio,
    String conditions) {

  /** A figure that stands for itself. */
  public static Row of(
      String id, String what, double figure, String unit, String goal, boolean met) {
    return new Row(id, what, figure, unit, goal, met, null, null, null, "");
  }

  /** A figure that says something about the machine or a peer, without a goal of its own. */
  public static Row told(String id, String what, double figure, String unit) {
    return of(id, what, figure, unit, "", true);
  }

  /** Beside the same figure of somebody else in the same run. */
  public Row beside(String name, double theirs) {
    return new Row(id, what, figure, unit, goal, met, name, theirs, figure / theirs, conditions);
  }

  public Row under(String circumstances) {
    return new Row(id, what, figure, unit, goal, met, peer, peerFigure, ratio, circumstances);
  }
}
