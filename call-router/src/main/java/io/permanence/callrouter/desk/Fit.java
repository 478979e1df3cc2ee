package io.permanence.callrouter.desk;

import java.util.Locale;

/**
 * How well a secretary fits a line, best first (B3).
 *
 * <table>
 *   <caption>What each step asks</caption>
 *   <tr><th></th><th>languages</th><th>required skills</th><th>preferred skills</th></tr>
 *   <tr><td>{@code EVERYTHING}</td><td>all</td><td>all</td><td>all</td></tr>
 *   <tr><td>{@code REQUIRED}</td><td>all</td><td>all</td><td>–</td></tr>
 *   <tr><td>{@code LANGUAGES}</td><td>all</td><td>–</td><td>–</td></tr>
 *   <tr><td>{@code ANYBODY}</td><td>–</td><td>–</td><td>–</td></tr>
 * </table>
 */
public enum Fit {
  EVERYTHING,
  REQUIRED,
  LANGUAGES,
  ANYBODY;

  /** The best step this secretary reaches for those needs. */
  public static Fit of(Profile profile, Needs needs) {
    if (!profile.languages().containsAll(needs.languages())) {
      return ANYBODY;
    }
    if (!profile.skills().containsAll(needs.skills())) {
      return LANGUAGES;
    }
    return profile.skills().containsAll(needs.preferredSkills()) ? EVERYTHING : REQUIRED;
  }

  /** Whether a secretary of this fit may be asked when so much is asked for. */
  public boolean satisfies(Fit asked) {
    return compareTo(asked) <= 0;
  }

  /** The name on the wire, for example {@code everything}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
