package io.permanence.callrouter.floor;

import io.permanence.callrouter.ami.Channel;
import io.permanence.callrouter.ami.Channels;
import io.permanence.callrouter.desk.Stage;
import io.permanence.callrouter.desk.Stage.Consulting.Progress;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.ForwardingNumberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * At which stage a call is, read from nothing but Asterisk's channels: who shares a bridge with
 * whom, and the variables (R1, R7). Used when the desk does not know the call: after a restart of
 * the service.
 */
final class Found {
  private Found() {}

  /** What was found. */
  record Picture(Stage stage, Optional<Channel> third) {}

  static Picture of(CallId call, Channel caller, Channels channels, Instant now) {
    Optional<Channel> third =
        channels.newest(
            channel ->
                channel.is(DeskCall.THIRD) && channel.call().filter(call::equals).isPresent());
    Optional<AccountId> marked = caller.id("PM_SECRETARY").map(AccountId::new);
    List<Channel> mates = caller.bridge().map(channels::in).orElse(List.of());
    Optional<AccountId> connected =
        mates.stream()
            .filter(channel -> channel.is(DeskCall.SECRETARY))
            .findFirst()
            .flatMap(channel -> channel.id("PM_SECRETARY"))
            .map(AccountId::new);
    if (connected.isPresent()) {
      return new Picture(new Stage.Talking(connected.get()), third);
    }
    if (marked.isEmpty()) {
      return new Picture(new Stage.Waiting(false), third);
    }
    return new Picture(marked(marked.get(), third, mates, channels, now), third);
  }

  private static Stage marked(
      AccountId secretary,
      Optional<Channel> third,
      List<Channel> mates,
      Channels channels,
      Instant now) {
    Optional<Channel> leg = DeskCall.secretaryLeg(secretary, channels);
    Optional<ForwardingNumberId> number =
        third.flatMap(channel -> channel.id("PM_STEP")).map(ForwardingNumberId::new);
    if (third.isPresent() && number.isPresent()) {
      if (mates.contains(third.get())) {
        return new Stage.PutThrough(secretary, number.get());
      }
      boolean connected =
          third.get().bridge().isPresent()
              && third.get().bridge().equals(leg.flatMap(Channel::bridge));
      return new Stage.Consulting(
          secretary, number.get(), connected ? Progress.CONNECTED : Progress.RINGING, now);
    }
    return leg.isPresent() ? new Stage.Held(secretary) : new Stage.Waiting(true);
  }
}
