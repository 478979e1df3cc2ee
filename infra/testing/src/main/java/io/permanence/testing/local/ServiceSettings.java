package io.permanence.testing.local;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What each part is told about the others; the service's settings file. What stands in {@code
 * settings/service-own.properties} and {@code settings/asterisk-own.properties} of the run folder
 * goes before what is made here.
 */
final class ServiceSettings {
  /**
   * Who the fallback rings before it greets: the desk phones of the demo's secretaries. There is no
   * number through the trunk by default: nobody answers there, and the caller would hear it ring
   * for as long as the group rings.
   */
  static final String EMERGENCY_GROUP = "desk-camille,desk-ines,desk-hugo,desk-salome";

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
    values.put("PERMANENCE_DEMO_FILE", folder.root().resolve("demo.json").toString());
    if (!foreignDatabase()) {
      values.put("PERMANENCE_DB_HOST", "127.0.0.1");
      values.put("PERMANENCE_DB_PORT", port("postgres"));
    }
    values.put("PERMANENCE_SEAL_KEY", secrets.key("seal"));
    values.put("PERMANENCE_MANAGEMENT_PORT", port("management"));
    router(values);
    push(values);
    google(values);
    values.putAll(folder.read("service-own"));
    folder.write("service", values);
  }

  /** Whether the database is on a server of somebody's own; then none is started here. */
  boolean foreignDatabase() {
    return folder.read("service-own").containsKey("PERMANENCE_DB_HOST");
  }

  /**
   * The database for somebody who looks: a superuser in the one that is started here, its owner in
   * a foreign one.
   */
  String jdbc() {
    if (!foreignDatabase()) {
      return PostgresPart.superuser(ports.of("postgres"));
    }
    Map<String, String> own = folder.read("service-own");
    String password = own.getOrDefault("PERMANENCE_OWNER_PASSWORD", "");
    return "jdbc:postgresql://%s:%s/%s?user=permanence_owner%s"
        .formatted(
            own.get("PERMANENCE_DB_HOST"),
            own.getOrDefault("PERMANENCE_DB_PORT", "5432"),
            own.getOrDefault("PERMANENCE_DB_NAME", "permanence"),
            password.isEmpty()
                ? ""
                : "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8));
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
    values.put("EMERGENCY_GROUP", EMERGENCY_GROUP);
    values.put("TELEPHONES", folder.root().resolve("asterisk/telephones").toString());
    values.putAll(folder.read("asterisk-own"));
    return values;
  }

  /** Environment of the stand-ins. */
  Map<String, String> standIns() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("STANDIN_INBOX_PORT", port("inbox"));
    values.put("STANDIN_SMTP_PORT", port("smtp"));
    values.put("STANDIN_FCM_PORT", port("fcm"));
    values.put("STANDIN_SMS_PORT", port("sms"));
    values.put("STANDIN_PEOPLE_PORT", port("people"));
    values.put("STANDIN_GOOGLE_PORT", port("google-oauth"));
    values.put("STANDIN_CALENDAR_PORT", port("calendar"));
    values.put("STANDIN_GOOGLE_REDIRECT_URIS", app() + "google/callback");
    values.put("STANDIN_FCM_KEY_FILE", fcmKeyFile().toString());
    values.put(
        "STANDIN_SMS_RECEIPTS_URL",
        "http://127.0.0.1:" + port("sms-receipts") + "/v1/sms-receipts");
    values.put("STANDIN_SMS_SECRET", secrets.password("sms"));
    return values;
  }

  private String app() {
    return "http://localhost:" + port("app") + "/";
  }

  private Path fcmKeyFile() {
    return folder.root().resolve("settings/fcm-service-account.json");
  }

  private void push(Map<String, String> values) {
    values.put("PERMANENCE_FCM_PROJECT", "permanence-demo");
    values.put("PERMANENCE_FCM_CREDENTIALS", fcmKeyFile().toString());
    values.put("PERMANENCE_FCM_ENDPOINT", "http://127.0.0.1:" + port("fcm"));
    values.put("PERMANENCE_SMTP_HOST", "127.0.0.1");
    values.put("PERMANENCE_SMTP_PORT", port("smtp"));
    values.put("PERMANENCE_SMTP_STARTTLS", "false");
    values.put("PERMANENCE_SMS_GATEWAY", "http://127.0.0.1:" + port("sms"));
    values.put("PERMANENCE_SMS_SECRET", secrets.password("sms"));
    values.put("PERMANENCE_SMS_RECEIPTS_HOST", "127.0.0.1");
    values.put("PERMANENCE_SMS_RECEIPTS_PORT", port("sms-receipts"));
  }

  private void router(Map<String, String> values) {
    values.put("PERMANENCE_CONSOLE_PORT", port("console"));
    values.put("PERMANENCE_PORTAL_PORT", port("app"));
    values.put("PERMANENCE_AMI_PORT", port("ami"));
    values.put("PERMANENCE_AMI_SECRET", secrets.password("ami"));
    values.put("PERMANENCE_AGI_PORT", port("agi"));
    values.put("PERMANENCE_SIP_PORT", port("sip"));
    values.put("PERMANENCE_SIP_WEBSOCKET_PORT", port("asterisk-http"));
    values.put("PERMANENCE_SOUNDS", folder.root().resolve("sounds").toString());
    values.put("PERMANENCE_SPOOL", folder.root().resolve("spool").toString());
    values.put(
        "PERMANENCE_TELEPHONES",
        folder.root().resolve("asterisk/telephones/telephones.conf").toString());
    values.put(
        "PERMANENCE_ESPEAK", folder.project().resolve(".run/native/bin/espeak-ng").toString());
  }

  private void google(Map<String, String> values) {
    String oauth = "http://localhost:" + port("google-oauth");
    values.put("PERMANENCE_GOOGLE_CLIENT_ID", "permanence-demo.apps.googleusercontent.com");
    values.put("PERMANENCE_GOOGLE_CLIENT_SECRET", "demo-client-secret");
    values.put("PERMANENCE_GOOGLE_AUTHORIZATION_URL", oauth + "/o/oauth2/v2/auth");
    values.put("PERMANENCE_GOOGLE_TOKEN_URL", oauth + "/oauth2/token");
    values.put("PERMANENCE_GOOGLE_REVOKE_URL", oauth + "/oauth2/revoke");
    values.put("PERMANENCE_GOOGLE_PEOPLE_URL", "http://127.0.0.1:" + port("people") + "/");
    values.put("PERMANENCE_GOOGLE_CALENDAR_URL", "http://127.0.0.1:" + port("calendar") + "/");
  }

  private String port(String server) {
    return Integer.toString(ports.of(server));
  }
}
