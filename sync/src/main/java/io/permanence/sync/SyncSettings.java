package io.permanence.sync;

import io.permanence.runtime.settings.Settings;
import io.permanence.sync.google.GoogleSettings;
import io.permanence.sync.run.Rhythm;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * What sync needs.
 *
 * @param google absent without a client at Google: nothing is synchronised then
 * @param rhythm how often links are synchronised when nobody asks, and how many at once
 */
public record SyncSettings(Optional<GoogleSettings> google, Rhythm rhythm) {
  /** Reads them; mistakes are reported by {@link Settings#check()}. */
  public static SyncSettings from(Settings settings) {
    return new SyncSettings(
        google(settings),
        new Rhythm(
            settings.interval(
                "PERMANENCE_GOOGLE_SYNC_EVERY",
                Duration.ofMinutes(15),
                "how often Google contacts are synchronised"),
            settings.interval(
                "PERMANENCE_GOOGLE_CALENDAR_EVERY",
                Duration.ofMinutes(5),
                "how often the busy times of Google calendars are read"),
            settings.number(
                "PERMANENCE_GOOGLE_ACCOUNTS_AT_ONCE", 8, 1, 100, "links synchronised at once")));
  }

  private static Optional<GoogleSettings> google(Settings settings) {
    Optional<String> client =
        settings.optional(
            "PERMANENCE_GOOGLE_CLIENT_ID", "OAuth client at Google; without it no link");
    String secret =
        settings.secret("PERMANENCE_GOOGLE_CLIENT_SECRET", "", "secret of the OAuth client");
    URI token =
        settings.url(
            "PERMANENCE_GOOGLE_TOKEN_URL",
            "https://oauth2.googleapis.com/token",
            "where codes are exchanged");
    URI revoke =
        settings.url(
            "PERMANENCE_GOOGLE_REVOKE_URL",
            "https://oauth2.googleapis.com/revoke",
            "where tokens are revoked");
    URI people =
        settings.url(
            "PERMANENCE_GOOGLE_PEOPLE_URL",
            "https://people.googleapis.com/",
            "root of the People API");
    URI calendar =
        settings.url(
            "PERMANENCE_GOOGLE_CALENDAR_URL",
            "https://www.googleapis.com/",
            "root of the Calendar API");
    int page = settings.number("PERMANENCE_GOOGLE_PAGE_SIZE", 500, 1, 1000, "contacts a page");
    int atOnce = settings.number("PERMANENCE_GOOGLE_CALLS_AT_ONCE", 16, 1, 200, "calls at once");
    return client.map(
        id -> new GoogleSettings(id, secret, token, revoke, people, calendar, page, atOnce));
  }
}
