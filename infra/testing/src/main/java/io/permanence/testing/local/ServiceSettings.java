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
    folder.write("service", values);
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
    return Map.of();
  }

  /** Environment of the Google sign-in stand-in. */
  Map<String, String> googleOauth() {
    return Map.of();
  }

  private String port(String server) {
    return Integer.toString(ports.of(server));
  }
}
