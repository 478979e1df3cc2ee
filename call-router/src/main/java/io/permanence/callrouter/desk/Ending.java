package io.permanence.callrouter.desk;

import java.util.Locale;

/** How a call, or an offer, ended for the desk. */
public enum Ending {
  CALLER_HUNG_UP,
  /** The secretary hung up. */
  HUNG_UP,
  PUT_THROUGH,
  /** For whom parked it. */
  PARKED,
  VOICEMAIL,
  /** The waiting caller asked to be called back. */
  CALLBACK,
  DECLINED,
  MISSED,
  WITHDRAWN,
  FAILED;

  /** The name on the wire, for example {@code caller-hung-up}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
