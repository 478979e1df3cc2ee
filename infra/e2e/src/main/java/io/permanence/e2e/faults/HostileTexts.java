package io.permanence.e2e.faults;

import io.permanence.e2e.Until;
import io.permanence.testing.asterisk.Ami;
import io.permanence.testing.sip.agent.AgentCall;
import io.permanence.testing.sip.agent.Answering;
import io.permanence.testing.sip.agent.Invitation;
import io.permanence.testing.sip.agent.UserAgent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * S2: what a caller may write into SIP. Every text carries a mark; wherever the mark begins
 * something of its own, the text did what it must not.
 */
public final class HostileTexts implements Fault {
  private static final String MARK = "ZQX";
  private static final Duration PACE = Duration.ofMillis(50);
  private static final Duration STAY = Duration.ofMillis(400);
  private static final Duration LIMIT = Duration.ofSeconds(40);
  private static final int UP = 20;

  /** Each with the mark in place of %s. */
  private static final List<String> TEXTS =
      List.of(
          "%%0A%s: yes",
          "%%0D%%0AEvent: %s%%0D%%0AChannel: x%%0D%%0A%%0D%%0A",
          "%%0Aagi_arg_1%%3A %s",
          "%%0Aagi_network_script: %s",
          "\"%%0D%%0AAction: Originate%%0D%%0AChannel: Local/%s@changed",
          "<script>alert('%s')</script>",
          "\"><img src=x onerror=alert('%s')>",
          "javascript:%s",
          "${SYSTEM(touch %s)}",
          "$[1+1]%s",
          "${SHELL(%s)}",
          "&PJSIP/%s@trunk",
          "33639980001%%26PJSIP/%s",
          "${jndi:ldap://127.0.0.1/%s}",
          "{{%s}}",
          "' or 1=1; drop table call; -- %s",
          "%%00%s",
          "%%u000A%s",
          "\\r\\n%s: yes",
          "%%E2%%80%%A8%s",
          "\u2028%s",
          "\u202e%s",
          "%s;tag=x;tag=y",
          "%s@127.0.0.1@127.0.0.2",
          "sip:%s",
          "\t%s",
          "=cmd|'/C %s'!A0",
          "../../%s",
          "+33639980101%%0D%%0A%s: yes",
          "%%25%%30%%41%s");

  private final int count;
  private final long seed;

  /**
   * The attack.
   *
   * @param seed the same seed makes the same texts
   */
  public HostileTexts(int count, long seed) {
    this.count = count;
    this.seed = seed;
  }

  @Override
  public String id() {
    return "S2";
  }

  @Override
  public void run(House house, Measures measures) {
    Instant began = Instant.now();
    Ledger ledger = new Ledger(house);
    Exchange exchange = new Exchange(house);
    long service = house.pid("service");
    long asterisk = house.pid("asterisk");
    long serviceLog = size(house.log("service"));
    Path asteriskLog = house.folder().resolve("asterisk/log/messages.log");
    long before = size(asteriskLog);
    Set<String> dialled = new HashSet<>();
    try (Ami ami = house.ami();
        UserAgent customers = house.customers();
        UserAgent carrier = house.carrier();
        Secretary camille = Secretary.ready(house, 0)) {
      customers.answering(
          call -> {
            dialled.add(call.dialled());
            return new Answering.With(486);
          });
      attack(carrier);
      boolean alive = answered(house);
      camille.phone().calls().forEach(AgentCall::hangUp);
      Until.within(LIMIT, () -> exchange.calls().isEmpty());
      String seeded = "seed " + seed;
      measures.none("AMI events or headers that a text made", forged(ami), count, seeded);
      dialled.removeAll(ladder(house));
      measures.none("numbers dialled that are no customer's", dialled.size(), count);
      String told = since(house.log("service"), serviceLog);
      measures.none(
          "AGI lines that a text made",
          lines(told, "with a line that is none of Asterisk's"),
          count);
      measures.none("log lines that a text made: service", begun(told), count);
      measures.none(
          "log lines that a text made: Asterisk", begun(since(asteriskLog, before)), count);
      measures.none("texts that reached a console", camille.heard(MARK), count);
      measures.none("texts that reached the database", stored(ledger), count);
      measures.none("texts run by a shell", executed(house), count);
      int died =
          (house.pid("service") == service ? 0 : 1) + (house.pid("asterisk") == asterisk ? 0 : 1);
      measures.none("crashes", died, count);
      measures.none("calls unanswered afterwards", alive ? 0 : 1, 1);
    }
    Rest.check(ledger, exchange, began, measures);
  }

