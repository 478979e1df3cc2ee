package io.permanence.store.consent;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a consent is for; each is asked and withdrawn by itself. */
public enum Purpose {
  PUSH,
  GOOGLE_CONTACTS,
  GOOGLE_CALENDAR,
  OPTIONAL_EMAIL,
  DEVICE_CONTACTS;

  /** The name in the register and on the wire, for example {@code google-contacts}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The purpose of that name. */
  public static Optional<Purpose> of(String word) {
    return Stream.of(values()).filter(purpose -> purpose.word().equals(word)).findAny();
  }

  /** Whether it lets data go to and come from Google. */
  public boolean google() {
    return this == GOOGLE_CONTACTS || this == GOOGLE_CALENDAR;
  }
}
