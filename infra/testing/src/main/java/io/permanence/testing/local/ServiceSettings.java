package io.permanence.testing.local;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each part is told about the others; the service's settings file. */
final class ServiceSettings {
  private final RunFolder folder;
  private final Ports ports;
  private final Secrets secrets;

  ServiceSettings(RunFolder folder, Ports ports, Secrets secrets) {
    this.folder = folder;
    this.ports = ports;
    this.secrets = secrets;
  }

  /** Writes the service's settings file. */
  void write() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("PERMANENCE_DEMO", "true");
    values.put("PERMANENCE_DB_HOST", "127.0.0.1");
    values.put("PERMANENCE_DB_PORT", port("postgres"));
    values.put("PERMANENCE_SEAL_KEY", secrets.key("seal"));
    values.put("PERMANENCE_MANAGEMENT_PORT", port("management"));
    values.putAll(channels());
    folder.write("service", values);
  }

  /** The channels lead to the stand-ins. */
  private Map<String, String> channels() {
    return Map.of(
        "PERMANENCE_FCM_PROJECT",
        "permanence-demo",
        "PERMANENCE_FCM_CREDENTIALS",
        pushKeyFile(),
        "PERMANENCE_FCM_ENDPOINT",
        "http://127.0.0.1:" + port("fcm"),
        "PERMANENCE_SMTP_HOST",
        "127.0.0.1",
        "PERMANENCE_SMTP_PORT",
        port("smtp"),
        "PERMANENCE_SMTP_STARTTLS",
        "false",
        "PERMANENCE_SMS_GATEWAY",
        "http://127.0.0.1:" + port("sms"),
        "PERMANENCE_SMS_SECRET",
        secrets.password("sms"));
  }

  /** Placeholders of Asterisk's configuration. */
  Map<String, String> asterisk(Path sounds, Path spool) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("AMI_SECRET", secrets.password("ami"));
    values.put("SIP_BIND", "127.0.0.1:" + port("sip"));
    values.put("HTTP_PORT", port("asterisk-http"));
    values.put("AMI_PORT", port("ami"));
    values.put("AGI_PORT", port("agi"));
    values.put("SOUNDS", sounds.toString());
    values.put("SPOOL", spool.toString());
    return values;
  }

  /** Environment of the stand-ins. */
  Map<String, String> standIns() {
    return Map.of(
        "STANDIN_INBOX_PORT", port("inbox"),
        "STANDIN_SMTP_PORT", port("smtp"),
        "STANDIN_FCM_PORT", port("fcm"),
        "STANDIN_FCM_KEY_FILE", pushKeyFile(),
        "STANDIN_SMS_PORT", port("sms"),
        "STANDIN_SMS_SECRET", secrets.password("sms"),
        "STANDIN_PEOPLE_PORT", port("people"),
        "STANDIN_GOOGLE_URL", "http://127.0.0.1:" + port("google-oauth"));
  }

  /** Where the push stand-in keeps the service account's key file. */
  private String pushKeyFile() {
    return folder.root().resolve("settings").resolve("push-account.json").toString();
  }

  /** Environment of the Google sign-in stand-in. */
  Map<String, String> googleOauth() {
    String app = "http://localhost:" + port("app");
    return Map.of(
        "GOOGLE_REDIRECT_URIS", app + "/google/callback," + app + "/api/v1/google/callback");
  }

  private String port(String server) {
    return Integer.toString(ports.of(server));
  }
}
