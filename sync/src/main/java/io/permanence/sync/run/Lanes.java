package io.permanence.sync.run;

import io.permanence.store.google.LinkKey;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs for many links: one at a time for each, so many at once for all, the others in the order
 * they came. Asking again for a link that waits or runs joins what is there. Lives on one context.
 */
final class Lanes {
  private static final Logger log = LoggerFactory.getLogger(Lanes.class);

  private record Waiting(LinkKey link, Promise<Ending> promise) {}

  private final int atOnce;
  private final Function<LinkKey, Future<Ending>> work;
  private final Map<LinkKey, Future<Ending>> known = new HashMap<>();
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private int running;

  Lanes(int atOnce, Function<LinkKey, Future<Ending>> work) {
    this.atOnce = atOnce;
    this.work = work;
  }

  Future<Ending> run(LinkKey link) {
    Future<Ending> already = known.get(link);
    if (already != null) {
      return already;
    }
    Promise<Ending> promise = Promise.promise();
    known.put(link, promise.future());
    waiting.add(new Waiting(link, promise));
    next();
    return promise.future();
  }

  private void next() {
    while (running < atOnce && !waiting.isEmpty()) {
      Waiting turn = waiting.remove();
      running++;
      work.apply(turn.link())
          .onFailure(
              failure -> log.warn("a run of {} was given up: {}", turn.link(), failure.toString()))
          .onComplete(
              ended -> {
                running--;
                known.remove(turn.link());
                turn.promise().handle(ended);
                next();
              });
    }
  }

  /** Starts nothing more that waits; completes when what runs has ended. */
  Future<Void> stop() {
    waiting.forEach(turn -> known.remove(turn.link()));
    waiting.clear();
    return Future.join(known.values().stream().toList()).otherwiseEmpty().mapEmpty();
  }
}
