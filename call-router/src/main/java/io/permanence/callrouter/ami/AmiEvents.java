package io.permanence.callrouter.ami;

import io.permanence.model.id.CallId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.asteriskjava.manager.event.AbstractChannelStateEvent;
import org.asteriskjava.manager.event.BridgeEnterEvent;
import org.asteriskjava.manager.event.BridgeLeaveEvent;
import org.asteriskjava.manager.event.ConnectEvent;
import org.asteriskjava.manager.event.ContactStatusEvent;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.CoreShowChannelsCompleteEvent;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.asteriskjava.manager.event.FullyBootedEvent;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.NewStateEvent;
import org.asteriskjava.manager.event.OriginateResponseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Translates what the library heard into our own words; everything else is not for us. An event
 * that is needed here has to pass the filter in {@code manager.conf} too.
 */
final class AmiEvents {
  private static final int RINGING = 5;
  private static final int UP = 6;

  private AmiEvents() {}

  static Optional<AmiEvent> translate(ManagerEvent event) {
    return Optional.ofNullable(
        switch (event) {
          case BridgeEnterEvent entered ->
              new AmiEvent.EnteredBridge(
                  channel(
                      entered,
                      entered.getUniqueId(),
                      entered.getChannel(),
                      entered.getBridgeUniqueId()),
                  text(entered.getBridgeName()));
          case BridgeLeaveEvent left ->
              new AmiEvent.LeftBridge(
                  channel(left, left.getUniqueId(), left.getChannel(), null),
                  text(left.getBridgeUniqueId()));
          case HangupEvent hungUp ->
              new AmiEvent.HungUp(
                  channel(hungUp, hungUp.getUniqueId(), hungUp.getChannel(), null),
                  number(hungUp.getCause()));
          case NewStateEvent stated -> stated(stated);
          case CoreShowChannelEvent listed ->
              new AmiEvent.ChannelListed(
                  channel(listed, listed.getUniqueid(), listed.getChannel(), listed.getBridgeid()));
          case CoreShowChannelsCompleteEvent complete -> new AmiEvent.ChannelsListed();
          case OriginateResponseEvent originated ->
              new AmiEvent.Originated(
                  text(originated.getActionId()),
                  originated.isSuccess(),
                  number(originated.getReason()));
          case ContactStatusEvent contact -> contact(contact);
          case FallbackEvent fallback -> fellBack(fallback);
          case TelephonesReadEvent read -> new AmiEvent.TelephonesRead();
          case TelephoneThereEvent found ->
              new AmiEvent.TelephoneFound(
                  text(found.getTelephone()), !text(found.getContacts()).equals("0"));
          case FullyBootedEvent booted -> new AmiEvent.Booted();
          case ConnectEvent connected -> new AmiEvent.Connected();
          case DisconnectEvent disconnected -> new AmiEvent.Disconnected();
          default -> null;
        });
  }

  private static AmiEvent stated(AbstractChannelStateEvent event) {
    int state = number(event.getChannelState());
    return new AmiEvent.Stated(
        channel(event, event.getUniqueId(), event.getChannel(), null),
        state == RINGING,
        state == UP);
  }

  private static @Nullable AmiEvent fellBack(FallbackEvent event) {
    try {
      return new AmiEvent.FellBack(CallId.of(event.getCall()));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable AmiEvent contact(ContactStatusEvent event) {
    String status = text(event.getContactStatus()).toLowerCase(Locale.ROOT);
    return switch (status) {
      case "created", "updated", "reachable", "nonqualified", "unknown" ->
          new AmiEvent.ContactChanged(text(event.getEndpointName()), text(event.getUri()), true);
      case "removed", "unreachable" ->
          new AmiEvent.ContactChanged(text(event.getEndpointName()), text(event.getUri()), false);
      default -> null;
    };
  }

  private static Channel channel(
      ManagerEvent event, @Nullable String id, @Nullable String name, @Nullable String bridge) {
    Map<String, String> variables = event.getChannelVariables();
    return new Channel(
        text(id),
        text(name),
        Optional.ofNullable(bridge).filter(each -> !each.isEmpty()),
        text(event.getContext()),
        variables == null ? Map.of() : withoutNulls(variables));
  }

  private static Map<String, String> withoutNulls(Map<String, String> variables) {
    return variables.entrySet().stream()
        .filter(entry -> entry.getKey() != null && entry.getValue() != null)
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static String text(@Nullable String value) {
    return Objects.requireNonNullElse(value, "");
  }

  private static int number(@Nullable Integer value) {
    return Objects.requireNonNullElse(value, 0);
  }
}
