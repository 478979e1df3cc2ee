package io.permanence.runtime.node;

import io.permanence.runtime.secret.Sealer;
import io.permanence.runtime.settings.Settings;
import io.permanence.store.DatabaseSettings;
import java.time.Duration;

/**
 * The settings every process reads.
 *
 * @param demo the demo profile: fictional numbers count as valid
 * @param clockShift added to the system clock; zero outside demos and tests
 * @param sealer seals secrets in the store under the installation's key
 * @param managementHost where health and metrics are served
 */
public record NodeSettings(
    DatabaseSettings database,
    boolean demo,
    Duration clockShift,
    Sealer sealer,
    String managementHost,
    int managementPort) {
  /** Reads them; mistakes are reported by {@link Settings#check()}. */
  public static NodeSettings from(Settings settings) {
    settings.elsewhere("PERMANENCE_SETTINGS", "file of settings; the environment goes before it");
    settings.elsewhere("PERMANENCE_LOG", "json: the log in JSON, a line an entry");
    return new NodeSettings(
        database(settings),
        settings.flag("PERMANENCE_DEMO", false, "demo profile: fictional numbers are valid"),
        settings.shift("PERMANENCE_CLOCK_SHIFT", "moves the clock; demo and tests"),
        new Sealer(settings.key("PERMANENCE_SEAL_KEY", "seals secrets in the store")),
        settings.text("PERMANENCE_MANAGEMENT_HOST", "127.0.0.1", "where health and metrics listen"),
        settings.port("PERMANENCE_MANAGEMENT_PORT", 9000, "port of health and metrics"));
  }

  /** Where PostgreSQL is; read alone by who needs no more. */
  public static DatabaseSettings database(Settings settings) {
    return DatabaseSettings.of(
        settings.text("PERMANENCE_DB_HOST", "localhost", "PostgreSQL's host"),
        settings.port("PERMANENCE_DB_PORT", 5432, "PostgreSQL's port"),
        settings.text("PERMANENCE_DB_NAME", "permanence", "name of the database"),
        settings.text("PERMANENCE_DB_USER", "permanence_app", "login; owns nothing"),
        settings.secret("PERMANENCE_DB_PASSWORD", "", "password of the login"));
  }

  @Override
  public String toString() {
    return "NodeSettings[" + database + "]";
  }
}
