package io.permanence.push.plan;

import io.permanence.model.PhoneNumber;
import io.permanence.model.delivery.Audience;
import io.permanence.model.delivery.Channel;
import io.permanence.model.delivery.MessageKind;
import io.permanence.model.delivery.OutboxEntry;
import io.permanence.model.delivery.PlannedDelivery;
import io.permanence.model.delivery.Preference;
import io.permanence.model.delivery.PushDevice;
import io.permanence.model.id.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom to tell, over which channel, and when (C1, C5).
 *
 * <ul>
 *   <li>Push goes to every device of a person, unless they switched push off: registering a device
 *       was the choice.
 *   <li>E-mail and SMS go to whoever switched them on and gave an address.
 *   <li>In quiet hours a message waits for their end; an incoming call is not told at all, since it
 *       will not ring that long.
 *   <li>An incoming call goes by push only, to the devices of whoever chose so.
 *   <li>The code that proves a number goes to that number and nowhere else, whatever was chosen;
 *       see {@link #proof}.
 * </ul>
 */
public final class FanOut {
  private FanOut() {}

  /** The deliveries of an entry; none is a valid answer. */
  public static List<PlannedDelivery> of(OutboxEntry entry, Audience audience, Instant now) {
    Stream<PlannedDelivery> push =
        audience.devices().stream()
            .flatMap(device -> push(entry.kind(), device, audience, now).stream());
    Stream<PlannedDelivery> written =
        audience.preferences().stream()
            .filter(preference -> preference.channel() != Channel.PUSH)
            .filter(preference -> preference.urgency() == audience.urgency())
            .flatMap(preference -> written(preference, audience, now).stream());
    return switch (entry.kind()) {
      case INCOMING_CALL -> push.filter(delivery -> delivery.dueAt().equals(now)).toList();
      case NOTE, VOICEMAIL, LOST_CALL -> Stream.concat(push, written).toList();
      case NUMBER_PROOF -> List.of();
    };
  }

  /**
   * The delivery of a code: an SMS to the number it is to prove, at once, also in quiet hours, for
   * somebody is waiting for it.
   */
  public static PlannedDelivery proof(AccountId asked, PhoneNumber number, Instant now) {
    return new PlannedDelivery(
        asked, Channel.SMS, Optional.empty(), Optional.of(number.e164()), now);
  }

  private static Optional<PlannedDelivery> push(
      MessageKind kind, PushDevice device, Audience audience, Instant now) {
    Optional<Preference> chosen =
        audience.preferences().stream()
            .filter(preference -> preference.channel() == Channel.PUSH)
            .filter(preference -> preference.urgency() == audience.urgency())
            .filter(preference -> preference.account().equals(device.account()))
            .findFirst();
    boolean wanted =
        kind == MessageKind.INCOMING_CALL
            ? chosen.map(Preference::incomingCalls).orElse(false)
            : chosen.map(Preference::enabled).orElse(true);
    if (!wanted) {
      return Optional.empty();
    }
    Instant due = chosen.map(preference -> due(preference, audience, now)).orElse(now);
    return Optional.of(
        new PlannedDelivery(
            device.account(), Channel.PUSH, Optional.of(device.id()), Optional.empty(), due));
  }

  private static Optional<PlannedDelivery> written(
      Preference preference, Audience audience, Instant now) {
    return preference
        .address()
        .filter(address -> preference.enabled())
        .map(
            address ->
                new PlannedDelivery(
                    preference.account(),
                    preference.channel(),
                    Optional.empty(),
                    Optional.of(address),
                    due(preference, audience, now)));
  }

  private static Instant due(Preference preference, Audience audience, Instant now) {
    return preference.quiet().map(quiet -> quiet.until(now, audience.zone())).orElse(now);
  }
}
