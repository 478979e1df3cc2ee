package io.permanence.callrouter.floor;

import io.permanence.callrouter.ami.Channel;
import io.permanence.callrouter.ami.Switchboard;
import io.permanence.callrouter.desk.Ending;
import io.permanence.callrouter.desk.SecretaryState;
import io.permanence.callrouter.desk.Stage;
import io.permanence.callrouter.desk.Telephone;
import io.permanence.model.id.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Legs that belong to nobody are hung up: a customer's telephone that began to ring just after its
 * call was given up, or whose call ended while the service was away; a caller whose call is over
 * but whose end was never carried out; a desk phone that was lifted after the offer went, or twice,
 * or that began to ring then; the leg of a secretary who did not come back.
 *
 * <p>Looked at again and again, not only when the picture was made: what a service ordered just
 * before it died begins after the next one has compared. A leg that is still there a while after it
 * was hung up is hung up again.
 */
final class Strays {
  private static final Logger log = LoggerFactory.getLogger(Strays.class);

  private static final Duration AGAIN = Duration.ofSeconds(3);

  /** A leg on its way from one place to another looks like a stray for a moment. */
  private static final Duration MOMENT = Duration.ofSeconds(2);

  /** After a restart of the service consoles come back within seconds. */
  private static final Duration COMES_BACK = Duration.ofSeconds(30);

  /** Where nobody is fetched from: the desk has nothing to do with these callers any more. */
  private static final Set<String> BEYOND = Set.of("fallback", "voicemail", "announce");

  private final Switchboard switchboard;
  private final OpenCalls calls;
  private final Staff staff;
  private final Map<String, Instant> since = new HashMap<>();
  private final Map<String, Instant> told = new HashMap<>();

  Strays(Switchboard switchboard, OpenCalls calls, Staff staff) {
    this.switchboard = switchboard;
    this.calls = calls;
    this.staff = staff;
  }

  void hangUp(Instant now) {
    if (!switchboard.listed() || !switchboard.connected()) {
      since.clear();
      return;
    }
    Map<String, Instant> before = Map.copyOf(since);
    since.clear();
    for (Channel channel : switchboard.channels().all()) {
      allowed(channel)
          .ifPresent(
              time -> {
                Instant first = before.getOrDefault(channel.id(), now);
                since.put(channel.id(), first);
                if (!first.plus(time).isAfter(now)) {
                  hangUp(channel, now);
                }
              });
    }
    told.keySet().retainAll(since.keySet());
  }

  private void hangUp(Channel channel, Instant now) {
    Instant last = told.get(channel.id());
    if (last != null && last.plus(AGAIN).isAfter(now)) {
      return;
    }
    told.put(channel.id(), now);
    log.info(
        "channel {} as {} of call {} belongs to nobody: hung up",
        channel.name(),
        channel.role().orElse("nobody"),
        channel.variable("PM_CALL").orElse("none"));
    switchboard.hangUp(channel.id()).onFailure(failure -> told.remove(channel.id()));
  }

  /** How long this leg may stay although it belongs to nobody; empty when it belongs somewhere. */
  private Optional<Duration> allowed(Channel channel) {
    if (channel.is(DeskCall.THIRD)) {
      return isUnownedThird(channel) ? Optional.of(Duration.ZERO) : Optional.empty();
    }
    if (channel.is(DeskCall.CALLER)) {
      return isLeftBehind(channel) ? Optional.of(MOMENT) : Optional.empty();
    }
    return channel.is(DeskCall.SECRETARY) ? secretarys(channel) : Optional.empty();
  }

  private boolean isUnownedThird(Channel channel) {
    Optional<DeskCall> call = channel.call().flatMap(calls::find);
    if (call.isEmpty()) {
      return !isCallerThere(channel);
    }
    return call.get().customer.isDropped(channel.id())
        || !call.get().control.stage().hasThird()
        || !call.get().customer.has(channel.id());
  }

  private boolean isCallerThere(Channel third) {
    return third
        .call()
        .flatMap(call -> switchboard.channels().newest(call, DeskCall.CALLER))
        .filter(caller -> !BEYOND.contains(caller.context()))
        .isPresent();
  }

  /** The secretary or the customer ended the call while Asterisk could not be told. */
  private boolean isLeftBehind(Channel caller) {
    return caller.context().startsWith("desk-")
        && caller
            .call()
            .flatMap(calls::find)
            .filter(call -> call.control.stage() instanceof Stage.Over over && isHungUp(over))
            .isPresent();
  }

  /** Every other end leaves the caller with a voice: a message is taken, a goodbye said. */
  private static boolean isHungUp(Stage.Over over) {
    return over.ending() == Ending.HUNG_UP || over.ending() == Ending.PUT_THROUGH;
  }

  private Optional<Duration> secretarys(Channel channel) {
    if (staff.isGivenUp(channel.id())) {
      return Optional.of(Duration.ZERO);
    }
    Optional<AccountId> whose = channel.id("PM_SECRETARY").map(AccountId::new);
    Optional<SecretaryState> state = whose.flatMap(staff::state);
    if (state.filter(SecretaryState::hasCall).isPresent()) {
      return isSuperfluous(channel, state.get().account()) ? Optional.of(MOMENT) : Optional.empty();
    }
    if (isWithSomebody(channel) || whose.filter(this::isToBeTakenUp).isPresent()) {
      return Optional.empty();
    }
    return switch (state.map(each -> each.telephone().kind()).orElse(Telephone.Kind.NONE)) {
      case NONE -> Optional.of(COMES_BACK);
      case DESK -> Optional.of(Duration.ZERO);
      case BROWSER ->
          isSuperfluous(channel, state.get().account()) ? Optional.of(MOMENT) : Optional.empty();
    };
  }

  /** A caller of hers, on hold maybe, whom the desk has not taken up since it was started. */
  private boolean isToBeTakenUp(AccountId secretary) {
    return switchboard.channels().all(secretary, DeskCall.CALLER).stream()
        .filter(caller -> !BEYOND.contains(caller.context()))
        .anyMatch(caller -> caller.call().filter(id -> calls.find(id).isEmpty()).isPresent());
  }

  /** It rests while another leg of hers, a newer one or one with somebody, is used. */
  private boolean isSuperfluous(Channel channel, AccountId secretary) {
    if (channel.bridge().isEmpty() || isWithSomebody(channel)) {
      return false;
    }
    List<Channel> hers = switchboard.channels().all(secretary, DeskCall.SECRETARY);
    if (hers.stream().anyMatch(this::isWithSomebody)) {
      return true;
    }
    return hers.reversed().stream()
        .filter(each -> each.bridge().isPresent())
        .findFirst()
        .filter(newest -> !newest.id().equals(channel.id()))
        .isPresent();
  }

  private boolean isWithSomebody(Channel leg) {
    return DeskCall.isWithSomebody(leg, switchboard.channels());
  }
}
