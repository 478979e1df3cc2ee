package io.permanence.callrouter.floor;

import io.permanence.callrouter.ami.Switchboard;
import io.permanence.callrouter.journal.CallJournal;
import io.permanence.callrouter.journal.LiveCall;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
  private final Clock clock;

  /** Settles with that picture of Asterisk. */
  public Leftovers(
      Vertx vertx,
      Switchboard switchboard,
      CallJournal journal,
      Consumer<LiveCall> dropped,
      Clock clock) {
    this.vertx = vertx;
    this.switchboard = switchboard;
    this.journal = journal;
    this.dropped = dropped;
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
      boolean young = call.arrivedAt().plus(YOUNG).isAfter(now);
      boolean there = switchboard.channels().newest(call.id(), DeskCall.CALLER).isPresent();
      if (!young && !there && journal.broken(call.id(), now)) {
        dropped.accept(call);
      }
    }
  }
}
