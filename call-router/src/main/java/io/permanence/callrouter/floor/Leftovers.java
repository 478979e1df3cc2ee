package io.permanence.callrouter.floor;

import io.permanence.callrouter.ami.Switchboard;
import io.permanence.callrouter.journal.CallJournal;
import io.permanence.callrouter.journal.LiveCall;
import io.permanence.model.id.CallId;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Compares the calls that are open, or were when the service stopped, with those Asterisk has: the
 * others broke, and somebody calls back (R6).
 */
public final class Leftovers {
  private static final long LOOK_AGAIN_MILLIS = 500;

  /** A call decided just now may not be in the picture yet. */
  private static final Duration YOUNG = Duration.ofSeconds(3);

  private final Vertx vertx;
  private final Switchboard switchboard;
  private final CallJournal journal;
  private final Consumer<LiveCall> dropped;
  private final BiConsumer<CallId, Instant> unheard;
  private final Clock clock;
  private boolean compared;

  /**
   * Settles with that picture of Asterisk.
   *
   * @param dropped what becomes of a call that broke
   * @param unheard what becomes of a call whose caller hung up unheard
   */
  public Leftovers(
      Vertx vertx,
      Switchboard switchboard,
      CallJournal journal,
      Consumer<LiveCall> dropped,
      BiConsumer<CallId, Instant> unheard,
      Clock clock) {
    this.vertx = vertx;
    this.switchboard = switchboard;
    this.journal = journal;
    this.dropped = dropped;
    this.unheard = unheard;
    this.clock = clock;
  }

  /** Settles these calls as soon as Asterisk's channels are known. */
  public void settle(List<LiveCall> open) {
    if (!switchboard.listed()) {
      vertx.setTimer(LOOK_AGAIN_MILLIS, ignored -> settle(open));
      return;
    }
    Instant now = clock.instant();
    for (LiveCall call : open) {
      if (!isYoung(call, now) && !isThere(call) && journal.broken(call.id(), now)) {
        dropped.accept(call);
      }
    }
  }

  /** Settles those that came before the connection broke: their Asterisk is dead (R6). */
  public void broke(List<LiveCall> open, Instant lostAt) {
    Instant now = clock.instant();
    open.stream()
        .filter(call -> call.arrivedAt().isBefore(lostAt) && !isThere(call))
        .filter(call -> journal.broken(call.id(), now))
        .forEach(dropped);
  }

  /** Ends these calls as they stand where their caller went while we did not hear (R7). */
  public void wentUnheard(List<LiveCall> open) {
    if (!compared) {
      compared = true; // the first picture after a start is not of what we missed
      return;
    }
    Instant now = clock.instant();
    open.stream()
        .filter(call -> !isYoung(call, now) && !isThere(call))
        .forEach(call -> unheard.accept(call.id(), now));
  }

  private static boolean isYoung(LiveCall call, Instant now) {
    return call.arrivedAt().plus(YOUNG).isAfter(now);
  }

  private boolean isThere(LiveCall call) {
    return switchboard.channels().newest(call.id(), DeskCall.CALLER).isPresent();
  }
}
