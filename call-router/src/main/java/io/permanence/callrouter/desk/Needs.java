package io.permanence.callrouter.desk;

import java.util.Set;

/**
 * What a line asks of whoever answers it (B3). Codes as the company writes them: languages by ISO
 * 639 ({@code fr}), skills in its own words ({@code medical}).
 *
 * @param languages the secretary speaks all of them
 * @param skills she has all of them
 * @param preferredSkills better with than without
 */
public record Needs(Set<String> languages, Set<String> skills, Set<String> preferredSkills) {
  /** Anybody will do. */
  public static final Needs NONE = new Needs(Set.of(), Set.of(), Set.of());

  public Needs {
    languages = Set.copyOf(languages);
    skills = Set.copyOf(skills);
    preferredSkills = Set.copyOf(preferredSkills);
  }
}
