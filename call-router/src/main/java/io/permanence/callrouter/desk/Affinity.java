package io.permanence.callrouter.desk;

import java.time.Duration;
import java.util.Locale;

/**
 * What a customer thinks of a secretary, by the feedback to the notes she took for them (B3, D4).
 *
 * @param good notes praised
 * @param bad notes complained of
 */
public record Affinity(int good, int bad) {
  /** Nothing is known. */
  public static final Affinity NONE = new Affinity(0, 0);

  /** So many imaginary neutral notes keep one single word from deciding. */
  private static final double DOUBT = 2;

  private static final double CLEAR = 0.3;

  /** How feedback is called in words. */
  public enum Liking {
    PREFERRED,
    NEUTRAL,
    AVOIDED;

    /** The name on the wire, for example {@code preferred}. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * How far feedback may move a secretary in the turn, and for how long.
   *
   * @param reach a preferred secretary counts as idle so much longer, an avoided one so much
   *     shorter; nobody is moved further, however much feedback there is
   * @param holdsBack so long a caller waits for another than an avoided secretary, if one who could
   *     come is on duty
   * @param expires after so long a wait feedback has no influence any more
   */
  public record Rules(Duration reach, Duration holdsBack, Duration expires) {
    /** What an installation starts with. */
    public static final Rules USUAL =
        new Rules(Duration.ofMinutes(2), Duration.ofSeconds(10), Duration.ofSeconds(45));
  }

  /** From −1, all bad, to 1, all good; near 0 while there is little feedback. */
  public double score() {
    return (good - bad) / (good + bad + DOUBT);
  }

  /** In words. */
  public Liking liking() {
    if (score() >= CLEAR) {
      return Liking.PREFERRED;
    }
    return score() <= -CLEAR ? Liking.AVOIDED : Liking.NEUTRAL;
  }

  /** How much longer than she was she counts as idle; negative when she is avoided. */
  Duration headStart(Rules rules) {
    return switch (liking()) {
      case PREFERRED, AVOIDED -> Duration.ofMillis(Math.round(score() * rules.reach().toMillis()));
      case NEUTRAL -> Duration.ZERO;
    };
  }
}
