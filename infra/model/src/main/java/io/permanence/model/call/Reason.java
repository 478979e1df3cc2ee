package io.permanence.model.call;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A reason with what its sentence needs, for example {@code vip-under-vip} and {@code until}. The
 * arguments are codes and instants (RFC 3339), never personal data.
 *
 * @param arguments by name, sorted, so that equal reasons print alike
 */
public record Reason(ReasonCode code, SortedMap<String, String> arguments) {
  /** When another rule takes over from the one that decided; absent when none is planned. */
  public static final String UNTIL = "until";

  /** When secretaries answer again. */
  public static final String OPENS = "opens";

  /** How the put-through would have gone: {@code announced} or {@code direct}. */
  public static final String MODE = "mode";

  /** The kind of window that decided: {@code one-off}, {@code weekly}, {@code open-ended}. */
  public static final String WINDOW = "window";

  /** Ids of instructions valid at the same time that were less specific, separated by commas. */
  public static final String OVERRULED = "overruled";

  /** How many numbers the ladder left out because they were not proven (A14); absent for none. */
  public static final String UNPROVEN = "unproven";

  /** How old the lines in memory were, while PostgreSQL was away (A10, R4). */
  public static final String SNAPSHOT = "snapshot";

  public Reason {
    arguments = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(arguments));
  }

  /** A reason that needs no arguments. */
  public static Reason of(ReasonCode code) {
    return new Reason(code, new TreeMap<>());
  }

  /** A reason with arguments. */
  public static Reason of(ReasonCode code, Map<String, String> arguments) {
    return new Reason(code, new TreeMap<>(arguments));
  }

  /** The same with one more argument. */
  public Reason with(String name, String value) {
    SortedMap<String, String> more = new TreeMap<>(arguments);
    more.put(name, value);
    return new Reason(code, more);
  }
}
