package io.permanence.callrouter.desk;

import java.time.Duration;
import java.util.Optional;

/**
 * What is asked for the longer a caller waits (B3): at first everything, then step by step less.
 * The languages are given up last, only when the company has set a time for it, and the offer says
 * so.
 *
 * @param withoutPreferred from then on preferred skills are not asked for
 * @param languagesOnly from then on no skills at all
 * @param anybody from then on not even the languages; never when empty
 */
public record Widening(
    Duration withoutPreferred, Duration languagesOnly, Optional<Duration> anybody) {
  /** What an installation starts with. */
  public static final Widening USUAL =
      new Widening(
          Duration.ofSeconds(10), Duration.ofSeconds(30), Optional.of(Duration.ofSeconds(90)));

  /** What is asked for after so long a wait. */
  public Fit asked(Duration waited) {
    if (anybody.isPresent() && waited.compareTo(anybody.get()) >= 0) {
      return Fit.ANYBODY;
    }
    if (waited.compareTo(languagesOnly) >= 0) {
      return Fit.LANGUAGES;
    }
    return waited.compareTo(withoutPreferred) >= 0 ? Fit.REQUIRED : Fit.EVERYTHING;
  }

  /** The least that is ever asked for. */
  public Fit last() {
    return anybody.isPresent() ? Fit.ANYBODY : Fit.LANGUAGES;
  }
}
