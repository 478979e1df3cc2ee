package io.permanence.sync.plan;

import io.permanence.model.id.ConsentId;
import io.permanence.model.line.BusyTimes;
import io.permanence.model.line.Windows.Span;
import io.permanence.model.mirror.MirroredBusyTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an answer about a calendar's busy times changes (A8).
 *
 * <ul>
 *   <li>The question goes from yesterday to {@value #DAYS_AHEAD} days ahead, in whole days of UTC:
 *       what Google cuts off at the edges is then cut in the same place all day.
 *   <li>A busy time has no name but itself: one that moved is another one.
 *   <li>What is kept under the consent of this run already is not written again.
 *   <li>What is kept under another consent is kept under this one from now on.
 *   <li>What the answer does not name is removed: an answer is whole, so an empty one empties.
 *   <li>Of more than {@value #MOST} busy times the earliest are kept: what is far off is not
 *       decided by today, and comes nearer with every run.
 * </ul>
 */
public final class BusyPlan {
  static final int DAYS_BACK = 1;
  static final int DAYS_AHEAD = 60;
  static final int MOST = 1_000;

  private BusyPlan() {}

  /** From when to when a run asks. */
  public static Span window(Instant now) {
    Instant today = now.truncatedTo(ChronoUnit.DAYS);
    return new Span(
        today.minus(Duration.ofDays(DAYS_BACK)), today.plus(Duration.ofDays(DAYS_AHEAD + 1)));
  }

  /**
   * What to write.
   *
   * @param kept everything the customer's mirror holds
   * @param consent of this run
   */
  public static BusyChanges changes(
      Collection<MirroredBusyTime> kept, ConsentId consent, BusyTimes answer) {
    Set<Span> named = new LinkedHashSet<>(answer.spans().stream().limit(MOST).toList());
    List<Span> ours =
        kept.stream()
            .filter(each -> each.consent().equals(consent))
            .map(MirroredBusyTime::busy)
            .toList();
    Set<Span> added = new LinkedHashSet<>(named);
    ours.forEach(added::remove);
    return new BusyChanges(
        List.copyOf(added),
        kept.stream().map(MirroredBusyTime::busy).filter(busy -> !named.contains(busy)).toList());
  }
}
