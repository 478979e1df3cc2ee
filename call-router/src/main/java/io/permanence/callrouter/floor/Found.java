package io.permanence.callrouter.floor;

import io.permanence.callrouter.ami.Channel;
import io.permanence.callrouter.ami.Channels;
import io.permanence.callrouter.desk.Ringing;
import io.permanence.callrouter.desk.Stage;
import io.permanence.callrouter.desk.Stage.Reaching.Progress;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.ForwardingNumberId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * At which stage a call is, read from nothing but Asterisk's channels: who shares a bridge with
 * whom, and the variables (R1, R7). Used when the desk does not know the call: after a restart of
 * the service.
 */
final class Found {
  private Found() {}

  /**
   * What was found.
   *
   * @param customer the legs to the customer, by name: all that ring, or the one that answered
   * @param answered who answered while nobody heard, and is with nobody yet
   */
  record Picture(
      Stage stage,
      Map<String, ForwardingNumberId> customer,
      Optional<ForwardingNumberId> answered) {}

  static Picture of(CallId call, Channel caller, Channels channels, Instant now) {
    List<Channel> thirds = thirds(call, channels);
    Optional<Channel> third = thirds.stream().findFirst();
    Optional<AccountId> marked = caller.id("PM_SECRETARY").map(AccountId::new);
    List<Channel> mates = channels.inBridgeOf(caller);
    List<AccountId> secretaries =
        mates.stream()
            .filter(channel -> channel.is(DeskCall.SECRETARY))
            .flatMap(channel -> channel.id("PM_SECRETARY").map(AccountId::new).stream())
            .toList();
    // a supervisor may be with them
    Optional<AccountId> connected =
        marked.filter(secretaries::contains).or(() -> secretaries.stream().findFirst());
    Optional<Stage> inBridge = inBridge(connected, marked, third, mates);
    Stage stage =
        inBridge
            .or(() -> parked(caller, marked, now))
            .or(() -> marked.map(who -> apart(who, isBlind(caller), thirds, channels, now)))
            .orElseGet(() -> new Stage.Waiting(false));
    Optional<ForwardingNumberId> answered =
        stage instanceof Stage.Reaching reaching && reaching.progress() == Progress.RINGING
            ? number(third.filter(leg -> leg.bridge().isPresent()))
            : Optional.empty();
    return new Picture(stage, named(thirds), answered);
  }

  /** Those that ring at once; once one has answered, only that. */
  private static List<Channel> thirds(CallId call, Channels channels) {
    List<Channel> all =
        channels.all(call, DeskCall.THIRD).stream()
            .filter(channel -> channel.id("PM_STEP").isPresent())
            .toList();
    return all.stream()
        .filter(channel -> channel.bridge().isPresent())
        .findFirst()
        .map(List::of)
        .orElse(all);
  }

  private static Map<String, ForwardingNumberId> named(List<Channel> thirds) {
    Map<String, ForwardingNumberId> named = new LinkedHashMap<>();
    thirds.forEach(
        third -> number(Optional.of(third)).ifPresent(number -> named.put(third.id(), number)));
    return named;
  }

  /** Who is with the caller. */
  private static Optional<Stage> inBridge(
      Optional<AccountId> connected,
      Optional<AccountId> marked,
      Optional<Channel> third,
      List<Channel> mates) {
    Optional<ForwardingNumberId> number = number(third.filter(mates::contains));
    if (connected.isPresent()) {
      return Optional.of(
          number
              .<Stage>map(each -> new Stage.Conference(connected.get(), each, true))
              .orElseGet(() -> new Stage.Talking(connected.get())));
    }
    return marked.flatMap(who -> number.map(each -> new Stage.PutThrough(who, each, true)));
  }

  /** How long is not known any more: a whole time again. */
  private static Optional<Stage> parked(Channel caller, Optional<AccountId> marked, Instant now) {
    return caller
        .variable("PM_SLOT")
        .filter(slot -> slot.matches("[0-9]{1,2}"))
        .flatMap(
            slot ->
                marked.map(
                    who ->
                        new Stage.Parked(
                            Integer.parseInt(slot), who, now.plus(Wishes.PARKED_AT_MOST))));
  }

  /** A customer's leg that is called for the caller; a caller who waits for it alone. */
  private static boolean isBlind(Channel leg) {
    return leg.variable(DeskCall.AIM).filter(DeskCall.BLIND::equals).isPresent();
  }

  /** The caller is in music, but belongs to somebody, or did until they were let go. */
  private static Stage apart(
      AccountId secretary, boolean letGo, List<Channel> thirds, Channels channels, Instant now) {
    Optional<Channel> leg = letGo ? Optional.empty() : DeskCall.secretaryLeg(secretary, channels);
    Ringing ringing = Ringing.of(List.copyOf(named(thirds).values()));
    if (thirds.stream().anyMatch(Found::isBlind)) {
      return new Stage.Transferring(secretary, leg.isPresent(), ringing, Progress.RINGING, now);
    }
    if (leg.isEmpty()) {
      return new Stage.Waiting(true);
    }
    if (thirds.isEmpty()) {
      return new Stage.Held(secretary);
    }
    Optional<String> hers = leg.flatMap(Channel::bridge);
    boolean connected = hers.isPresent() && thirds.getFirst().bridge().equals(hers);
    return new Stage.Consulting(
        secretary, ringing, connected ? Progress.CONNECTED : Progress.RINGING, false, now);
  }

  private static Optional<ForwardingNumberId> number(Optional<Channel> third) {
    return third.flatMap(channel -> channel.id("PM_STEP")).map(ForwardingNumberId::new);
  }
}
