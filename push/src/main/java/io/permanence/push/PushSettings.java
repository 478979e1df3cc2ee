package io.permanence.push;

import io.permanence.push.email.MailSettings;
import io.permanence.push.fcm.FcmSettings;
import io.permanence.push.receipt.ReceiptSettings;
import io.permanence.push.sms.SmsSettings;
import io.permanence.runtime.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What push needs. A channel whose first setting is missing is not served: its deliveries stay
 * queued.
 *
 * @param fcm push; absent without a Firebase project
 * @param mail absent without an SMTP host
 * @param sms absent without a gateway
 * @param receipts where the SMS gateway tells what became of messages; absent without a host
 * @param every how often it looks by itself, at most a second
 */
public record PushSettings(
    Optional<FcmSettings> fcm,
    Optional<MailSettings> mail,
    Optional<SmsSettings> sms,
    Optional<ReceiptSettings> receipts,
    Duration every) {
  private static final Duration EVERY = Duration.ofMillis(500);

  /** Reads them; mistakes are reported by {@link Settings#check()}. */
  public static PushSettings from(Settings settings) {
    Optional<SmsSettings> sms = sms(settings);
    return new PushSettings(fcm(settings), mail(settings), sms, receipts(settings, sms), EVERY);
  }

  private static Optional<FcmSettings> fcm(Settings settings) {
    Optional<String> project =
        settings.optional("PERMANENCE_FCM_PROJECT", "Firebase project; without it no push");
    Path keyFile =
        settings.path("PERMANENCE_FCM_CREDENTIALS", "", "key file of the service account");
    Optional<URI> endpoint = settings.url("PERMANENCE_FCM_ENDPOINT", "instead of Google's address");
    Optional<URI> link =
        settings
            .url("PERMANENCE_APP_URL", "where the customers' app is")
            .filter(url -> "https".equals(url.getScheme()));
    int atOnce = settings.number("PERMANENCE_FCM_AT_ONCE", 48, 1, 500, "pushes at the same time");
    return project.map(id -> new FcmSettings(id, keyFile, endpoint, link, atOnce));
  }

  private static Optional<MailSettings> mail(Settings settings) {
    Optional<String> host =
        settings.optional("PERMANENCE_SMTP_HOST", "SMTP server; without it no e-mail");
    int port = settings.port("PERMANENCE_SMTP_PORT", 587, "port of the SMTP server");
    String user = settings.text("PERMANENCE_SMTP_USER", "", "login at the SMTP server, if any");
    String password = settings.secret("PERMANENCE_SMTP_PASSWORD", "", "password of that login");
    boolean encrypted =
        settings.flag("PERMANENCE_SMTP_STARTTLS", true, "refuse to send without STARTTLS");
    boolean tls = settings.flag("PERMANENCE_SMTP_TLS", false, "TLS from the first byte");
    String from =
        settings.text("PERMANENCE_MAIL_FROM", "Permanence <notes@localhost>", "sender of e-mails");
    int atOnce = settings.number("PERMANENCE_SMTP_AT_ONCE", 16, 1, 100, "e-mails at the same time");
    return host.map(
        name -> new MailSettings(name, port, user, password, encrypted, tls, from, atOnce));
  }

  private static Optional<SmsSettings> sms(Settings settings) {
    Optional<URI> gateway =
        settings.url("PERMANENCE_SMS_GATEWAY", "SMS gateway; without it no SMS");
    String secret = settings.secret("PERMANENCE_SMS_SECRET", "", "secret of the gateway's account");
    String from = settings.text("PERMANENCE_SMS_FROM", "Permanence", "sender shown on SMS");
    int atOnce = settings.number("PERMANENCE_SMS_AT_ONCE", 16, 1, 100, "SMS at the same time");
    return gateway.map(address -> new SmsSettings(address, secret, from, atOnce));
  }

  private static Optional<ReceiptSettings> receipts(Settings settings, Optional<SmsSettings> sms) {
    String host = "PERMANENCE_SMS_RECEIPTS_HOST";
    Optional<String> listen =
        settings.optional(host, "where the SMS gateway posts receipts; without it none are taken");
    int port =
        settings.port("PERMANENCE_SMS_RECEIPTS_PORT", 8030, "port for receipts, a proxy in front");
    String secret = sms.map(SmsSettings::secret).orElse("");
    if (listen.isPresent() && secret.isEmpty()) {
      settings.refuse(host, "needs PERMANENCE_SMS_GATEWAY and PERMANENCE_SMS_SECRET");
    }
    return listen.map(address -> new ReceiptSettings(address, port, secret));
  }
}
