package io.permanence.callrouter.desk;

import io.permanence.callrouter.desk.Engagement.Free;
import io.permanence.callrouter.desk.Engagement.OnCall;
import io.permanence.callrouter.desk.Engagement.WrapUp;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.TeamId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A secretary at the desk (B4). Her {@link #presence()} is not stored but follows from the facts,
 * so that it can never contradict them:
 *
 * <pre>
 *   off duty                          → SIGNED_OFF
 *   engagement offered/on call/wrap-up → OFFERED / TALKING / WRAP_UP
 *   wants a break                     → BREAK
 *   missed too many offers            → PAUSED
 *   telephone not usable              → PREPARING
 *   wants calls                       → READY, otherwise PREPARING
 * </pre>
 *
 * @param profile her teams, languages and skills
 * @param since when the presence last changed
 * @param idleSince when she last became free; decides whose turn it is (B3)
 * @param misses offers missed in a row
 */
public record SecretaryState(
    AccountId account,
    Profile profile,
    Telephone telephone,
    Wish wish,
    Engagement engagement,
    int misses,
    boolean paused,
    Instant since,
    Instant idleSince) {
  /** What she asked for last. */
  public sealed interface Wish {
    /** Not at the desk. */
    record Off() implements Wish {}

    /** Signed in, nothing asked yet. */
    record Nothing() implements Wish {}

    /** Take calls. */
    record Calls() implements Wish {}

    /** A break. */
    record Pause(BreakReason reason) implements Wish {}
  }

  /** A secretary who is not at the desk. */
  public static SecretaryState absent(AccountId account, TeamId team, Instant now) {
    return absent(account, Profile.of(team), now);
  }

  /** A secretary who is not at the desk. */
  public static SecretaryState absent(AccountId account, Profile profile, Instant now) {
    return new SecretaryState(
        account, profile, Telephone.ABSENT, new Wish.Off(), new Free(), 0, false, now, now);
  }

  /** Her own team. */
  public TeamId team() {
    return profile.team();
  }

  /** Whether a call is offered to her or she has one. */
  public boolean hasCall() {
    return engagement instanceof Engagement.OnCall || engagement instanceof Engagement.Offered;
  }

  /** The same secretary with other teams, languages or skills. */
  public SecretaryState knownAs(Profile known) {
    return new SecretaryState(
        account, known, telephone, wish, engagement, misses, paused, since, idleSince);
  }

  /** What she is doing. */
  public Presence presence() {
    return switch (engagement) {
      case Engagement.Offered offered -> Presence.OFFERED;
      case OnCall onCall -> Presence.TALKING;
      case WrapUp wrapUp -> Presence.WRAP_UP;
      case Free free -> presenceWhenFree();
    };
  }

  private Presence presenceWhenFree() {
    return switch (wish) {
      case Wish.Off off -> Presence.SIGNED_OFF;
      case Wish.Pause pause -> Presence.BREAK;
      case Wish.Nothing nothing -> Presence.PREPARING;
      case Wish.Calls calls -> {
        if (paused) {
          yield Presence.PAUSED;
        }
        yield telephone.usable() ? Presence.READY : Presence.PREPARING;
      }
    };
  }

  /** The reason of the break she is in. */
  public Optional<BreakReason> breakReason() {
    return presence() == Presence.BREAK ? wishedBreak() : Optional.empty();
  }

  /** The break that begins after the call or wrap-up. */
  public Optional<BreakReason> breakNext() {
    return presence() == Presence.BREAK ? Optional.empty() : wishedBreak();
  }

  private Optional<BreakReason> wishedBreak() {
    return wish instanceof Wish.Pause pause ? Optional.of(pause.reason()) : Optional.empty();
  }

  /**
   * The state after a signal. A signal that does not fit the state (an offer withdrawn twice, the
   * end of a call she no longer has) changes nothing.
   */
  public SecretaryState on(SecretarySignal signal, DeskRules rules, Instant now) {
    SecretaryState next =
        switch (signal) {
          case SecretarySignal.TelephoneChanged changed ->
              with(changed.telephone(), wish instanceof Wish.Off ? new Wish.Nothing() : wish);
          case SecretarySignal.WantsReady ready -> wantsReady();
          case SecretarySignal.WantsBreak wanted ->
              with(telephone, new Wish.Pause(wanted.reason()));
          case SecretarySignal.SignsOff off -> with(Telephone.ABSENT, new Wish.Off());
          case SecretarySignal.Offered offered ->
              engaged(new Engagement.Offered(offered.call(), offered.offer(), offered.expiresAt()));
          case SecretarySignal.OfferWithdrawn withdrawn ->
              has(withdrawn.offer()) ? engaged(new Free()) : this;
          case SecretarySignal.OfferMissed missed ->
              has(missed.offer()) ? afterMiss(rules, now) : this;
          case SecretarySignal.CallTaken taken -> engaged(new OnCall(taken.call())).forgiven();
          case SecretarySignal.CallOver over ->
              engagement instanceof OnCall on && on.call().equals(over.call())
                  ? engaged(new WrapUp(over.call(), now.plus(rules.wrapUp())))
                  : this;
          case SecretarySignal.CallTornAway torn ->
              engagement instanceof OnCall on && on.call().equals(torn.call())
                  ? engaged(new Free())
                  : this;
          case SecretarySignal.WrapUpOver over ->
              engagement instanceof WrapUp wrap && wrap.call().equals(over.call())
                  ? engaged(new Free())
                  : this;
        };
    return next.stampedAfter(this, now);
  }

  private boolean has(UUID offer) {
    return engagement instanceof Engagement.Offered offered && offered.offer().equals(offer);
  }

  private SecretaryState wantsReady() {
    SecretaryState ready = with(telephone, new Wish.Calls()).forgiven();
    return engagement instanceof WrapUp ? ready.engaged(new Free()) : ready;
  }

  private SecretaryState afterMiss(DeskRules rules, Instant now) {
    int missed = misses + 1;
    return new SecretaryState(
        account,
        profile,
        telephone,
        wish,
        new Free(),
        missed,
        missed >= rules.missesUntilPause(),
        since,
        now);
  }

  private SecretaryState forgiven() {
    return new SecretaryState(
        account, profile, telephone, wish, engagement, 0, false, since, idleSince);
  }

  private SecretaryState with(Telephone newTelephone, Wish newWish) {
    return new SecretaryState(
        account, profile, newTelephone, newWish, engagement, misses, paused, since, idleSince);
  }

  private SecretaryState engaged(Engagement with) {
    return new SecretaryState(
        account, profile, telephone, wish, with, misses, paused, since, idleSince);
  }

  private SecretaryState stampedAfter(SecretaryState before, Instant now) {
    Presence was = before.presence();
    Presence is = presence();
    if (was == is) {
      return this;
    }
    // A declined or withdrawn offer does not cost her the place in the turn; a missed one does.
    boolean keepsTurn = is != Presence.READY || was == Presence.OFFERED;
    return new SecretaryState(
        account,
        profile,
        telephone,
        wish,
        engagement,
        misses,
        paused,
        now,
        keepsTurn ? idleSince : now);
  }
}
