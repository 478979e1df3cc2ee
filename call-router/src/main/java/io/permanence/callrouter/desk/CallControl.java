package io.permanence.callrouter.desk;

import io.permanence.callrouter.desk.Stage.Connecting;
import io.permanence.callrouter.desk.Stage.Consulting;
import io.permanence.callrouter.desk.Stage.Held;
import io.permanence.callrouter.desk.Stage.Offered;
import io.permanence.callrouter.desk.Stage.Over;
import io.permanence.callrouter.desk.Stage.PutThrough;
import io.permanence.callrouter.desk.Stage.Talking;
import io.permanence.callrouter.desk.Stage.Waiting;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.TeamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One call while it is at the desk, as a state machine that does nothing itself: each signal gives
 * the next state and the commands to carry out (B2, B4, B5).
 *
 * <pre>
 *            offer          card shown + accept + leg        Bridge
 *   WAITING ───────▶ OFFERED ─────────────────▶ CONNECTING ────────▶ TALKING ◀──┐
 *      ▲  declined, missed │                        │             hold │  ▲ resume │
 *      └───────────────────┴── secretary's leg gone ┴── (goes first) ──▼──┴──┐     │ cancel
 *                                                                     HELD   │     │
 *                                        busy, no answer ▲   consult │       │     │
 *                                                        └─ CONSULTING ────────────┘
 *                                                              │ complete
 *   OVER ◀── caller or customer hangs up ──────────────── PUT THROUGH
 * </pre>
 *
 * The caller hanging up ends every stage. Wishes that a stage does not allow are refused and change
 * nothing; other signals that do not fit (they arrive late) are ignored.
 *
 * @param waitingSince when the caller came to the desk
 * @param since when the stage was entered
 * @param revision grows with each change
 * @param passes who declined or missed this call, and when last
 */
public record CallControl(
    CallId id,
    Stage stage,
    Instant waitingSince,
    Instant since,
    int revision,
    Optional<Instant> offeredAt,
    Optional<Instant> answeredAt,
    List<Attempt> attempts,
    Map<AccountId, Instant> passes) {
  public CallControl {
    attempts = List.copyOf(attempts);
    passes = Map.copyOf(passes);
  }

  /** A caller who has just come to the desk. */
  public static CallControl arrived(CallId id, Instant now) {
    return at(id, new Waiting(false), now, now);
  }

  /** A call found at that stage, when the picture is rebuilt after a restart. */
  public static CallControl at(CallId id, Stage stage, Instant waitingSince, Instant now) {
    boolean answered = !(stage instanceof Waiting);
    return new CallControl(
        id,
        stage,
        waitingSince,
        now,
        0,
        answered ? Optional.of(waitingSince) : Optional.empty(),
        answered ? Optional.of(now) : Optional.empty(),
        List.of(),
        Map.of());
  }

  /** This call as the desk's policy sees it, when it waits. */
  public Optional<WaitingCall> waiting(List<TeamId> teams, boolean vip) {
    return stage instanceof Waiting waiting
        ? Optional.of(new WaitingCall(id, teams, waitingSince, vip, waiting.returning(), passes))
        : Optional.empty();
  }

  /** What becomes of this call by a signal. */
  public Step on(CallSignal signal, Instant now) {
    return switch (signal) {
      case CallSignal.Wish wish -> CallWishes.on(this, wish, now);
      case CallSignal.Offer offer -> CallOffers.offer(this, offer, now);
      case CallSignal.CardShown shown -> CallOffers.cardShown(this, shown, now);
      case CallSignal.OfferExpired expired -> CallOffers.expired(this, expired, now);
      case CallSignal.WaitedTooLong tooLong -> CallOffers.tooLong(this, now);
      case CallSignal.ChoseCallback chose -> CallOffers.chose(this, Ending.CALLBACK, now);
      case CallSignal.ChoseMessage chose -> CallOffers.chose(this, Ending.VOICEMAIL, now);
      case CallSignal.SecretaryLegRests rests -> CallOffers.legRests(this, now);
      case CallSignal.CallerJoined joined -> CallOffers.callerJoined(this, now);
      case CallSignal.HandsetDown down -> CallLegs.handsetDown(this, now);
      case CallSignal.LegGone gone -> CallLegs.gone(this, gone.leg(), now);
      case CallSignal.ThirdAnswered answered -> CallLegs.thirdAnswered(this, now);
      case CallSignal.ThirdJoined joined -> CallLegs.thirdJoined(this, now);
      case CallSignal.ThirdFailed failed -> CallLegs.thirdFailed(this, failed.outcome(), now);
      case CallSignal.CommandFailed failed -> CallLegs.commandFailed(this, failed.command(), now);
    };
  }

  /** Whether nothing is left to do for this call. */
  public boolean over() {
    return stage instanceof Over;
  }

  /** Whether this secretary has the caller, connected or on hold. */
  public boolean isHeldBy(AccountId secretary) {
    return switch (stage) {
      case Talking talking -> talking.secretary().equals(secretary);
      case Held held -> held.secretary().equals(secretary);
      case Consulting consulting -> consulting.secretary().equals(secretary);
      case Waiting w -> false;
      case Offered o -> false;
      case Connecting c -> false;
      case PutThrough p -> false;
      case Over o -> false;
    };
  }

  Step ignored() {
    return new Step.Done(this, List.of());
  }

  Step to(Stage next, Instant now, DeskCommand... commands) {
    return new Step.Done(entering(next, now), List.of(commands));
  }

  CallControl entering(Stage next, Instant now) {
    boolean offered = next instanceof Offered && !(stage instanceof Offered);
    boolean answered = next instanceof Talking && answeredAt.isEmpty();
    return new CallControl(
        id,
        next,
        waitingSince,
        now,
        revision + 1,
        offered ? Optional.of(now) : offeredAt,
        answered ? Optional.of(now) : answeredAt,
        attempts,
        passes);
  }

  CallControl with(Attempt attempt) {
    List<Attempt> more = new ArrayList<>(attempts);
    more.add(attempt);
    return new CallControl(
        id, stage, waitingSince, since, revision, offeredAt, answeredAt, more, passes);
  }

  CallControl passedBy(AccountId secretary, Instant now) {
    Map<AccountId, Instant> more = new HashMap<>(passes);
    more.put(secretary, now);
    return new CallControl(
        id, stage, waitingSince, since, revision, offeredAt, answeredAt, attempts, more);
  }
}
