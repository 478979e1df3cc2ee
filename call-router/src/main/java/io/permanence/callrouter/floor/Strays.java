package io.permanence.callrouter.floor;

import io.permanence.callrouter.ami.Channel;
import io.permanence.callrouter.ami.Switchboard;
import io.permanence.callrouter.desk.Engagement;
import io.permanence.callrouter.desk.SecretaryState;
import io.permanence.callrouter.desk.Telephone;
import io.permanence.model.id.AccountId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Legs that belong to nobody: a customer's telephone that began to ring just after its call was
 * given up, a desk phone that was lifted just after the offer went. They are hung up.
 */
final class Strays {
  private final Switchboard switchboard;
  private final OpenCalls calls;
  private final Staff staff;
  private final Set<String> told = new HashSet<>();

  Strays(Switchboard switchboard, OpenCalls calls, Staff staff) {
    this.switchboard = switchboard;
    this.calls = calls;
    this.staff = staff;
  }

  void hangUp() {
    if (!switchboard.listed() || !switchboard.connected()) {
      return;
    }
    List<Channel> strays =
        switchboard.channels().all().stream()
            .filter(channel -> isUnownedThird(channel) || isForgottenHandset(channel))
            .toList();
    told.retainAll(strays.stream().map(Channel::id).toList());
    strays.stream()
        .map(Channel::id)
        .filter(told::add)
        .forEach(id -> switchboard.hangUp(id).onFailure(failure -> told.remove(id)));
  }

  private boolean isUnownedThird(Channel channel) {
    if (!channel.is(DeskCall.THIRD)) {
      return false;
    }
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
        .isPresent();
  }

  private boolean isForgottenHandset(Channel channel) {
    return channel.is(DeskCall.SECRETARY)
        && channel.bridge().isPresent()
        && channel
            .id("PM_SECRETARY")
            .map(AccountId::new)
            .flatMap(staff::state)
            .filter(Strays::needsNoHandset)
            .isPresent();
  }

  private static boolean needsNoHandset(SecretaryState state) {
    boolean engaged =
        state.engagement() instanceof Engagement.OnCall
            || state.engagement() instanceof Engagement.Offered;
    return state.telephone().kind() == Telephone.Kind.DESK && !engaged;
  }
}
