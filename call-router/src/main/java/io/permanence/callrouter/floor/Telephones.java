package io.permanence.callrouter.floor;

import io.permanence.callrouter.ami.AmiCommand;
import io.permanence.callrouter.ami.Switchboard;
import io.permanence.callrouter.desk.Telephone;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.Id;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The secretaries' telephones: which one each has chosen, whether Asterisk knows where it is, and
 * the calls to them that are under way. A browser is called once and rests; a desk phone is rung at
 * each offer.
 */
final class Telephones {
  private static final Duration BROWSER_ANSWERS_WITHIN = Duration.ofSeconds(10);

  private final Switchboard switchboard;
  private final Duration offerTime;
  private final Map<AccountId, Chosen> chosen = new HashMap<>();
  private final Map<String, Set<String>> addresses = new HashMap<>();
  private final Map<String, Ring> underWay = new HashMap<>();
  private final Map<AccountId, Next> next = new HashMap<>();

  private record Chosen(Telephone.Kind kind, String endpoint) {}

  /** A call to a telephone whose end has not been told yet. */
  private static final class Ring {
    final AccountId secretary;

    /** It is to stop. */
    boolean givenUp;

    Ring(AccountId secretary) {
      this.secretary = secretary;
    }
  }

  /** A telephone is to be called once it has stopped ringing. */
  private record Next(Duration ringing, Promise<Void> called) {}

  Telephones(Switchboard switchboard, Duration offerTime) {
    this.switchboard = switchboard;
    this.offerTime = offerTime;
  }

  /** A desk phone may have registered long ago: Asterisk is asked. */
  void choose(AccountId secretary, Telephone.Kind kind, String endpoint) {
    chosen.put(secretary, new Chosen(kind, endpoint));
    if (kind == Telephone.Kind.DESK && !isThere(endpoint)) {
      switchboard.find(endpoint);
    }
  }

  /** Whether she had chosen a telephone, and it was another one. */
  boolean hasOtherThan(AccountId secretary, String endpoint) {
    Chosen before = chosen.get(secretary);
    return before != null && !before.endpoint().equals(endpoint);
  }

  void forget(AccountId secretary) {
    chosen.remove(secretary);
  }

  boolean registered(AccountId secretary) {
    Chosen choice = chosen.get(secretary);
    return choice != null && addresses.containsKey(choice.endpoint());
  }

  /**
   * Asterisk says so; whose telephone it is, when it is somebody's. A telephone that registers anew
   * has two addresses for a moment: it is gone only with the last.
   */
  Optional<AccountId> contact(String endpoint, String address, boolean there) {
    if (there) {
      addresses.computeIfAbsent(endpoint, each -> new HashSet<>()).add(address);
    } else {
      addresses.computeIfPresent(
          endpoint,
          (each, known) -> {
            known.remove(address);
            return known.isEmpty() ? null : known;
          });
    }
    return whose(endpoint);
  }

  /** Asks for every desk phone whether it is registered. */
  void findDeskPhones() {
    chosen.values().stream()
        .filter(choice -> choice.kind() == Telephone.Kind.DESK)
        .forEach(choice -> switchboard.find(choice.endpoint()));
  }

  /**
   * The answer, which does not say at which address; whose telephone it is. An address that was
   * told meanwhile is newer.
   */
  Optional<AccountId> found(String endpoint, boolean there) {
    if (there) {
      addresses.computeIfAbsent(endpoint, each -> new HashSet<>());
    } else {
      addresses.computeIfPresent(endpoint, (each, known) -> known.isEmpty() ? null : known);
    }
    return whose(endpoint);
  }

