package io.permanence.store.mapping;

import io.permanence.store.Database;
import io.permanence.store.DatabaseSettings;
import io.permanence.store.Module;
import io.vertx.core.Vertx;
import java.util.List;

/** Every entity of every subject, in one list so that nothing is found by scanning. */
public final class Mapping {
  private static final List<Class<?>> ENTITIES = List.of();

  private Mapping() {}

  /**
   * Opens the store. Blocks for about a second the first time in a process; PostgreSQL need not be
   * up.
   */
  public static Database open(Vertx vertx, DatabaseSettings settings, Module module) {
    return Database.open(vertx, settings, module, ENTITIES);
  }
}
