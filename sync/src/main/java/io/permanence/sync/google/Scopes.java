package io.permanence.sync.google;

import io.permanence.store.consent.Purpose;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What Google has to have granted for a purpose. The portal asks for the first of each, the least
 * there is; a wider one that the person granted before does as well.
 */
public final class Scopes {
  private static final String AUTH = "https://www.googleapis.com/auth/";
  private static final Map<Purpose, List<String>> ENOUGH =
      Map.of(
          Purpose.GOOGLE_CONTACTS,
          List.of(AUTH + "contacts.readonly", AUTH + "contacts"),
          Purpose.GOOGLE_CALENDAR,
          List.of(
              AUTH + "calendar.freebusy",
              AUTH + "calendar.events.freebusy",
              AUTH + "calendar.readonly",
              AUTH + "calendar"));

  private Scopes() {}

  /** Whether what was granted is enough for the purpose. */
  public static boolean cover(Collection<String> granted, Purpose purpose) {
    return ENOUGH.getOrDefault(purpose, List.of()).stream().anyMatch(granted::contains);
  }
}
