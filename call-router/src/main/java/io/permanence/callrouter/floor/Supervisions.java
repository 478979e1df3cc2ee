package io.permanence.callrouter.floor;

import io.permanence.callrouter.ami.Channel;
import io.permanence.callrouter.ami.Switchboard;
import io.permanence.callrouter.desk.DeskRules;
import io.permanence.callrouter.desk.SecretarySignal;
import io.permanence.callrouter.desk.SecretaryState;
import io.permanence.callrouter.desk.Supervision;
import io.permanence.callrouter.desk.Supervision.Mode;
import io.permanence.callrouter.desk.Telephone;
import io.permanence.model.id.AccountId;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Supervisors in calls (B10): announced on the secretary's screen first, then begun, and ended with
 * the call, by wish, or when the supervisor's telephone is gone. A leg that Asterisk shows
 * listening and nobody knows of (after a restart of the service) is taken out.
 */
final class Supervisions {
  private static final Logger log = LoggerFactory.getLogger(Supervisions.class);

  private final Clock clock;
  private final DeskRules rules;
  private final Switchboard switchboard;
  private final Telephones telephones;
  private final OpenCalls calls;
  private final Staff staff;
  private final Steps steps;
  private final Consumer<AccountId> endWrapUp;
  private final Map<AccountId, Watch> watches = new HashMap<>();
  private final Set<AccountId> takingOut = new HashSet<>();
  private final Set<String> leaving = new HashSet<>();

  private static final class Watch {
    final DeskCall call;
    final Supervision supervision;
    final Instant until;
    final Promise<Void> begun = Promise.promise();

    /** Her leg is on its way into the call. */
    boolean moving;

    /** Her leg was in the call already, in another mode. */
    boolean there;

    Watch(DeskCall call, Supervision supervision, Instant until) {
      this.call = call;
      this.supervision = supervision;
      this.until = until;
    }
  }

  Supervisions(
      Clock clock,
      DeskRules rules,
      Switchboard switchboard,
      Telephones telephones,
      OpenCalls calls,
      Staff staff,
      Steps steps,
      Consumer<AccountId> endWrapUp) {
    this.clock = clock;
    this.rules = rules;
    this.switchboard = switchboard;
    this.telephones = telephones;
    this.calls = calls;
    this.staff = staff;
    this.steps = steps;
    this.endWrapUp = endWrapUp;
  }

  Future<SupervisionOutcome> begin(AccountId supervisor, AccountId secretary, Mode mode) {
    Optional<SecretaryState> state = staff.state(supervisor);
    if (state.isEmpty() || staff.state(secretary).isEmpty()) {
      return Future.succeededFuture(new SupervisionOutcome.Nobody());
    }
    Optional<DeskCall> call = calls.ownedBy(secretary);
    Optional<Supervision.Refusal> refusal =
        Supervision.refusal(
            state.get(),
            secretary,
            call.map(each -> each.control.stage()),
            call.flatMap(each -> each.supervision),
            mode);
    return refusal
        .<SupervisionOutcome>map(SupervisionOutcome.Refused::new)
        .map(Future::succeededFuture)
        .orElseGet(() -> begin(call.orElseThrow(), supervisor, secretary, mode));
  }

  private Future<SupervisionOutcome> begin(
      DeskCall call, AccountId supervisor, AccountId secretary, Mode mode) {
    Instant now = clock.instant();
    Supervision supervision = new Supervision(supervisor, secretary, mode, now);
    Watch watch = new Watch(call, supervision, now.plus(rules.offerTime()));
    Watch before = watches.put(supervisor, watch);
    if (before != null) {
      watch.there = before.moving;
      before.begun.tryFail("another way of taking part was chosen");
    }
    call.supervision = Optional.of(supervision);
    log.info("call {}: supervisor {} begins to {}", call.id(), supervisor, mode.wireName());
    steps.show(call);
    endWrapUp.accept(supervisor);
    staff.tell(supervisor, new SecretarySignal.CallTaken(call.id()));
    if (leg(supervisor).isEmpty()) {
      telephones.ring(supervisor).onFailure(failure -> end(supervisor));
    }
    move(watch);
    return watch
        .begun
        .future()
        .map(done -> (SupervisionOutcome) new SupervisionOutcome.Begun(call.id(), supervision))
        .otherwise(failure -> new SupervisionOutcome.Unavailable());
  }

