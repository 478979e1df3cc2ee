package io.permanence.e2e.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Every fault, long as in QUALITY or quick. */
final class Catalogue {
  private Catalogue() {}

  static List<Fault> quick(Path project, long seed) {
    return List.of(
        new ServiceKilled(30, 3),
        new ServiceHung(3),
        new AnswerCut(5),
        new PostgresAway(Duration.ofSeconds(30)),
        new PostgresHung(Duration.ofSeconds(10)),
        new AsteriskKilled(5),
        new AmiCut(Duration.ofSeconds(5), 10),
        new Overload(20, Duration.ofSeconds(6)),
        new Soak(300, 15),
        new ClockCases(project),
        new ServiceStopped(20),
        new HostileTexts(200, seed),
        new Malformed(300, seed),
        new TollFraud(200, seed),
        new Walk(40, seed));
  }

  static List<Fault> whole(Path project, long seed) {
    return List.of(
        new ServiceKilled(100, 10),
        new ServiceHung(10),
        new AnswerCut(1),
        new PostgresAway(Duration.ofSeconds(30)),
        new PostgresAway(Duration.ofMinutes(10)),
        new PostgresHung(Duration.ofSeconds(30)),
        new AsteriskKilled(30),
        new AmiCut(Duration.ofSeconds(60), 40),
        new Overload(40, Duration.ofSeconds(20)),
        new Soak(10_000, 20),
        new ClockCases(project),
        new ServiceStopped(100),
        new HostileTexts(5_000, seed),
        new Malformed(10_000, seed),
        new TollFraud(2_400, seed),
        new Walk(200, seed));
  }
}
