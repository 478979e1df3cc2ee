package io.permanence.callrouter.floor;

import io.permanence.callrouter.ami.Channel;
import io.permanence.callrouter.ami.Channels;
import io.permanence.callrouter.ami.Switchboard;
import io.permanence.callrouter.desk.BreakReason;
import io.permanence.callrouter.desk.DeskRules;
import io.permanence.callrouter.desk.Engagement;
import io.permanence.callrouter.desk.Presence;
import io.permanence.callrouter.desk.SecretarySignal;
import io.permanence.callrouter.desk.SecretaryState;
import io.permanence.callrouter.desk.Telephone;
import io.permanence.callrouter.floor.Consoles.Notice;
import io.permanence.model.id.AccountId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The secretaries of the floor, their states and telephones. */
final class Staff {
  private final Clock clock;
  private final DeskRules rules;
  private final Switchboard switchboard;
  private final Telephones telephones;
  private final Consoles consoles;
  private final Map<AccountId, Colleague> roster = new LinkedHashMap<>();
  private final Map<AccountId, SecretaryState> states = new LinkedHashMap<>();

  Staff(
      Clock clock,
      DeskRules rules,
      Switchboard switchboard,
      Telephones telephones,
      Consoles consoles) {
    this.clock = clock;
    this.rules = rules;
    this.switchboard = switchboard;
    this.telephones = telephones;
    this.consoles = consoles;
  }

  void know(Collection<Colleague> colleagues) {
    for (Colleague colleague : colleagues) {
      roster.put(colleague.account(), colleague);
      states.merge(
          colleague.account(),
          SecretaryState.absent(colleague.account(), colleague.profile(), clock.instant()),
          (known, absent) -> known.knownAs(colleague.profile()));
    }
  }

  Optional<SecretaryState> state(AccountId secretary) {
    return Optional.ofNullable(states.get(secretary));
  }

  Collection<SecretaryState> states() {
    return List.copyOf(states.values());
  }

  Optional<Colleague> colleague(AccountId secretary) {
    return Optional.ofNullable(roster.get(secretary));
  }

  /** Tells her state what happened, and her console when something changed. */
  void tell(AccountId secretary, SecretarySignal signal) {
    SecretaryState before = states.get(secretary);
    if (before == null) {
      return;
    }
    SecretaryState after = before.on(signal, rules, clock.instant());
    if (after.equals(before)) {
      return;
    }
    states.put(secretary, after);
    consoles.presence(after);
    if (before.presence() != after.presence()) {
      consoles.floorChanged();
      if (after.presence() == Presence.PAUSED) {
        consoles.notice(secretary, Notice.PAUSED_AFTER_MISSES);
      }
    }
    putDownDeskPhone(before, after);
  }

  /**
   * A desk phone is not kept lifted between calls: it rings for the next. One that is with a
   * customer still, who is on the way to the caller, is put down when they have parted: the
   * customer would be hung up with it.
   */
  private void putDownDeskPhone(SecretaryState before, SecretaryState after) {
    if (before.hasCall() && !after.hasCall() && after.telephone().kind() == Telephone.Kind.DESK) {
      AccountId secretary = after.account();
      switchboard
          .until(() -> !isWithCustomer(secretary))
          .onSuccess(
              parted -> {
                if (state(secretary).filter(SecretaryState::hasCall).isEmpty()) {
                  telephones.putDown(secretary);
                  change(secretary, phone -> phone.withResting(false));
                }
              });
    }
  }

  private boolean isWithCustomer(AccountId secretary) {
    Channels channels = switchboard.channels();
    return DeskCall.secretaryLeg(secretary, channels)
        .filter(leg -> channels.inBridgeOf(leg).stream().anyMatch(mate -> mate.is(DeskCall.THIRD)))
        .isPresent();
  }

  /**
   * What is heard of her telephone, late maybe, brings nobody to the desk: who is off duty comes
   * with her console or by choosing a telephone.
   */
  void change(AccountId secretary, UnaryOperator<Telephone> change) {
    state(secretary)
        .ifPresent(
            state -> {
              Telephone changed = change.apply(state.telephone());
              boolean away = state.wish() instanceof SecretaryState.Wish.Off && !changed.console();
              if (!away && !changed.equals(state.telephone())) {
                tell(secretary, new SecretarySignal.TelephoneChanged(changed));
              }
            });
  }

