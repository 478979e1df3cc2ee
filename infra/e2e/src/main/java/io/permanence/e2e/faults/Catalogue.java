package io.permanence.e2e.faults;

import java.time.Duration;
import java.util.List;

/** Every fault, long as in QUALITY or quick. */
final class Catalogue {
  private Catalogue() {}

  static List<Fault> quick() {
    return List.of(
        new ServiceKilled(30, 3),
        new ServiceHung(3),
        new PostgresAway(Duration.ofSeconds(30)),
        new PostgresHung(Duration.ofSeconds(10)),
        new ServiceStopped(20));
  }

  static List<Fault> whole() {
    return List.of(
        new ServiceKilled(100, 10),
        new ServiceHung(10),
        new PostgresAway(Duration.ofSeconds(30)),
        new PostgresAway(Duration.ofMinutes(10)),
        new PostgresHung(Duration.ofSeconds(30)),
        new ServiceStopped(100));
  }
}
