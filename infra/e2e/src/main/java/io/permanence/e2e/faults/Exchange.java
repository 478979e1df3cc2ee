package io.permanence.e2e.faults;

import io.permanence.testing.asterisk.Ami;
import io.permanence.testing.asterisk.Ami.Message;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Asterisk's own word on which channels there are. */
final class Exchange {
  private final House house;

  Exchange(House house) {
    this.house = house;
  }

  /**
   * A channel.
   *
   * @param state Asterisk's word, for example {@code Ringing}
   * @param age since it began, as {@code hh:mm:ss}
   */
  record Leg(
      String name,
      String call,
      String role,
      String bridge,
      String context,
      String secretary,
      String state,
      String age) {
    boolean isCaller() {
      return role.equals("caller");
    }

    /** Which it is, to whoever looks for the reason that it is there. */
    @Override
    public String toString() {
      return "%s, role %s, call %s, secretary %s, %s in %s%s, age %s"
          .formatted(
              name,
              known(role),
              known(call),
              known(secretary),
              state,
              context,
              bridge.isEmpty() ? "" : " (bridged)",
              age);
    }

    private static String known(String value) {
      return value.isEmpty() ? "none" : value;
    }
  }

  List<Leg> legs() {
    try (Ami ami = house.ami()) {
      Message answer = ami.send("CoreShowChannels", Map.of());
      String id = answer.get("ActionID");
      ami.await(m -> m.isEvent("CoreShowChannelsComplete") && m.get("ActionID").equals(id));
      return ami.messages().stream()
          .filter(m -> m.isEvent("CoreShowChannel") && m.get("ActionID").equals(id))
          .map(
              m ->
                  new Leg(
                      m.get("Channel"),
                      m.variable("PM_CALL"),
                      role(m),
                      m.get("BridgeId"),
                      m.get("Context"),
                      m.variable("PM_SECRETARY"),
                      m.get("ChannelStateDesc"),
                      m.get("Duration")))
          .toList();
    }
  }

  /** What was dialled has its part from the leg that dialled. */
  private static String role(Message channel) {
    String own = channel.variable("PM_ROLE");
    return own.isEmpty() ? channel.variable("PM_LEG") : own;
  }

  /** Calls whose caller is there. */
  Set<String> calls() {
    return calls(legs());
  }

  static Set<String> calls(List<Leg> legs) {
    return legs.stream().filter(Leg::isCaller).map(Leg::call).collect(Collectors.toSet());
  }

  /** Calls in the hands of the fallback or of a voicemail: the desk has nothing to do with them. */
  static Set<String> aside(List<Leg> legs) {
    return legs.stream()
        .filter(Leg::isCaller)
        .filter(leg -> Set.of("fallback", "voicemail", "announce").contains(leg.context()))
        .map(Leg::call)
        .collect(Collectors.toSet());
  }

  /** Calls that hear music at the desk, nobody with them. */
  static Set<String> waiting(List<Leg> legs) {
    Set<String> accompanied =
        legs.stream()
            .filter(leg -> !leg.isCaller() && !leg.bridge().isEmpty())
            .map(Leg::bridge)
            .collect(Collectors.toSet());
    return legs.stream()
        .filter(leg -> leg.isCaller() && leg.context().startsWith("desk-"))
        .filter(leg -> !accompanied.contains(leg.bridge()))
        .map(Leg::call)
        .collect(Collectors.toSet());
  }

  /** Calls that ask the router in this moment: two seconds at most, and not anywhere meanwhile. */
  static Set<String> asking(List<Leg> legs) {
    return legs.stream()
        .filter(leg -> leg.isCaller() && leg.context().equals("ask"))
        .map(Leg::call)
        .collect(Collectors.toSet());
  }

  /** A call and where its legs are, for whoever reads what went wrong. */
  static String places(List<Leg> legs, String call) {
    return legs.stream()
        .filter(leg -> leg.call().equals(call))
        .map(leg -> leg.context() + (leg.bridge().isEmpty() ? "" : "+bridge"))
        .collect(Collectors.joining(",", call + "@", ""));
  }
}
