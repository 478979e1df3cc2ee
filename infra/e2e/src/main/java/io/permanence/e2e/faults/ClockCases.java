package io.permanence.e2e.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * R14: nights when the clock changes, 29 February, windows over midnight. Runs the router's
 * property tests, which compare generated calendars with a second, naive implementation.
 */
public final class ClockCases implements Fault {
  private static final Pattern TRIES = Pattern.compile("tries = (\\d+)");
  private static final Pattern SUITE =
      Pattern.compile(
          "<testsuite [^>]*tests=\"(\\d+)\"[^>]*errors=\"(\\d+)\"[^>]*failures=\"(\\d+)\"");

  private final Path project;

  public ClockCases(Path project) {
    this.project = project;
  }

  @Override
  public String id() {
    return "R14";
  }

  @Override
  public void run(House house, Measures measures) throws IOException, InterruptedException {
    Path log = project.resolve(".run/log/faults-r14.log");
    Path reports = project.resolve("infra/routing/target/surefire-reports");
    long began = System.currentTimeMillis();
    int ended =
        new ProcessBuilder(
                "mvn",
                "-B",
                "-ntp",
                "-pl",
                "infra/routing",
                "-am",
                "test",
                "-Dexec.skip",
                "-Dspotless.check.skip",
                "-Dtest=WindowsTest,GeneratedCalendarsTest",
                "-Dsurefire.failIfNoSpecifiedTests=false")
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    int cases = 0;
    int wrong = 0;
    for (Path report : fresh(reports, began)) {
      String text = Files.readString(report);
      Matcher suite = SUITE.matcher(text);
      if (suite.find()) {
        cases += Integer.parseInt(suite.group(1));
        wrong += Integer.parseInt(suite.group(2)) + Integer.parseInt(suite.group(3));
      }
      cases +=
          TRIES.matcher(text).results().mapToInt(each -> Integer.parseInt(each.group(1))).sum();
    }
    if (cases == 0) {
      measures.unmeasured("generated cases that are wrong", "0", "no report; see " + log);
    } else {
      measures.none("generated cases that are wrong", wrong + (ended == 0 ? 0 : 1), cases);
    }
  }

  private static List<Path> fresh(Path folder, long since) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(
              file -> file.getFileName().toString().matches("TEST-.*(Windows|Calendars).*\\.xml"))
          .filter(file -> file.toFile().lastModified() >= since)
          .toList();
    }
  }
}
