package io.permanence.callrouter.journal;

import io.permanence.model.call.CallEventKind;
import io.permanence.model.call.CallOutcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a call is, by its events: which of them may come next, and what the call came to. Every
 * call begins with <em>arrived</em> and ends exactly once, by <em>lost</em> or <em>ended</em>.
 *
 * <pre>
 *   NEW ─arrived─▶ ARRIVED ─decided─▶ DECIDED ─waiting─▶ WAITING ◀─declined, missed─ OFFERED
 *                     │       ladder-step ↺ │                └──────── offered ────────▶ │
 *                     │                     │                              answered ─────┤
 *                     └─ (fallback) ────────┤   held · resumed · consulting · conferenced ▼
 *                                           │   parked · picked-up                ↺ TALKING
 *                 announced, voicemail ◀────┴──────── put-through ──▶ PUT_THROUGH ◀──────┘
 *                          └──────────── lost, ended ──▶ OVER ◀── wrapped, recording imported ↺
 * </pre>
 *
 * @param step where the call is
 * @param answered whether anybody spoke with the caller: after that the call cannot be lost
 * @param waits whether nobody has had the caller since they came to the desk, or came back to it
 * @param outcome what the call came to so far
 */
public record CallProgress(Step step, boolean answered, boolean waits, CallOutcome outcome) {
  /** A call of which nothing is known. */
  public static final CallProgress NEW = new CallProgress(Step.NEW, false, false, CallOutcome.LOST);

  /** Where a call is. */
  public enum Step {
    NEW,
    ARRIVED,
    DECIDED,
    WAITING,
    OFFERED,
    TALKING,
    PUT_THROUGH,
    ANNOUNCED,
    VOICEMAIL,
    OVER
  }

  /** The progress after an event; empty when the event cannot come now. */
  public Optional<CallProgress> after(CallEventKind kind) {
    return next(kind)
        .map(
            next ->
                new CallProgress(
                    next,
                    answered || next == Step.TALKING || next == Step.PUT_THROUGH,
                    waits(next),
                    better(kind)));
  }

  /** Who left a message, or ended, waited until then or did not. */
  private boolean waits(Step next) {
    return switch (next) {
      case WAITING, OFFERED -> true;
      case NEW, ARRIVED, DECIDED, TALKING, PUT_THROUGH, ANNOUNCED -> false;
      case VOICEMAIL, OVER -> waits;
    };
  }

  /**
   * Whether somebody spoke with the caller, who then was torn away and ended without anybody: not
   * lost, but somebody should call back (B9).
   */
  boolean tornAway() {
    return answered && waits && over();
  }

  /** Whether the call is over. */
  public boolean over() {
    return step == Step.OVER;
  }

  /** The same, when nothing was left on the voicemail to which the caller was sent. */
  CallProgress lostAfterAll() {
    return new CallProgress(step, answered, waits, CallOutcome.LOST);
  }

  /** The event that a hang-up is now: a caller to whom nothing happened is lost. */
  public CallEventKind hangUp() {
    boolean unheard = !answered && step != Step.VOICEMAIL && step != Step.ANNOUNCED;
    return unheard ? CallEventKind.LOST : CallEventKind.ENDED;
  }

  private Optional<Step> next(CallEventKind kind) {
    @Nullable Step next =
        switch (step) {
          case NEW -> kind == CallEventKind.ARRIVED ? Step.ARRIVED : null;
          case ARRIVED -> kind == CallEventKind.DECIDED ? Step.DECIDED : unheard(kind);
          case DECIDED ->
              switch (kind) {
                case LADDER_STEP -> Step.DECIDED;
                case WAITING -> Step.WAITING;
                case OFFERED -> Step.OFFERED;
                default -> unheard(kind);
              };
          case WAITING, OFFERED -> atTheDesk(kind);
          case TALKING, PUT_THROUGH -> heard(kind);
          case ANNOUNCED -> kind == CallEventKind.VOICEMAIL ? Step.VOICEMAIL : ended(kind);
          case VOICEMAIL -> kind == CallEventKind.VOICEMAIL ? Step.VOICEMAIL : ended(kind);
          case OVER ->
              switch (kind) {
                case WRAPPED, VOICEMAIL -> Step.OVER;
                default -> null;
              };
        };
    return Optional.ofNullable(next);
  }

  private @Nullable Step unheard(CallEventKind kind) {
    return switch (kind) {
      case ANSWERED -> Step.TALKING;
      case PUT_THROUGH -> Step.PUT_THROUGH;
      case ANNOUNCED -> Step.ANNOUNCED;
      case VOICEMAIL -> Step.VOICEMAIL;
      case LOST -> answered ? null : Step.OVER;
      case ENDED -> Step.OVER;
      default -> null;
    };
  }

  private @Nullable Step atTheDesk(CallEventKind kind) {
    return switch (kind) {
      case WAITING, DECLINED, MISSED -> Step.WAITING;
      case OFFERED, CARD_SHOWN -> Step.OFFERED;
      case PICKED_UP, RESUMED -> Step.TALKING;
      case LADDER_STEP -> step;
      default -> unheard(kind);
    };
  }

  private @Nullable Step heard(CallEventKind kind) {
    return switch (kind) {
      case HELD, RESUMED, CONSULTING, CONFERENCED, PARKED, PICKED_UP -> Step.TALKING;
      case LADDER_STEP -> step;
      case PUT_THROUGH -> Step.PUT_THROUGH;
      case WAITING -> Step.WAITING;
      case OFFERED -> Step.OFFERED;
      case VOICEMAIL -> Step.VOICEMAIL;
      case WRAPPED -> step;
      default -> ended(kind);
    };
  }

  private static @Nullable Step ended(CallEventKind kind) {
    return kind == CallEventKind.ENDED ? Step.OVER : null;
  }

  /** Outcomes are only bettered: who reached the customer was not merely taken or lost. */
  private CallOutcome better(CallEventKind kind) {
    return switch (kind) {
      case PUT_THROUGH -> CallOutcome.PUT_THROUGH;
      case ANSWERED, PICKED_UP -> atLeast(CallOutcome.TAKEN);
      case VOICEMAIL -> atLeast(CallOutcome.VOICEMAIL);
      case ANNOUNCED -> atLeast(CallOutcome.MESSAGE);
      default -> outcome;
    };
  }

  private CallOutcome atLeast(CallOutcome reached) {
    return worth(reached) > worth(outcome) ? reached : outcome;
  }

  private static int worth(CallOutcome outcome) {
    return switch (outcome) {
      case BROKEN, LOST -> 0;
      case MESSAGE -> 1;
      case VOICEMAIL -> 2;
      case FALLBACK -> 3;
      case TAKEN -> 4;
      case PUT_THROUGH -> 5;
    };
  }
}
