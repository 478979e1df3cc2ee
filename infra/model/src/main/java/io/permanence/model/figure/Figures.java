package io.permanence.model.figure;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The figures of some calls (B11). All waits are counted from the first ring.
 *
 * <table>
 *   <caption>Rates</caption>
 *   <tr><td>service level</td><td>answered in time, of those answered, abandoned (without the short
 *       ones) and turned away</td></tr>
 *   <tr><td>abandon rate</td><td>abandoned, of those answered, abandoned and turned away</td></tr>
 *   <tr><td>without short abandons</td><td>the same, short abandons left out above and
 *       below</td></tr>
 *   <tr><td>average speed of answer</td><td>of those answered</td></tr>
 * </table>
 *
 * Rates are whole per cent, rounded down, and absent while there is nothing to count. Calls still
 * waiting or not meant for anybody (blocked, out of hours) count as arrived and nowhere else.
 *
 * @param abandoned callers who gave up before anybody answered, short ones included
 * @param turnedAway came to the desk and got a message, voicemail or a promise to be called back
 */
public record Figures(
    int arrived,
    int answered,
    int answeredInTime,
    int abandoned,
    int abandonedShort,
    int turnedAway,
    Optional<Long> averageAnswerSeconds) {
  /** The figures of these calls. */
  public static Figures of(Collection<CountedCall> calls, FigureRules rules) {
    List<Duration> answers = new ArrayList<>();
    List<Duration> inVain = new ArrayList<>();
    int turnedAway = 0;
    for (CountedCall call : calls) {
      call.waitedForAnswer().ifPresent(answers::add);
      call.waitedInVain().ifPresent(inVain::add);
      turnedAway += call.turnedAway() ? 1 : 0;
    }
    return new Figures(
        calls.size(),
        answers.size(),
        atMost(rules.inTime(), answers),
        inVain.size(),
        atMost(rules.shortAbandon(), inVain),
        turnedAway,
        average(answers));
  }

  private static int atMost(Duration limit, List<Duration> waits) {
    return (int) waits.stream().filter(wait -> wait.compareTo(limit) <= 0).count();
  }

  private static Optional<Long> average(List<Duration> waits) {
    return waits.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Math.round(waits.stream().mapToLong(Duration::toMillis).average().orElse(0) / 1000));
  }

  /** Per cent answered in time. */
  public Optional<Integer> serviceLevelPercent() {
    return percent(answeredInTime, answered + abandoned - abandonedShort + turnedAway);
  }

  /** Per cent abandoned. */
  public Optional<Integer> abandonPercent() {
    return percent(abandoned, answered + abandoned + turnedAway);
  }

  /** Per cent abandoned, short abandons left out. */
  public Optional<Integer> abandonPercentWithoutShort() {
    int held = abandoned - abandonedShort;
    return percent(held, answered + held + turnedAway);
  }

  private static Optional<Integer> percent(int part, int whole) {
    return whole == 0 ? Optional.empty() : Optional.of((int) (100L * part / whole));
  }

  /** The figures by something of the call: its team, its line, its day, its half hour. */
  public static <K extends Comparable<K>> TreeMap<K, Figures> by(
      Function<CountedCall, K> key, Collection<CountedCall> calls, FigureRules rules) {
    TreeMap<K, List<CountedCall>> groups = new TreeMap<>();
    for (CountedCall call : calls) {
      groups.computeIfAbsent(key.apply(call), each -> new ArrayList<>()).add(call);
    }
    TreeMap<K, Figures> figures = new TreeMap<>();
    groups.forEach((each, group) -> figures.put(each, of(group, rules)));
    return figures;
  }

  /** The beginning of the half hour a moment falls into, by that zone's clock. */
  public static Instant halfHour(Instant at, ZoneId zone) {
    ZonedDateTime local = at.atZone(zone);
    ZonedDateTime hour = local.truncatedTo(ChronoUnit.HOURS);
    return (local.getMinute() < 30 ? hour : hour.plusMinutes(30)).toInstant();
  }
}
