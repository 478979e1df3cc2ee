package io.permanence.push.relay;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims work and has it done, so much at once. Waking it costs nothing when it is busy. Lives on
 * one context; {@link #wake} may be called from anywhere.
 */
final class Pump<T> {
  private static final Logger log = LoggerFactory.getLogger(Pump.class);

  private final String name;
  private final Context context;
  private final IntSupplier atOnce;
  private final IntFunction<Future<List<T>>> claim;
  private final Function<List<T>, List<Future<Void>>> work;
  private final Promise<Void> idle = Promise.promise();
  private int underWay;
  private boolean claiming;
  private boolean wanted;
  private boolean stopped;
  private boolean failing;

  /**
   * A pump at rest.
   *
   * @param atOnce how much may be under way now
   * @param claim takes at most so much
   * @param work does the pieces that were claimed together, and tells the end of each in their
   *     order; one that fails is logged and left to its lease
   */
  Pump(
      String name,
      Context context,
      IntSupplier atOnce,
      IntFunction<Future<List<T>>> claim,
      Function<List<T>, List<Future<Void>>> work) {
    this.name = name;
    this.context = context;
    this.atOnce = atOnce;
    this.claim = claim;
    this.work = work;
  }

  /** There may be something to do. */
  void wake() {
    context.runOnContext(ignored -> look());
  }

  private void look() {
    int most = atOnce.getAsInt();
    int room = most - underWay;
    wanted = true;
    if (stopped || claiming || room < Math.max(1, most / 4)) {
      return;
    }
    claiming = true;
    wanted = false;
    claim
        .apply(room)
        .onSuccess(claimed -> start(claimed, room))
        .onComplete(claimed -> tell(claimed.cause()))
        .onComplete(
            ignored -> {
              claiming = false;
              if (wanted) {
                look();
              }
              settle();
            });
  }

  /** Tells once that nothing can be claimed, and once that it can again. */
  private void tell(@Nullable Throwable failure) {
    if (failure != null && !failing) {
      log.warn("{}: nothing can be claimed: {}", name, reason(failure));
    }
    if (failure == null && failing) {
      log.info("{}: work can be claimed again", name);
    }
    failing = failure != null;
  }

  private void start(List<T> claimed, int room) {
    underWay += claimed.size();
    wanted |= claimed.size() == room;
    for (Future<Void> piece : begun(claimed)) {
      piece
          .onFailure(failure -> log.warn("{}: left to its lease: {}", name, reason(failure)))
          .onComplete(
              ignored -> {
                underWay--;
                if (wanted) {
                  look();
                }
                settle();
              });
    }
  }

  private List<Future<Void>> begun(List<T> claimed) {
    try {
      return work.apply(claimed);
    } catch (RuntimeException bug) {
      log.error("{}: a bug", name, bug);
      return Collections.nCopies(claimed.size(), Future.succeededFuture());
    }
  }

  private static String reason(Throwable failure) {
    return failure.getClass().getSimpleName() + ": " + failure.getMessage();
  }

  private void settle() {
    if (stopped && underWay == 0 && !claiming) {
      idle.tryComplete();
    }
  }

  /** Claims nothing more; completes when what is under way has ended. */
  Future<Void> stop() {
    context.runOnContext(
        ignored -> {
          stopped = true;
          settle();
        });
    return idle.future();
  }
}
