package io.permanence.testing.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes every part, wired to the others by ports, secrets and settings files. */
final class Wiring {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> SMALL_JVM =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx192m");

  private final RunFolder folder;
  private final Ports ports;
  private final ServiceSettings settings;

  Wiring(RunFolder folder, Ports ports) {
    this.folder = folder;
    this.ports = ports;
    this.settings = new ServiceSettings(folder, ports, Secrets.of(folder));
  }

  /** The parts; without PostgreSQL when the database is on a foreign server. */
  Parts parts() {
    List<Part> all = new ArrayList<>();
    if (!settings.foreignDatabase()) {
      all.add(new PostgresPart(folder, ports.of("postgres")));
    }
    all.addAll(List.of(asterisk(), standIns(), theService()));
    return new Parts(List.copyOf(all), this::demoData, settings::jdbc);
  }

  private void demoData() {
    settings.write();
    if (settings.foreignDatabase()) {
      run("migrate");
    }
    run("demo-data");
  }

  private void run(String command) {
    Script.run(
        folder,
        command,
        environment(
            List.of(java(), "-XX:TieredStopAtLevel=1", "-jar", jar("app", "permanence"), command)));
  }

  private Part asterisk() {
    Path directory = folder.root().resolve("asterisk");
    return new ProcessPart(
        "asterisk",
        "Asterisk",
        process("asterisk"),
        () -> {
          prepareAsterisk(directory);
          return List.of(folder.script("asterisk-run"), directory.toString());
        },
        Map.of(),
        () ->
            Files.exists(directory.resolve("run/asterisk.ctl")) && Waiting.listens(ports.of("ami")),
        PATIENCE);
  }

  private void prepareAsterisk(Path directory) {
    Path sounds = folder.root().resolve("sounds");
    Script.run(
        folder,
        "static-sounds",
        List.of(folder.script("static-sounds"), "--into", sounds.toString()));
    List<String> command =
        new ArrayList<>(List.of(folder.script("asterisk-config"), "--into", directory.toString()));
    settings
        .asterisk(sounds, folder.root().resolve("spool"))
        .forEach((name, value) -> command.addAll(List.of("--set", name + "=" + value)));
    Script.run(folder, "asterisk-config", command);
  }

  private Part standIns() {
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(SMALL_JVM);
    command.addAll(List.of("-cp", testingClassPath(), "io.permanence.testing.standin.StandIns"));
    return new ProcessPart(
        "standins",
        "outside world",
        process("standins"),
        () -> command,
        settings.standIns(),
        () ->
            Waiting.ok("http://localhost:" + ports.of("inbox") + "/api/messages")
                && Waiting.listens(ports.of("people"))
                && Waiting.listens(ports.of("calendar")),
        PATIENCE);
  }

  private Part theService() {
    Path archive = folder.project().resolve("infra/app/target/permanence.jsa");
    List<String> command =
        List.of(
            java(),
            "-XX:+UseSerialGC",
            // lines lie anywhere in memory: fewer pages to look up
            "-XX:+UseTransparentHugePages",
            // at rest it stays below 400 MB; a hundred thousand lines take 105 MB more
            "-Xms256m",
            "-Xmx640m",
            "-XX:SharedArchiveFile=" + archive,
            "-Xlog:cds=off",
            "-Xlog:cds+dynamic=off",
            "-jar",
            jar("app", "permanence"),
            "all");
    return new ProcessPart(
        "service",
        "the service",
        process("service"),
        () -> {
          settings.write();
          return command;
        },
        Map.of("PERMANENCE_SETTINGS", folder.settings("service").toString()),
        () -> Waiting.ok("http://localhost:" + ports.of("management") + "/ready"),
        PATIENCE);
  }

  private List<String> environment(List<String> command) {
    List<String> with = new ArrayList<>(List.of("env"));
    with.add("PERMANENCE_SETTINGS=" + folder.settings("service"));
    with.addAll(command);
    return with;
  }

  private LocalProcess process(String name) {
    return new LocalProcess(folder, name);
  }

  private String testingClassPath() {
    Path target = folder.project().resolve("infra/testing/target");
    return target.resolve("permanence-testing.jar") + ":" + target.resolve("lib") + "/*";
  }

  private String jar(String module, String name) {
    return folder.project().resolve("infra/%s/target/%s.jar".formatted(module, name)).toString();
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
