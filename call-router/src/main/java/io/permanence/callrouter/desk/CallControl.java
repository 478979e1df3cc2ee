package io.permanence.callrouter.desk;

import io.permanence.callrouter.desk.Stage.Connecting;
import io.permanence.callrouter.desk.Stage.Offered;
import io.permanence.callrouter.desk.Stage.Over;
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
 *   WAITING ───────▶ OFFERED ─────────────────▶ CONNECTING ────────▶ TALKING ◀─ resume, hold ─▶ HELD
 *    ▲ ▲ ▲ declined, missed │                        │                │  ▲ cancel
 *    │ │ └──────────────────┴── secretary's leg gone ┴─ (goes first) ─┤  ├─────────── CONSULTING
 *    │ │                                                              │  ├─────────── TRANSFERRING
 *    │ └── nobody picks up ── PARKED ◀─▶ PICKING UP ──────────────────┘  └─────────── CONFERENCE
 *    └──── nobody answers, and she has let go ── TRANSFERRING
 *   OVER ◀── caller or customer hangs up ── PUT THROUGH ◀── complete, answered, she leaves
 * </pre>
 *
 * <p>What a wish leads to; a dash is a refusal that names its rule, and = changes nothing:
 *
 * <table>
 *   <caption>Stage and wish</caption>
 *   <tr><th></th><th>talking</th><th>held</th><th>consulting</th><th>transferring</th><th>conference</th></tr>
 *   <tr><td>hold</td><td>held</td><td>=</td><td>=</td><td>–</td><td>consulting</td></tr>
 *   <tr><td>resume</td><td>=</td><td>talking</td><td>–</td><td>–</td><td>=</td></tr>
 *   <tr><td>consult</td><td>consulting</td><td>consulting</td><td>= for the same number, else –</td><td>–</td><td>–</td></tr>
 *   <tr><td>blind</td><td>transferring</td><td>transferring</td><td>–</td><td>=</td><td>–</td></tr>
 *   <tr><td>let go</td><td>–</td><td>–</td><td>–</td><td>transferring, without her</td><td>–</td></tr>
 *   <tr><td>complete</td><td>–</td><td>–</td><td>put through, once connected</td><td>–</td><td>put through</td></tr>
 *   <tr><td>cancel</td><td>=</td><td>talking</td><td>talking</td><td>talking, while she stays</td><td>talking</td></tr>
 *   <tr><td>confer</td><td>–</td><td>–</td><td>conference, once connected</td><td>–</td><td>=</td></tr>
 *   <tr><td>park</td><td>parked</td><td>parked</td><td>–</td><td>–</td><td>–</td></tr>
 *   <tr><td>press</td><td>= to the caller</td><td>–</td><td>= to the customer, once connected</td><td>–</td><td>= to the customer</td></tr>
 *   <tr><td>voicemail</td><td>over</td><td>over</td><td>over</td><td>over</td><td>over</td></tr>
 *   <tr><td>hang up</td><td>over</td><td>over</td><td>over</td><td>over</td><td>over</td></tr>
 * </table>
 *
 * <p>A parked call can only be picked up; the picker may cancel. In every other stage only the
 * repetition of what led there is accepted.
 *
 * <p>The way back when it fails half-way; the caller hears music meanwhile, never silence:
 *
 * <table>
 *   <caption>Stage and failure</caption>
 *   <tr><th></th><th>number not reached</th><th>customer hangs up</th><th>secretary's leg gone</th><th>Asterisk refuses</th><th>at the latest after</th></tr>
 *   <tr><td>connecting</td><td></td><td></td><td>waiting</td><td>waiting</td><td>a command's time</td></tr>
 *   <tr><td>talking</td><td></td><td></td><td>waiting, goes first</td><td>held</td><td></td></tr>
 *   <tr><td>held</td><td></td><td></td><td>waiting, goes first</td><td>talking</td><td></td></tr>
 *   <tr><td>consulting</td><td>next number when climbing, else held</td><td>held</td><td>waiting, goes first</td><td>held</td><td>the number's ring time</td></tr>
 *   <tr><td>transferring</td><td>next number, voicemail, or held / waiting</td><td>held / waiting</td><td>goes on without her</td><td>held / waiting</td><td>the number's ring time</td></tr>
 *   <tr><td>conference</td><td></td><td>talking</td><td>put through</td><td>consulting</td><td></td></tr>
 *   <tr><td>parked</td><td></td><td></td><td></td><td></td><td>waiting, goes first</td></tr>
 *   <tr><td>picking up</td><td></td><td></td><td>parked</td><td>parked</td><td>parked</td></tr>
 *   <tr><td>put through</td><td></td><td>over; waiting, goes first, before they met</td><td></td><td>waiting, goes first</td><td></td></tr>
 * </table>
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

  /**
   * A call found at that stage, when the picture is rebuilt after a restart. Who had a secretary
   * and lost her meanwhile waits anew.
   */
  public static CallControl at(CallId id, Stage stage, Instant arrivedAt, Instant now) {
    boolean returning = stage instanceof Waiting waiting && waiting.returning();
    boolean answered = returning || !(stage instanceof Waiting);
    return new CallControl(
        id,
        stage,
        returning ? now : arrivedAt,
        now,
        0,
        answered ? Optional.of(arrivedAt) : Optional.empty(),
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
      case CallSignal.Broke broke -> CallLegs.broke(this, now);
      case CallSignal.ThirdAnswered answered ->
          CallTransfers.answered(this, answered.number(), now);
      case CallSignal.ThirdJoined joined -> CallTransfers.joined(this, now);
      case CallSignal.CallerMetThird met -> CallTransfers.met(this, now);
      case CallSignal.ThirdFailed failed -> CallTransfers.failed(this, failed, now);
      case CallSignal.PickUpExpired expired -> CallParking.pickUpExpired(this, now);
      case CallSignal.ParkedTooLong tooLong -> CallParking.tooLong(this, now);
      case CallSignal.FoundAt found -> CallLegs.foundAt(this, found.stage(), now);
      case CallSignal.CommandFailed failed -> CallLegs.commandFailed(this, failed, now);
    };
  }

  /** Whether nothing is left to do for this call. */
  public boolean over() {
    return stage instanceof Over;
  }

  /** Whether this secretary has the caller, connected or on hold. */
  public boolean isHeldBy(AccountId secretary) {
    boolean before =
        stage instanceof Waiting || stage instanceof Offered || stage instanceof Connecting;
    return !before && stage.engages().filter(secretary::equals).isPresent();
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
    // Who had a secretary before waits anew: the time spent with her is no waiting.
    boolean waitsAnew = next instanceof Waiting && answeredAt.isPresent() && hadSecretary();
    return new CallControl(
        id,
        next,
        waitsAnew ? now : waitingSince,
        now,
        revision + 1,
        offered ? Optional.of(now) : offeredAt,
        answered ? Optional.of(now) : answeredAt,
        attempts,
        passes);
  }

  private boolean hadSecretary() {
    return !(stage instanceof Waiting || stage instanceof Offered || stage instanceof Connecting);
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
