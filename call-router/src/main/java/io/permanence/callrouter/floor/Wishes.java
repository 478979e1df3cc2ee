package io.permanence.callrouter.floor;

import io.permanence.callrouter.desk.CallSignal;
import io.permanence.callrouter.desk.DeskRules;
import io.permanence.callrouter.desk.Engagement;
import io.permanence.callrouter.desk.Rung;
import io.permanence.callrouter.desk.SecretaryState;
import io.permanence.callrouter.desk.Stage;
import io.permanence.callrouter.desk.Step;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** What secretaries ask of calls: whose call it must be, and what is known only here (B5). */
final class Wishes {
  /** A parked caller whom nobody picks up goes back to the desk after so long. */
  static final Duration PARKED_AT_MOST = Duration.ofMinutes(3);

  private final Clock clock;
  private final DeskRules rules;
  private final OpenCalls calls;
  private final Staff staff;
  private final Steps steps;
  private final Consumer<AccountId> endWrapUp;

  Wishes(
      Clock clock,
      DeskRules rules,
      OpenCalls calls,
      Staff staff,
      Steps steps,
      Consumer<AccountId> endWrapUp) {
    this.clock = clock;
    this.rules = rules;
    this.calls = calls;
    this.staff = staff;
    this.steps = steps;
    this.endWrapUp = endWrapUp;
  }

  Future<WishOutcome> wish(AccountId secretary, CallId id, CallSignal.Wish wish) {
    Optional<DeskCall> found = calls.find(id);
    Optional<Future<WishOutcome>> hers =
        found.filter(call -> isHers(secretary, call)).map(call -> wish(secretary, call, wish));
    return hers.orElseGet(
        () ->
            found
                .filter(call -> answersLateOffer(secretary, call, wish))
                .map(call -> refused(secretary, call, Step.Refusal.OFFER_GONE))
                .orElseGet(Wishes::notHers));
  }

  private Future<WishOutcome> wish(AccountId secretary, DeskCall call, CallSignal.Wish wish) {
    boolean forbidden =
        switch (wish) {
          case CallSignal.Consult consult -> !allowed(call, consult.rung());
          case CallSignal.Blind blind -> !allowed(call, blind.rung());
          case CallSignal.Wish other -> false;
        };
    return forbidden
        ? Future.succeededFuture(new WishOutcome.PutThroughNotAllowed(view(secretary, call)))
        : taken(secretary, call, wish);
  }

  private Future<WishOutcome> taken(AccountId secretary, DeskCall call, CallSignal.Wish wish) {
    return switch (steps.take(call, wish)) {
      case Step.Refused refused -> refused(secretary, call, refused.why());
      case Step.Done done ->
          steps
              .lastCommands(call)
              .map(ok -> (WishOutcome) new WishOutcome.Done(view(secretary, call)))
              .otherwise(failure -> new WishOutcome.Unavailable(view(secretary, call)));
    };
  }

  Future<WishOutcome> park(AccountId secretary, CallId id) {
    Instant until = clock.instant().plus(PARKED_AT_MOST);
    return calls
        .find(id)
        .filter(call -> isHers(secretary, call) || isParkedBy(secretary, call))
        .map(
            call ->
                calls
                    .freeSlot()
                    .map(slot -> taken(secretary, call, new CallSignal.Park(slot, until)))
                    .orElseGet(() -> refused(secretary, call, Step.Refusal.NEEDS_FREE_SLOT)))
        .orElseGet(Wishes::notHers);
  }

  Future<WishOutcome> pickUp(AccountId secretary, CallId id) {
    Optional<SecretaryState> state = staff.state(secretary);
    return calls
        .find(id)
        .filter(call -> state.isPresent() && mayPickUp(secretary, state.get(), call))
        .map(call -> pickUp(state.get(), call))
        .orElseGet(Wishes::notHers);
  }

  private Future<WishOutcome> pickUp(SecretaryState state, DeskCall call) {
    AccountId secretary = state.account();
    boolean another =
        (state.engagement() instanceof Engagement.OnCall on && !on.call().equals(call.id()))
            || state.engagement() instanceof Engagement.Offered;
    if (another) {
      return refused(secretary, call, Step.Refusal.NEEDS_FREE_SECRETARY);
    }
    if (!state.telephone().usable()) {
      return refused(secretary, call, Step.Refusal.NEEDS_TELEPHONE);
    }
    boolean wrapsUpAnother =
        state.engagement() instanceof Engagement.WrapUp wrap && !wrap.call().equals(call.id());
    if (wrapsUpAnother && call.control.stage() instanceof Stage.Parked) {
      endWrapUp.accept(secretary);
    }
    return taken(
        secretary,
        call,
        new CallSignal.PickUp(
            secretary, state.telephone().resting(), clock.instant().plus(rules.offerTime())));
  }

  /** Her note is sent: she does not wait for the end of her blind transfer. */
  void letGo(AccountId secretary, CallId id) {
    calls
        .find(id)
        .filter(call -> isHers(secretary, call))
        .filter(call -> call.control.stage() instanceof Stage.Transferring)
        .ifPresent(call -> steps.take(call, new CallSignal.LetGo()));
  }

  private boolean mayPickUp(AccountId secretary, SecretaryState state, DeskCall call) {
    return isHers(secretary, call) || calls.parked(Optional.of(state.team())).contains(call);
  }

  private static boolean isParkedBy(AccountId secretary, DeskCall call) {
    return OpenCalls.parking(call).filter(where -> where.by().equals(secretary)).isPresent();
  }

  private static boolean allowed(DeskCall call, Rung rung) {
    return Ladders.mayPutThrough(call.live)
        && rung.numbers().stream().allMatch(each -> Ladders.step(call.live, each).isPresent());
  }

  private static boolean isHers(AccountId secretary, DeskCall call) {
    return call.owner().filter(secretary::equals).isPresent();
  }

  /** Who declined or missed the call is told that its offer is gone; it is not hers to command. */
  private static boolean answersLateOffer(
      AccountId secretary, DeskCall call, CallSignal.Wish wish) {
    boolean answers = wish instanceof CallSignal.Accept || wish instanceof CallSignal.Decline;
    return answers && call.control.passes().containsKey(secretary);
  }

  private Future<WishOutcome> refused(AccountId secretary, DeskCall call, Step.Refusal why) {
    return Future.succeededFuture(new WishOutcome.Refused(why, view(secretary, call)));
  }

  private static Future<WishOutcome> notHers() {
    return Future.succeededFuture(new WishOutcome.NotHers());
  }

  private CallView view(AccountId secretary, DeskCall call) {
    return steps.view(secretary, call);
  }
}
