package io.permanence.callrouter.ami;

/** Asterisk did not do, or could not be told, what was asked. */
public final class AsteriskFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean refused;

  private AsteriskFailure(String message, boolean refused) {
    super(message, null, false, false);
    this.refused = refused;
  }

  static AsteriskFailure unreachable(String why) {
    return new AsteriskFailure(why, false);
  }

  static AsteriskFailure refused(String why) {
    return new AsteriskFailure(why, true);
  }

  /** Whether Asterisk answered that it would not; otherwise it did not answer. */
  public boolean refused() {
    return refused;
  }
}
