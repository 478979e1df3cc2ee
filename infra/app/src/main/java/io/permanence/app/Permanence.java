package io.permanence.app;

import io.permanence.app.demo.DemoCommand;
import io.permanence.callrouter.CallRouterSettings;
import io.permanence.callrouter.CallRouterVerticle;
import io.permanence.portal.PortalSettings;
import io.permanence.portal.PortalVerticle;
import io.permanence.push.PushSettings;
import io.permanence.push.PushVerticle;
import io.permanence.runtime.node.Node;
import io.permanence.runtime.node.NodeSettings;
import io.permanence.runtime.settings.Settings;
import io.permanence.runtime.settings.SettingsException;
import io.permanence.store.Migrations;
import io.permanence.sync.SyncSettings;
import io.permanence.sync.SyncVerticle;
import io.vertx.core.Verticle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

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
        bootstrap              prints the SQL that a database administrator runs once
        migrate                brings the database to this version's schema, then ends
        demo-data              fills an empty database with the demo, and says how to sign in
        settings               prints the table of settings
        rehearse               starts every module against nothing and ends; see Rehearsal

      Settings are environment variables over the file that PERMANENCE_SETTINGS names.
      """;

  private static final String[] ALL = {"call-router", "customer-portal-api", "sync", "push"};

  private Permanence() {}

  /** Runs the command; ends with 2 when it is none, with 1 when the settings are wrong. */
  public static void main(String[] arguments) {
    String command = arguments.length == 1 ? arguments[0] : "";
    try {
      switch (command) {
        case "all" -> run(ofProcess(), () -> {}, ALL);
        case "call-router", "customer-portal-api", "sync", "push" ->
            run(ofProcess(), () -> {}, command);
        case "bootstrap" -> System.out.print(Migrations.bootstrapScript());
        case "migrate" -> migrate(ofProcess());
        case "demo-data" -> DemoCommand.run(ofProcess());
        case "settings" -> printSettings();
        case "rehearse" ->
            run(Rehearsal.settings(), () -> new Thread(() -> System.exit(0), "exit").start(), ALL);
        default -> {
          System.err.print(USAGE);
          System.exit(2);
        }
      }
    } catch (SettingsException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void run(Settings settings, Runnable whenStarted, String... modules) {
    NodeSettings node = NodeSettings.from(settings);
    List<Function<Node, Verticle>> verticles = new ArrayList<>();
    for (String module : modules) {
      verticles.add(verticle(module, settings));
    }
    settings.check();
    Node.run(
        node,
        running -> verticles.stream().map(verticle -> verticle.apply(running)).toList(),
        whenStarted);
  }

  /** Reads the module's settings now, so that all mistakes are told before anything starts. */
  private static Function<Node, Verticle> verticle(String module, Settings settings) {
    return switch (module) {
      case "call-router" -> {
        CallRouterSettings router = CallRouterSettings.from(settings);
        yield node -> new CallRouterVerticle(node, router);
      }
      case "customer-portal-api" -> {
        PortalSettings portal = PortalSettings.from(settings);
        yield node -> new PortalVerticle(node, portal);
      }
      case "sync" -> {
        SyncSettings sync = SyncSettings.from(settings);
        yield node -> new SyncVerticle(node, sync);
      }
      case "push" -> {
        PushSettings push = PushSettings.from(settings);
        yield node -> new PushVerticle(node, push);
      }
      default -> throw new IllegalArgumentException(module);
    };
  }

  private static void migrate(Settings settings) {
    DatabaseOwner owner = DatabaseOwner.from(settings);
    settings.check();
    try {
      System.out.println(
          Migrations.migrate(owner.jdbc(), owner.password()) + " migrations applied");
    } catch (IllegalStateException e) {
      System.err.printf(
          "%s was not brought to this version's schema; has an administrator run what the command"
              + " bootstrap prints?%n%s%n",
          owner, e.getMessage());
      System.exit(1);
    }
  }

  /** This process's settings; a name that no module and no command reads is refused. */
  private static Settings ofProcess() {
    Settings settings = Settings.ofProcess();
    settings.refuseUnknown(table().keySet());
    return settings;
  }

  /** Every setting there is, by name. */
  static Map<String, Settings.Known> table() {
    Settings settings = Settings.of(Map.of());
    NodeSettings.from(settings);
    DatabaseOwner.from(settings);
    DemoCommand.file(settings);
    for (String module : ALL) {
      verticle(module, settings);
    }
    settings.elsewhere("PERMANENCE_NATIVE_CACHE", "for infra/deploy/native-tools: see its --help");
    return new TreeMap<>(settings.known());
  }

  private static void printSettings() {
    System.out.printf("%-38s %-42s %s%n", "setting", "default", "what it is");
    table()
        .forEach(
            (name, known) ->
                System.out.printf(
                    "%-38s %-42s %s%n",
                    name, known.secret() ? "(secret)" : known.standard(), known.purpose()));
  }
}
