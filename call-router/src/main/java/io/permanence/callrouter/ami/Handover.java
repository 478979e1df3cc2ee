package io.permanence.callrouter.ami;

import io.vertx.core.Context;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Hands what one thread hears to an event loop, in order. The event loop is woken once for all that
 * has gathered, because waking it costs more than most of what it then does; it takes at most
 * {@value #AT_ONCE} before others have their turn.
 */
final class Handover {
  private static final int AT_ONCE = 64;

  private final Context context;
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean awake = new AtomicBoolean();

  Handover(Context context) {
    this.context = context;
  }

  /** Has it done on the event loop, after all that was handed over before. */
  void hand(Runnable work) {
    waiting.add(work);
    wake();
  }

  private void wake() {
    if (awake.compareAndSet(false, true)) {
      context.runOnContext(ignored -> take());
    }
  }

  private void take() {
    try {
      for (int done = 0; done < AT_ONCE; done++) {
        Runnable work = waiting.poll();
        if (work == null) {
          break;
        }
        work.run();
      }
    } finally {
      awake.set(false);
      if (!waiting.isEmpty()) {
        wake();
      }
    }
  }
}
