package io.permanence.callrouter.floor;

import io.permanence.callrouter.ami.Switchboard;
import io.permanence.callrouter.journal.CallJournal;
import io.permanence.callrouter.journal.LiveCall;
import io.permanence.model.id.CallId;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Compares the calls that are open, or were when the service stopped, with those Asterisk has: the
 * others broke, and somebody calls back (R6). A call whose end nobody heard, because the caller
 * hung up before it was decided or while the connection was cut, ends when its caller has been
 * missing for {@value #MISSING_SECONDS} seconds.
 */
public final class Leftovers {
  private static final long LOOK_AGAIN_MILLIS = 500;

  /** A call decided just now may not be in the picture yet. */
  private static final Duration YOUNG = Duration.ofSeconds(3);

  private static final int MISSING_SECONDS = 5;

  private final Vertx vertx;
  private final Switchboard switchboard;
  private final CallJournal journal;
  private final BiConsumer<CallId, Instant> unheard;
  private final Clock clock;
  private final Map<CallId, Instant> missing = new HashMap<>();
  private boolean compared;
  private boolean looking;

  /**
   * Settles with that picture of Asterisk.
   *
   * @param unheard what becomes of a call whose caller hung up unheard
   */
  public Leftovers(
      Vertx vertx,
      Switchboard switchboard,
      CallJournal journal,
      BiConsumer<CallId, Instant> unheard,
      Clock clock) {
    this.vertx = vertx;
    this.switchboard = switchboard;
    this.journal = journal;
    this.unheard = unheard;
    this.clock = clock;
  }

  /** Settles these calls as soon as Asterisk has told which channels there are now. */
  public void settle(List<LiveCall> open) {
    switchboard
        .look()
        .onSuccess(seen -> compare(open))
        .onFailure(unseen -> vertx.setTimer(LOOK_AGAIN_MILLIS, ignored -> settle(open)));
  }

  private void compare(List<LiveCall> open) {
    Instant now = clock.instant();
    for (LiveCall call : open) {
      if (!isYoung(call, now) && !isThere(call)) {
        journal.broken(call.id(), now);
      }
    }
  }

  /** Settles those that came before the connection broke: their Asterisk is dead (R6). */
  public void broke(List<LiveCall> open, Instant lostAt) {
    Instant now = clock.instant();
    open.stream()
        .filter(call -> call.arrivedAt().isBefore(lostAt) && !isThere(call))
        .forEach(call -> journal.broken(call.id(), now));
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

  /**
   * Ends the calls whose caller has been missing for long, at the moment they were first missed.
   * Called every now and then; knows nothing while Asterisk cannot be heard.
   */
  public void sweep(List<LiveCall> open) {
    Instant now = clock.instant();
    Map<CallId, Instant> before = Map.copyOf(missing);
    missing.clear();
    if (!switchboard.listed() || !switchboard.connected()) {
      return;
    }
    open.stream()
        .filter(call -> !isThere(call))
        .forEach(call -> missing.put(call.id(), before.getOrDefault(call.id(), now)));
    Map<CallId, Instant> suspects = new HashMap<>(missing);
    suspects.values().removeIf(since -> since.plusSeconds(MISSING_SECONDS).isAfter(now));
    if (!suspects.isEmpty() && !looking) {
      looking = true;
      switchboard.look().onComplete(seen -> judge(suspects, seen.succeeded()));
    }
  }

  /** A caller whom nobody has answered yet is in the picture only when Asterisk was asked. */
  private void judge(Map<CallId, Instant> suspects, boolean seen) {
    looking = false;
    suspects.forEach(
        (call, since) -> {
          if (seen && !isThere(call)) {
            unheard.accept(call, since);
          }
        });
  }

  private static boolean isYoung(LiveCall call, Instant now) {
    return call.arrivedAt().plus(YOUNG).isAfter(now);
  }

  private boolean isThere(LiveCall call) {
    return isThere(call.id());
  }

  private boolean isThere(CallId call) {
    return switchboard.channels().newest(call, DeskCall.CALLER).isPresent();
  }
}
