package io.permanence.callrouter.ami;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which channels belong to a call, to a secretary, or are in a bridge, without looking at all of
 * them: each event asks that, and there may be a thousand of both. Oldest first.
 */
final class ChannelIndex {
  private final Map<String, Set<String>> calls = new HashMap<>();
  private final Map<String, Set<String>> secretaries = new HashMap<>();
  private final Map<String, Set<String>> bridges = new HashMap<>();

  void add(Channel channel) {
    channel.variable("PM_CALL").ifPresent(call -> add(calls, call, channel));
    channel.variable("PM_SECRETARY").ifPresent(who -> add(secretaries, who, channel));
    channel.bridge().ifPresent(bridge -> add(bridges, bridge, channel));
  }

  void remove(Channel channel) {
    channel.variable("PM_CALL").ifPresent(call -> remove(calls, call, channel));
    channel.variable("PM_SECRETARY").ifPresent(who -> remove(secretaries, who, channel));
    channel.bridge().ifPresent(bridge -> remove(bridges, bridge, channel));
  }

  /** The channel has changed; where nothing changed it keeps its place. */
  void move(Channel before, Channel now) {
    if (!before.variable("PM_CALL").equals(now.variable("PM_CALL"))
        || !before.variable("PM_SECRETARY").equals(now.variable("PM_SECRETARY"))) {
      remove(before);
      add(now);
    } else if (!before.bridge().equals(now.bridge())) {
      before.bridge().ifPresent(bridge -> remove(bridges, bridge, before));
      now.bridge().ifPresent(bridge -> add(bridges, bridge, now));
    }
  }

  Collection<String> call(String id) {
    return calls.getOrDefault(id, Set.of());
  }

  Collection<String> secretary(String id) {
    return secretaries.getOrDefault(id, Set.of());
  }

  Collection<String> bridge(String id) {
    return bridges.getOrDefault(id, Set.of());
  }

  private static void add(Map<String, Set<String>> where, String key, Channel channel) {
    where.computeIfAbsent(key, ignored -> new LinkedHashSet<>()).add(channel.id());
  }

  private static void remove(Map<String, Set<String>> where, String key, Channel channel) {
    Set<String> ids = where.get(key);
    if (ids != null) {
      ids.remove(channel.id());
      if (ids.isEmpty()) {
        where.remove(key);
      }
    }
  }
}
