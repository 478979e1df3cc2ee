package io.permanence.portal.google;

import io.permanence.runtime.settings.Settings;
import java.net.URI;
import java.util.Optional;

/**
 * How customers are sent to Google and come back.
 *
 * @param clientId of the OAuth client; without it nobody can be sent
 * @param authorizationUrl Google's consent page
 * @param redirectUri where Google sends the browser back to, letter by letter
 */
public record GoogleSettings(Optional<String> clientId, URI authorizationUrl, String redirectUri) {
  /** The path of the way back. */
  public static final String CALLBACK = "/google/callback";

  /**
   * Reads them.
   *
   * @param appUrl the app's public address, without a slash at the end
   */
  public static GoogleSettings from(Settings settings, String appUrl) {
    return new GoogleSettings(
        settings.optional(
            "PERMANENCE_GOOGLE_CLIENT_ID", "OAuth client at Google; without it no link"),
        settings.url(
            "PERMANENCE_GOOGLE_AUTHORIZATION_URL",
            "https://accounts.google.com/o/oauth2/v2/auth",
            "Google's consent page"),
        appUrl + CALLBACK);
  }
}
