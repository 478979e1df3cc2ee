package io.permanence.app;

import io.permanence.runtime.node.NodeSettings;
import io.permanence.runtime.settings.Settings;
import io.permanence.store.DatabaseSettings;

/**
 * The database as its owner reaches it, to bring it to this version's schema. Host, port and name
 * are those of the service.
 *
 * @param password of {@code permanence_owner}
 */
record DatabaseOwner(DatabaseSettings database, String password) {
  /** Reads them; mistakes are reported by {@link Settings#check()}. */
  static DatabaseOwner from(Settings settings) {
    return new DatabaseOwner(
        NodeSettings.database(settings),
        settings.secret("PERMANENCE_OWNER_PASSWORD", "", "of permanence_owner, for migrate"));
  }

  String jdbc() {
    return "jdbc:postgresql://%s:%d/%s"
        .formatted(database.host(), database.port(), database.database());
  }

  @Override
  public String toString() {
    return "%s:%d/%s".formatted(database.host(), database.port(), database.database());
  }
}