  private void attack(UserAgent carrier) {
    Random random = new Random(seed);
    Deque<AgentCall> up = new ArrayDeque<>();
    for (int i = 0; i < count; i++) {
      up.add(carrier.call(invitation(random, i)));
      Until.pause(PACE);
      if (up.size() > UP) {
        end(up.remove());
      }
      if (i % 200 == 199) {
        carrier.forget();
      }
    }
    up.forEach(HostileTexts::end);
  }

  private static void end(AgentCall call) {
    call.awaitUp(STAY.minus(call.age()));
    call.hangUp();
  }

  private Invitation invitation(Random random, int number) {
    String text = text(random, number);
    String line = number % 3 == 0 ? Callers.DIRECT : Callers.DESK;
    Invitation plain = Invitation.of("+33639987777", line);
    return switch (number % 8) {
      case 0 -> plain.from("<sip:%s@127.0.0.2>".formatted(text));
      case 1 -> plain.from("\"%s\" <sip:+33639987777@127.0.0.2>".formatted(text));
      case 2 ->
          plain.headers(
              List.of("Diversion: <sip:%s@127.0.0.2>;reason=\"%s\"".formatted(text, text)));
      case 3 ->
          plain.headers(
              List.of(
                  "P-Asserted-Identity: \"%s\" <sip:%s@127.0.0.2>".formatted(text, text),
                  "Remote-Party-ID: \"%s\" <sip:%s@127.0.0.2>".formatted(text, text)));
      case 4 -> plain.contact("sip:%s@127.0.0.2".formatted(text));
      case 5 -> plain.headers(List.of("User-Agent: " + text, "Subject: " + text));
      case 6 -> plain.callId(text.replaceAll("[\\s<>]", "_") + number);
      default -> new Invitation(text.replaceAll("\\s", "%20"), plain.from(), "", "", List.of());
    };
  }

  /** One or two of the texts, sometimes long, sometimes with noise. */
  private static String text(Random random, int number) {
    String mark = MARK + number;
    String text = TEXTS.get(random.nextInt(TEXTS.size())).formatted(mark);
    if (random.nextInt(3) == 0) {
      text += TEXTS.get(random.nextInt(TEXTS.size())).formatted(mark);
    }
    if (random.nextInt(5) == 0) {
      text = "+33639980101" + text;
    }
    if (random.nextInt(10) == 0) {
      text += "A".repeat(random.nextInt(1_500));
    }
    int at = random.nextInt(text.length() + 1);
    return random.nextInt(4) == 0
        ? text.substring(0, at) + (char) (0x20 + random.nextInt(0x2000)) + text.substring(at)
        : text;
  }

  private static long forged(Ami ami) {
    return ami.messages().stream()
        .filter(
            message ->
                message.get("Event").startsWith(MARK)
                    || message.headers().keySet().stream().anyMatch(name -> name.contains(MARK)))
        .count();
  }

  private static Set<String> ladder(House house) {
    Set<String> numbers = new HashSet<>();
    house
        .state()
        .path("lines")
        .forEach(line -> line.path("forwarding").forEach(each -> numbers.add(each.asText())));
    return numbers;
  }

  private static boolean answered(House house) {
    try (Callers callers = new Callers(house)) {
      return callers.call(Callers.DESK).awaitUp(LIMIT);
    }
  }

  private static long stored(Ledger ledger) {
    return ledger
        .texts(
            """
            select c.id::text from call c where coalesce(caller, '') like '%ZQX%'
            union all select e.call_id::text from call_event e where detail::text like '%ZQX%'
            union all select t.id::text from task t where t::text like '%ZQX%'
            """)
        .size();
  }

  private static long executed(House house) {
    long found = 0;
    for (Path place :
        List.of(house.folder(), house.folder().resolve("asterisk"), Path.of("/tmp"))) {
      try (var files = Files.list(place)) {
        found += files.filter(file -> file.toString().contains(MARK)).count();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }

  /** Lines that begin with the mark: a text broke a line and began one of its own. */
  private static long begun(String log) {
    return log.lines().filter(line -> line.startsWith(MARK) || line.startsWith("Event: ")).count();
  }

  static long lines(String log, String word) {
    return log.lines().filter(line -> line.contains(word)).count();
  }

  static long size(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String since(Path file, long offset) {
    try {
      byte[] all = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
      int from = (int) Math.min(offset, all.length);
      return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