  /** The telephone she puts aside for it, of the other kind or in another browser, is put down. */
  void choose(AccountId secretary, Telephone.Kind kind, String endpoint) {
    boolean other = telephones.hasOtherThan(secretary, endpoint);
    if (other) {
      telephones.hangUp(secretary);
    }
    telephones.choose(secretary, kind, endpoint);
    boolean there = telephones.registered(secretary);
    boolean rests = !other && rests(secretary);
    change(
        secretary, phone -> new Telephone(kind, true, there, !other && phone.microphone(), rests));
  }

  private boolean rests(AccountId secretary) {
    return DeskCall.secretaryLeg(secretary, switchboard.channels())
        .flatMap(Channel::bridge)
        .isPresent();
  }

  void contact(String endpoint, String address, boolean there) {
    telephones
        .contact(endpoint, address, there)
        .ifPresent(secretary -> registered(secretary, telephones.registered(secretary)));
    if (!telephones.isThere(endpoint)) {
      telephones.hangUpLegsOn(endpoint);
    }
  }

  /** The connection to Asterisk stands anew: where telephones are may have changed meanwhile. */
  void forgetContacts() {
    telephones.forgetContacts();
  }

  /** Asks where the desk phones are: a browser tells of its telephone by itself. */
  void findDeskPhones() {
    telephones.findDeskPhones();
  }

  /** Asterisk answers whether a telephone is registered. */
  void found(String endpoint, boolean there) {
    telephones
        .found(endpoint, there)
        .ifPresent(secretary -> registered(secretary, telephones.registered(secretary)));
  }

  /** A telephone that is no longer registered is dead: its leg is ended at once (B4). */
  void registered(AccountId secretary, boolean there) {
    boolean dies =
        !there && state(secretary).map(state -> state.telephone().registered()).orElse(false);
    change(secretary, phone -> phone.withRegistered(there));
    if (dies) {
      telephones.hangUp(secretary);
    }
  }

  /** A call to a telephone ended its ringing; whose it was, when it was a secretary's. */
  Optional<AccountId> originated(String channelId) {
    return telephones.originated(channelId);
  }

  /** Whether that leg of a telephone is to stop ringing. */
  boolean isGivenUp(String channelId) {
    return telephones.isGivenUp(channelId);
  }

  boolean wantsReady(AccountId secretary) {
    boolean prepared = state(secretary).map(state -> state.telephone().prepared()).orElse(false);
    if (prepared) {
      tell(secretary, new SecretarySignal.WantsReady());
    }
    return prepared;
  }

  void wantsBreak(AccountId secretary, BreakReason reason) {
    tell(secretary, new SecretarySignal.WantsBreak(reason));
  }

  boolean signsOff(AccountId secretary) {
    boolean onCall =
        state(secretary)
            .map(state -> state.engagement() instanceof Engagement.OnCall)
            .orElse(false);
    if (!onCall) {
      tell(secretary, new SecretarySignal.SignsOff());
      telephones.hangUp(secretary);
      telephones.forget(secretary);
    }
    return !onCall;
  }

  /** Calls the browsers that should rest and do not; asked again and again. */
  void restTelephones() {
    for (SecretaryState state : states()) {
      Telephone phone = state.telephone();
      boolean due =
          phone.kind() == Telephone.Kind.BROWSER
              && phone.console()
              && phone.prepared()
              && !phone.resting();
      if (due && switchboard.connected()) {
        telephones.rest(state.account());
      }
    }
  }

  /** The picture of Asterisk is complete: what rests and what is registered follows from it. */
  void rebuild() {
    for (SecretaryState state : states()) {
      boolean rests = rests(state.account());
      change(state.account(), phone -> phone.withResting(rests));
    }
  }

  List<SecretaryState> wrapUpsOver(Instant now) {
    return states().stream()
        .filter(
            state ->
                state.engagement() instanceof Engagement.WrapUp wrap
                    && !now.isBefore(wrap.endsAt()))
        .toList();
  }
}
