package io.permanence.model.call;

import java.util.Locale;

/**
 * The events of a call. Every figure is computed from them, so the set is fixed; the store keeps
 * the {@link #wireName()}.
 */
public enum CallEventKind {
  ARRIVED,
  DECIDED,
  WAITING,
  ANNOUNCED,
  OFFERED,
  DECLINED,
  MISSED,
  CARD_SHOWN,
  ANSWERED,
  HELD,
  RESUMED,
  CONSULTING,
  LADDER_STEP,
  PUT_THROUGH,
  CONFERENCED,
  PARKED,
  PICKED_UP,
  VOICEMAIL,
  LOST,
  ENDED,
  WRAPPED;

  /** The name in the journal and on the wire, for example {@code card-shown}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The kind of that name.
   *
   * @throws IllegalArgumentException for a name that is none of them
   */
  public static CallEventKind of(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
