package io.permanence.portal;

import io.permanence.model.figure.FigureRules;
import io.permanence.portal.device.PushSettings;
import io.permanence.portal.google.GoogleSettings;
import io.permanence.runtime.http.Certificate;
import io.permanence.runtime.node.CountedInTime;
import io.permanence.runtime.node.DialableCountries;
import io.permanence.runtime.settings.Settings;
import java.util.List;
import java.util.Optional;

/**
 * What the portal needs.
 *
 * @param host where it listens
 * @param port 0 lets the system choose
 * @param certificate absent behind a proxy or on localhost
 * @param appUrl the app's public address, without a slash at the end; decides about TLS
 * @param google how customers get to Google and back
 * @param push what the app needs to obtain a push token
 * @param countries that forwarding numbers may be in (A14), home first
 * @param figures what is called answered in time, as at the desk (B11)
 */
public record PortalSettings(
    String host,
    int port,
    Optional<Certificate> certificate,
    String appUrl,
    GoogleSettings google,
    PushSettings push,
    List<String> countries,
    FigureRules figures) {
  /** Reads them; mistakes are reported by {@link Settings#check()}. */
  public static PortalSettings from(Settings settings) {
    String host = settings.text("PERMANENCE_PORTAL_HOST", "127.0.0.1", "where the portal listens");
    int port = settings.port("PERMANENCE_PORTAL_PORT", 8444, "port of the portal");
    String appUrl =
        settings
            .url("PERMANENCE_APP_URL", "http://localhost:" + port, "where the customers' app is")
            .toString()
            .replaceFirst("/+$", "");
    Optional<Certificate> certificate = Certificate.from(settings, "PERMANENCE_PORTAL");
    if (certificate.isPresent() && !appUrl.startsWith("https://")) {
      settings.refuse("PERMANENCE_APP_URL", "is the app's https address when it has a certificate");
    }
    return new PortalSettings(
        host,
        port,
        certificate,
        appUrl,
        GoogleSettings.from(settings, appUrl),
        PushSettings.from(settings),
        DialableCountries.from(settings),
        CountedInTime.from(settings));
  }

  /** Whether browsers reach the app over TLS, here or at a proxy in front. */
  public boolean tls() {
    return appUrl.startsWith("https://");
  }
}
