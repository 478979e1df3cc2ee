package io.permanence.callrouter.agi;

/**
 * Every name that the dialplan ({@code asterisk/extensions.conf}) and the router share. A test
 * reads the file and compares.
 */
public final class ChannelVariables {
  /** The call's id, a UUID minted at arrival; inherited by every leg. */
  public static final String CALL = "PM_CALL";

  /** Whose leg it is: {@code caller}, {@code secretary}, {@code third}, {@code proof}. */
  public static final String ROLE = "PM_ROLE";

  /** The role of what is dialled, which inherits it: {@code ladder}, {@code emergency}. */
  public static final String LEG = "PM_LEG";

  /** The rung being rung, from 1; 0 before the first. */
  public static final String STEP = "PM_STEP";

  /** The account of the secretary whose telephone a leg leads to. */
  public static final String SECRETARY = "PM_SECRETARY";

  /** The number dialled, digits only. */
  public static final String DIALLED = "PM_DIALLED";

  /** The caller's digits, or {@code withheld}. */
  public static final String CALLER = "PM_CALLER";

  /** The router's answer: {@code nonce:verb:arguments:end}. */
  public static final String ANSWER = "PM_ANSWER";

  /** The sound to play. */
  public static final String SOUND = "PM_SOUND";

  /** The digits of a code to be spoken, each the sound of one, numbered from 1. */
  public static final String DIGIT_1 = "PM_DIGIT1";

  public static final String DIGIT_2 = "PM_DIGIT2";
  public static final String DIGIT_3 = "PM_DIGIT3";
  public static final String DIGIT_4 = "PM_DIGIT4";
  public static final String DIGIT_5 = "PM_DIGIT5";
  public static final String DIGIT_6 = "PM_DIGIT6";

  /** The channel whose bridge a leg is to join. */
  public static final String PEER_CHANNEL = "PEERCHAN";

  /** The channel a supervisor listens to. */
  public static final String SPIED_CHANNEL = "SPYCHAN";

  /** The place a caller is parked in, from 1. */
  public static final String SLOT = "PM_SLOT";

  /**
   * Whom a customer's leg is called for: {@code consult}, the secretary; {@code blind}, the caller.
   */
  public static final String AIM = "PM_AIM";

  private ChannelVariables() {}
}
