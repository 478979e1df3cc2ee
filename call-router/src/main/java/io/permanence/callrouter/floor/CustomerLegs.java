package io.permanence.callrouter.floor;

import io.permanence.model.id.ForwardingNumberId;
import io.permanence.model.id.Id;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The legs to the customer that a call has: all that ring at once, or the one that answered. A leg
 * has its name before it begins; one that was given up before it began does not begin.
 */
final class CustomerLegs {
  private final Map<String, ForwardingNumberId> legs = new LinkedHashMap<>();
  private final Set<String> dropped = new HashSet<>();

  /** Names for new legs, in place of those there were. */
  Map<String, ForwardingNumberId> begin(List<ForwardingNumberId> numbers) {
    legs.clear();
    numbers.forEach(number -> legs.put("third-" + Id.next(), number));
    return Map.copyOf(legs);
  }

  /** Takes over legs that Asterisk has, also those given up: that was not carried out. */
  void take(Map<String, ForwardingNumberId> found) {
    legs.clear();
    legs.putAll(found);
    dropped.removeAll(found.keySet());
  }

  /** The names, in the order of the rung. */
  List<String> names() {
    return List.copyOf(legs.keySet());
  }

  boolean has(String name) {
    return legs.containsKey(name);
  }

  /** Whose leg that is, when it is one of these. */
  Optional<ForwardingNumberId> number(String name) {
    return Optional.ofNullable(legs.get(name));
  }

  /** The first leg: the one that answered, once one has. */
  Optional<String> first() {
    return legs.keySet().stream().findFirst();
  }

  /** That leg is over. */
  void forget(String name) {
    legs.remove(name);
  }

  /** Gives up all legs but that number's; the names of those given up. */
  List<String> dropAllBut(ForwardingNumberId answered) {
    List<String> others =
        legs.keySet().stream().filter(name -> !answered.equals(legs.get(name))).toList();
    others.forEach(legs::remove);
    dropped.addAll(others);
    return others;
  }

  /** Gives up all legs; they stay known until they are gone. */
  List<String> drop() {
    dropped.addAll(legs.keySet());
    return names();
  }

  boolean isDropped(String name) {
    return dropped.contains(name);
  }
}
