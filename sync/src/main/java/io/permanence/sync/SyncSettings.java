package io.permanence.sync;

import io.permanence.runtime.settings.Settings;
import io.permanence.sync.google.GoogleSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * What sync needs.
 *
 * @param google absent without a client at Google: nothing is synchronised then
 * @param every how often a link is synchronised when nobody asks
 * @param accountsAtOnce customers at the same time
 */
public record SyncSettings(Optional<GoogleSettings> google, Duration every, int accountsAtOnce) {
  /** Reads them; mistakes are reported by {@link Settings#check()}. */
  public static SyncSettings from(Settings settings) {
    return new SyncSettings(
        google(settings),
        settings.interval(
            "PERMANENCE_GOOGLE_SYNC_EVERY",
            Duration.ofMinutes(15),
            "how often Google contacts are synchronised"),
        settings.number(
            "PERMANENCE_GOOGLE_ACCOUNTS_AT_ONCE", 8, 1, 100, "accounts synchronised at once"));
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
    int page = settings.number("PERMANENCE_GOOGLE_PAGE_SIZE", 500, 1, 1000, "contacts a page");
    int atOnce = settings.number("PERMANENCE_GOOGLE_CALLS_AT_ONCE", 16, 1, 200, "calls at once");
    return client.map(id -> new GoogleSettings(id, secret, token, revoke, people, page, atOnce));
  }
}
