package io.permanence.testing.standin.google.people;

import io.permanence.testing.standin.google.GoogleError;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which fields of a person are meant: {@code personFields} and {@code updatePersonFields}. Pure.
 */
final class PersonMask {
  static final Set<String> READABLE =
      new TreeSet<>(
          List.of(
              "addresses",
              "ageRanges",
              "biographies",
              "birthdays",
              "calendarUrls",
              "clientData",
              "coverPhotos",
              "emailAddresses",
              "events",
              "externalIds",
              "genders",
              "imClients",
              "interests",
              "locales",
              "locations",
              "memberships",
              "metadata",
              "miscKeywords",
              "names",
              "nicknames",
              "occupations",
              "organizations",
              "phoneNumbers",
              "photos",
              "relations",
              "sipAddresses",
              "skills",
              "urls",
              "userDefined"));
  static final Set<String> WRITABLE =
      new TreeSet<>(
          List.of(
              "addresses",
              "biographies",
              "birthdays",
              "calendarUrls",
              "clientData",
              "emailAddresses",
              "events",
              "externalIds",
              "genders",
              "imClients",
              "interests",
              "locales",
              "locations",
              "memberships",
              "miscKeywords",
              "names",
              "nicknames",
              "occupations",
              "organizations",
              "phoneNumbers",
              "relations",
              "sipAddresses",
              "urls",
              "userDefined"));

  /** Either the fields, or why the mask is refused. */
  sealed interface Reading {
    record Fields(Set<String> names) implements Reading {}

    record Wrong(GoogleError error) implements Reading {}
  }

  private PersonMask() {}

  /**
   * @param parameter the mask's name, for the message
   * @param text comma-separated
   */
  static Reading read(String parameter, String text, Set<String> allowed) {
    if (text.isBlank()) {
      return new Reading.Wrong(
          GoogleError.invalidArgument(
              parameter
                  + " mask is required. Please specify one or more valid paths. Valid paths are: "
                  + allowed));
    }
    var names = new TreeSet<String>();
    for (String name : text.split(",", -1)) {
      if (!allowed.contains(name.strip())) {
        return new Reading.Wrong(
            GoogleError.invalidArgument(
                "Invalid %s mask path: \"%s\". Valid paths are: %s"
                    .formatted(parameter, name, allowed)));
      }
      names.add(name.strip());
    }
    return new Reading.Fields(names);
  }
}
