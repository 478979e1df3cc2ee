package io.permanence.callrouter.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How many calls a second are taken on (R12): above that rate a caller is told at once that all
 * lines are busy, so that those already taken on are served as usual. One second's worth may come
 * in one moment; then one call is admitted whenever its share of a second has passed. Safe from any
 * thread.
 */
public final class Admission {
  private static final Duration BURST = Duration.ofSeconds(1);

  private final Duration share;

  /** When the calls admitted so far will have used up their shares. */
  private final AtomicReference<Instant> usedUntil = new AtomicReference<>(Instant.EPOCH);

  /**
   * A limit.
   *
   * @param callsASecond at least 1
   */
  public Admission(int callsASecond) {
    this.share = BURST.dividedBy(callsASecond);
  }

  /** Whether a call that arrives now is taken on; counts it when it is. */
  public boolean admits(Instant now) {
    while (true) {
      Instant used = Objects.requireNonNull(usedUntil.get());
      // A clock that was set back must not close the door for long.
      boolean past = used.isBefore(now) || used.isAfter(now.plus(BURST.multipliedBy(2)));
      Instant next = (past ? now : used).plus(share);
      if (next.isAfter(now.plus(BURST))) {
        return false;
      }
      if (usedUntil.compareAndSet(used, next)) {
        return true;
      }
    }
  }
}
