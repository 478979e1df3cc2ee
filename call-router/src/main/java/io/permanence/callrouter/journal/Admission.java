package io.permanence.callrouter.journal;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many calls a second are taken on (R12): above that rate a caller is told at once that all
 * lines are busy, so that those already taken on are served as usual. One second's worth may come
 * in one moment; then one call is admitted whenever its share of a second has passed. Safe from any
 * thread.
 */
public final class Admission {
  private static final long BURST = TimeUnit.SECONDS.toNanos(1);

  private final long share;

  /** When the calls admitted so far will have used up their shares; nanoseconds since 1970. */
  private final AtomicLong usedUntil = new AtomicLong();

  /**
   * A limit.
   *
   * @param callsASecond at least 1
   */
  public Admission(int callsASecond) {
    this.share = BURST / callsASecond;
  }

  /** Whether a call that arrives now is taken on; counts it when it is. */
  public boolean admits(Instant at) {
    long now = TimeUnit.SECONDS.toNanos(at.getEpochSecond()) + at.getNano();
    while (true) {
      long used = usedUntil.get();
      // A clock that was set back must not close the door for long.
      boolean past = used < now || used > now + 2 * BURST;
      long next = (past ? now : used) + share;
      if (next > now + BURST) {
        return false;
      }
      if (usedUntil.compareAndSet(used, next)) {
        return true;
      }
    }
  }
}
