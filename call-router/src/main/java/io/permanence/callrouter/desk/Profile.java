package io.permanence.callrouter.desk;

import io.permanence.model.id.TeamId;
import java.util.Set;

/**
 * What a secretary can do, and for whom she works (B3).
 *
 * @param team her own
 * @param alsoIn further teams whose calls she takes like her own
 */
public record Profile(TeamId team, Set<TeamId> alsoIn, Set<String> languages, Set<String> skills) {
  public Profile {
    alsoIn = Set.copyOf(alsoIn);
    languages = Set.copyOf(languages);
    skills = Set.copyOf(skills);
  }

  /** Somebody of that team of whom nothing else is known. */
  public static Profile of(TeamId team) {
    return new Profile(team, Set.of(), Set.of(), Set.of());
  }

  /** Whether she takes calls of that team. */
  public boolean worksFor(TeamId other) {
    return team.equals(other) || alsoIn.contains(other);
  }
}
