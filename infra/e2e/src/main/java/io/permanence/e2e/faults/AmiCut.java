package io.permanence.e2e.faults;

import io.permanence.e2e.Until;
import io.permanence.testing.sip.agent.AgentCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** R7: the connection to AMI is cut, again and again, while calls come and go unheard. */
public final class AmiCut implements Fault {
  private static final Duration EXACT = Duration.ofSeconds(2);
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Duration away;
  private final int calls;

  /**
   * The cut.
   *
   * @param calls up when it begins; half of them end unheard, as many come
   */
  public AmiCut(Duration away, int calls) {
    this.away = away;
    this.calls = calls;
  }

  @Override
  public String id() {
    return "R7";
  }

  @Override
  public void run(House house, Measures measures) {
    Ledger ledger = new Ledger(house);
    Exchange exchange = new Exchange(house);
    Instant began = Instant.now();
    try (Callers callers = new Callers(house);
        Secretary camille = Secretary.ready(house, 0)) {
      List<AgentCall> up =
          new ArrayList<>(callers.call(Callers.DESK, calls, Duration.ofMillis(50)));
      Callers.answered(up);
      Until.within(LIMIT, () -> camille.phase().equals("talking"));
      Instant cut = Instant.now();
      int next = 1;
      while (Instant.now().isBefore(cut.plus(away))) {
        cut(house);
        if (next < up.size() / 2) {
          up.get(next).hangUp();
          callers.call(Callers.DESK);
        }
        next++;
        Until.pause(Duration.ofMillis(100));
      }
      Until.within(LIMIT, house::ready);
      Instant back = Instant.now();
      List<Secretary> desk = List.of(camille);
      boolean same =
          Until.within(LIMIT, () -> ServiceKilled.differences(exchange, ledger, desk).isEmpty());
      Duration took = Duration.between(back, Instant.now());
      if (same) {
        measures.within("reconnected to the exact state", List.of(took), EXACT);
      } else {
        ServiceKilled.compare(exchange, ledger, desk, measures);
      }
      callers.hangUpAll();
      Rest.check(ledger, exchange, began, measures);
    } finally {
      house.whole();
    }
  }

  /** Throws every session of the router out of AMI. */
  static void cut(House house) {
    console(house, "manager show connected")
        .lines()
        .filter(line -> line.strip().startsWith("router"))
        .map(line -> line.strip().split(" +"))
        .filter(words -> words.length > 4)
        .forEach(words -> console(house, "manager kick session " + words[4]));
  }

  static String console(House house, String command) {
    try {
      Process process =
          new ProcessBuilder(
                  house.folder().resolve("asterisk/asterisk").toString(),
                  "-C",
                  house.folder().resolve("asterisk/etc/asterisk.conf").toString(),
                  "-rx",
                  command)
              .redirectErrorStream(true)
              .start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
