package io.permanence.callrouter.desk;

import java.util.Locale;

/** Why a secretary takes a break. */
public enum BreakReason {
  LUNCH,
  REST,
  MEETING,
  TRAINING,
  OFFICE_WORK,
  OTHER;

  /** The name on the wire, for example {@code office-work}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The reason of that name.
   *
   * @throws IllegalArgumentException for a name that is none of them
   */
  public static BreakReason of(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
