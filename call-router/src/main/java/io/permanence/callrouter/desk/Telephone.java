package io.permanence.callrouter.desk;

/**
 * A secretary's telephone, as far as it decides whether she can take a call (B4).
 *
 * <p>The browser's telephone is called once at sign-in and then rests connected: the resting leg is
 * the proof that sound can flow. A desk phone is rung at each offer and hung up after each call,
 * because people do not keep a handset lifted all day; for it, being registered is enough.
 *
 * @param console her console is connected
 * @param registered Asterisk knows where the telephone is
 * @param microphone the browser may use it; always true for a desk phone
 * @param resting a leg to the telephone stands
 */
public record Telephone(
    Kind kind, boolean console, boolean registered, boolean microphone, boolean resting) {
  /** What she speaks through. */
  public enum Kind {
    NONE,
    BROWSER,
    DESK
  }

  /** No telephone chosen, no console. */
  public static final Telephone ABSENT = new Telephone(Kind.NONE, false, false, false, false);

  /** Whether she has done what she must: registered, and let the browser use the microphone. */
  public boolean prepared() {
    return kind != Kind.NONE && registered && (microphone || kind == Kind.DESK);
  }

  /** Whether a call can be connected at once. */
  public boolean usable() {
    return console && prepared() && (resting || kind == Kind.DESK);
  }

  /** The same telephone with the console there or not. */
  public Telephone withConsole(boolean there) {
    return new Telephone(kind, there, registered, microphone, resting);
  }

  /** The same telephone registered or not. */
  public Telephone withRegistered(boolean now) {
    return new Telephone(kind, console, now, microphone, resting);
  }

  /** The same telephone with the microphone granted or not. */
  public Telephone withMicrophone(boolean granted) {
    return new Telephone(kind, console, registered, granted, resting);
  }

  /** The same telephone with its leg standing or not. */
  public Telephone withResting(boolean now) {
    return new Telephone(kind, console, registered, microphone, now);
  }
}
