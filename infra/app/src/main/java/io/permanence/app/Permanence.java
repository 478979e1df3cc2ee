package io.permanence.app;

import io.permanence.store.Migrations;
import java.util.Map;

/** The entry of the runnable jar. */
public final class Permanence {
  private static final String USAGE =
      """
      usage: java -jar permanence.jar COMMAND

        all                    every module in one process
        call-router            one module alone …
        customer-portal-api
        sync
        push
        migrate                brings the database to this version's schema, then ends
        settings               prints the table of settings
      """;

  private Permanence() {}

  /** Runs the command; ends with 2 when it is none. */
  public static void main(String[] arguments) {
    if (arguments.length != 1) {
      System.err.print(USAGE);
      System.exit(2);
    }
    switch (arguments[0]) {
      case "migrate" -> migrate(System.getenv());
      default -> {
        System.err.print(USAGE);
        System.exit(2);
      }
    }
  }

  private static void migrate(Map<String, String> environment) {
    String jdbc =
        environment.getOrDefault("PERMANENCE_JDBC", "jdbc:postgresql://localhost/permanence");
    int applied =
        Migrations.migrate(jdbc, environment.getOrDefault("PERMANENCE_OWNER_PASSWORD", ""));
    System.out.println(applied + " migrations applied");
  }
}