  private Optional<AccountId> whose(String endpoint) {
    return chosen.entrySet().stream()
        .filter(entry -> entry.getValue().endpoint().equals(endpoint))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whether Asterisk knows where that telephone is. */
  boolean isThere(String endpoint) {
    return addresses.containsKey(endpoint);
  }

  /**
   * Hangs up the legs that stand on a telephone which is gone: also one that its secretary has
   * exchanged already, because a browser that was reloaded comes back with new credentials.
   */
  void hangUpLegsOn(String endpoint) {
    switchboard.channels().all().stream()
        .filter(channel -> channel.is(DeskCall.SECRETARY))
        .filter(channel -> channel.name().startsWith("PJSIP/" + endpoint + "-"))
        .forEach(channel -> switchboard.hangUp(channel.id()));
  }

  /** Everything known of registrations is void: Asterisk will tell anew. */
  void forgetContacts() {
    addresses.clear();
    underWay.clear();
    List.copyOf(next.keySet()).forEach(this::callNext);
  }

  /** Calls the browser's telephone, unless it is being called. */
  Future<Void> rest(AccountId secretary) {
    return call(secretary, BROWSER_ANSWERS_WITHIN);
  }

  /** Rings the desk phone as long as an offer stands. */
  Future<Void> ring(AccountId secretary) {
    return call(secretary, offerTime);
  }

  private Future<Void> call(AccountId secretary, Duration ringing) {
    Chosen choice = chosen.get(secretary);
    if (choice == null) {
      return Future.failedFuture("no telephone is chosen");
    }
    if (rings(secretary).anyMatch(ring -> !ring.givenUp)) {
      return Future.succeededFuture();
    }
    if (rings(secretary).findAny().isPresent()) {
      return next.computeIfAbsent(secretary, who -> new Next(ringing, Promise.promise()))
          .called()
          .future();
    }
    String channelId = "desk-" + Id.next();
    underWay.put(channelId, new Ring(secretary));
    return switchboard
        .originate(
            new AmiCommand.Originate(
                channelId,
                new AmiCommand.Callee.Telephone(choice.endpoint()),
                "desk-idle",
                ringing,
                Optional.empty(),
                Map.of("PM_ROLE", DeskCall.SECRETARY, "PM_SECRETARY", secretary.toString())))
        .onFailure(failure -> underWay.remove(channelId));
  }

  private Stream<Ring> rings(AccountId secretary) {
    return underWay.values().stream().filter(ring -> ring.secretary.equals(secretary));
  }

  private void callNext(AccountId secretary) {
    Next waiting = next.remove(secretary);
    if (waiting != null) {
      call(secretary, waiting.ringing()).onComplete(waiting.called());
    }
  }

  /** Whether that leg was to stop ringing before Asterisk had begun with it. */
  boolean isGivenUp(String channelId) {
    Ring ring = underWay.get(channelId);
    return ring != null && ring.givenUp;
  }

  /**
   * A call to a telephone ended its ringing; whose it was, when it was one that counts. Whoever was
   * lifted to in the moment it was given up is hung up.
   */
  Optional<AccountId> originated(String channelId) {
    Ring ring = underWay.remove(channelId);
    if (ring == null) {
      return Optional.empty();
    }
    if (!ring.givenUp) {
      return Optional.of(ring.secretary);
    }
    switchboard.hangUp(channelId);
    if (rings(ring.secretary).findAny().isEmpty()) {
      callNext(ring.secretary);
    }
    return Optional.empty();
  }

  /**
   * Hangs up every leg of hers, because there is nothing to be said through it any more. Should
   * there be again before it has stopped ringing, it rings anew when it has.
   */
  void putDown(AccountId secretary) {
    rings(secretary).forEach(ring -> ring.givenUp = true);
    hangUp(secretary);
  }

  /** Hangs up every leg of hers, ringing or resting. */
  void hangUp(AccountId secretary) {
    Next unwanted = next.remove(secretary);
    if (unwanted != null) {
      unwanted.called().fail("the telephone is not to be called any more");
    }
    underWay.forEach(
        (channelId, ring) -> {
          if (ring.secretary.equals(secretary)) {
            switchboard.hangUp(channelId);
          }
        });
    switchboard.channels().all().stream()
        .filter(channel -> DeskCall.isLegOf(secretary, channel))
        .forEach(channel -> switchboard.hangUp(channel.id()));
  }
}