  private Optional<Channel> leg(AccountId who) {
    return DeskCall.secretaryLeg(who, switchboard.channels());
  }

  /** As soon as her leg is there. */
  private void move(Watch watch) {
    Supervision what = watch.supervision;
    Optional<Channel> leg = leg(what.supervisor());
    if (watch.moving || leg.isEmpty()) {
      return;
    }
    if (!watch.there && leg.get().bridge().isEmpty()) {
      return; // being answered
    }
    watch.moving = true;
    Supplier<Optional<Channel>> hers = () -> leg(what.supervisor());
    Supplier<Optional<Channel>> secretary = () -> leg(what.secretary());
    Future<Void> moved =
        what.mode() == Mode.BARGE
            ? switchboard.add(hers, secretary)
            : switchboard.spy(hers, secretary, what.mode().wireName());
    moved
        .onSuccess(done -> watch.begun.tryComplete())
        .onFailure(
            failure -> {
              log.warn("call {}: not supervised: {}", watch.call.id(), failure.getMessage());
              watch.begun.tryFail(failure);
              if (watches.get(what.supervisor()) == watch) {
                end(what.supervisor());
              }
            });
  }

  /** Out of the call; a success when she is in none. */
  Future<Void> end(AccountId supervisor) {
    Watch watch = watches.remove(supervisor);
    if (watch == null) {
      return Future.succeededFuture();
    }
    watch.begun.tryFail("ended");
    watch.call.supervision = Optional.empty();
    log.info("call {}: supervisor {} leaves", watch.call.id(), supervisor);
    steps.show(watch.call);
    takingOut.add(supervisor);
    return takeOut(supervisor)
        .onComplete(
            rests -> {
              takingOut.remove(supervisor);
              staff.tell(supervisor, new SecretarySignal.CallTornAway(watch.call.id()));
            });
  }

  /** A browser's leg rests again; a desk phone is put down, which its secretary's state does. */
  private Future<Void> takeOut(AccountId supervisor) {
    return !hasDeskPhone(supervisor) && leg(supervisor).isPresent()
        ? switchboard.rest(() -> leg(supervisor), "desk-idle").otherwiseEmpty()
        : Future.succeededFuture();
  }

  private boolean hasDeskPhone(AccountId who) {
    return staff
        .state(who)
        .filter(state -> state.telephone().kind() == Telephone.Kind.DESK)
        .isPresent();
  }

  /** Looks after all of them; called a few times a second. */
  void watch(Instant now) {
    for (Watch watch : List.copyOf(watches.values())) {
      Supervision what = watch.supervision;
      boolean gone = watch.moving && leg(what.supervisor()).isEmpty();
      boolean late = !watch.moving && !now.isBefore(watch.until);
      if (gone || late || !what.lasts(watch.call.control.stage())) {
        end(what.supervisor());
      } else {
        move(watch);
      }
    }
    takeOutUnknown();
  }

  private void takeOutUnknown() {
    if (!switchboard.connected() || !switchboard.listed()) {
      return;
    }
    List<Channel> unknown =
        switchboard.channels().all().stream()
            .filter(channel -> channel.is(DeskCall.SECRETARY))
            .filter(channel -> listens(channel))
            .filter(channel -> !isExpected(channel))
            .toList();
    leaving.retainAll(unknown.stream().map(Channel::id).toList());
    for (Channel channel : unknown) {
      if (leaving.add(channel.id())) {
        takeOut(channel).onComplete(out -> leaving.remove(channel.id()));
      }
    }
  }

  private Future<Void> takeOut(Channel channel) {
    boolean desk = owner(channel).filter(this::hasDeskPhone).isPresent();
    return desk
        ? switchboard.hangUp(channel.id())
        : switchboard.rest(() -> switchboard.channels().byId(channel.id()), "desk-idle");
  }

  private static Optional<AccountId> owner(Channel channel) {
    return channel.id("PM_SECRETARY").map(AccountId::new);
  }

  private static boolean listens(Channel channel) {
    return channel.context().equals("desk-spy") || channel.context().equals("desk-add");
  }

  private boolean isExpected(Channel channel) {
    return owner(channel)
        .filter(who -> watches.containsKey(who) || takingOut.contains(who))
        .isPresent();
  }
}
