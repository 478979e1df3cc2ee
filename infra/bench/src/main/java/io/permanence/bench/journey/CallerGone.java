package io.permanence.bench.journey;

import io.permanence.bench.Conditions;
import io.permanence.bench.Figure;
import io.permanence.bench.Row;
import io.permanence.bench.Spread;
import io.permanence.e2e.Browser;
import io.permanence.e2e.Console;
import io.permanence.e2e.RunningSystem;
import io.permanence.e2e.RunningSystem.Account;
import io.permanence.e2e.Until;
import io.permanence.testing.sip.agent.AgentCall;
import io.permanence.testing.sip.agent.Answering;
import io.permanence.testing.sip.agent.Invitation;
import io.permanence.testing.sip.agent.UserAgent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * P4, second half: a caller hangs up while it rings somewhere; how long until that leg has its
 * CANCEL (a customer's telephone, a secretary's desk phone) and the offer is off the screen (B4).
 */
public final class CallerGone implements Figure {
  private static final String DIRECT = "+33199001002";
  private static final String DOCTOR = "+33199001001";
  private static final double GOAL = 200;
  private static final Duration SOON = Duration.ofSeconds(20);

  private final Spread customer = new Spread();
  private final Spread deskPhone = new Spread();
  private final Spread screen = new Spread();

  @Override
  public List<String> ids() {
    return List.of("P4");
  }

  @Override
  public List<Row> measure(Conditions conditions) throws InterruptedException {
    int rounds = conditions.quick() ? 10 : 100;
    try (Browser browser = Browser.open();
        RunningSystem system = RunningSystem.start(conditions.run().resolve("journey"));
        UserAgent carrier = UserAgent.at(host(system), 0, system.sip());
        Ringing customers = new Ringing(UserAgent.at(host(system), port(system), system.sip()));
        Ringing desk = new Ringing(UserAgent.at("127.0.0.1", 0, system.sip()))) {
      Account account = system.account("secretary", 0);
      desk.agent.register(account.sipUser(), account.sipPassword());
      Console secretary =
          new Console(browser.person("fr-FR", 1440, 900))
              .signInAtDeskPhone(system.url("console"), account)
              .ready();
      for (int i = 0; i < rounds; i++) {
        Invitation toCustomer = Invitation.of("+3363998%04d".formatted(6_000 + i), DIRECT);
        customer.add(gone(carrier.call(toCustomer), customers.next()));
        Invitation toDesk = Invitation.of("+3363998%04d".formatted(7_000 + i), DOCTOR);
        AgentCall call = carrier.call(toDesk);
        AgentCall leg = desk.next();
        secretary.awaitState("offered");
        Instant hungUp = Instant.now();
        deskPhone.add(gone(call, leg));
        Until.holds("the offer is gone", () -> secretary.offerGoneAt().isAfter(hungUp));
        screen.add(Duration.between(hungUp, secretary.offerGoneAt()));
        secretary.awaitState("ready");
      }
    }
    String how = rounds + " calls one after the other";
    return List.of(
        told("caller gone to CANCEL at the customer's, p50", customer).under(how),
        goal("caller gone to CANCEL at the customer's, p99", customer).under(how),
        told("caller gone to CANCEL at the desk phone, p50", deskPhone).under(how),
        goal("caller gone to CANCEL at the desk phone, p99", deskPhone).under(how),
        told("caller gone to offer off the screen, p50", screen).under(how),
        goal("caller gone to offer off the screen, p99", screen).under(how));
  }

  /** From the caller's BYE or CANCEL to the end of the ringing leg. */
  private static Duration gone(AgentCall call, AgentCall ringing) {
    long hungUp = System.nanoTime();
    call.hangUp();
    if (!ringing.awaitOver(SOON)) {
      throw new AssertionError("it still rings");
    }
    Duration took = Duration.ofNanos(System.nanoTime() - hungUp);
    call.awaitOver(SOON);
    return took;
  }

  private static String host(RunningSystem system) {
    return system.carrier().getAddress().getHostAddress();
  }

  private static int port(RunningSystem system) {
    return system.carrier().getPort();
  }

  private static Row told(String what, Spread spread) {
    return Row.told("P4", what, spread.millis(50), "ms");
  }

  private static Row goal(String what, Spread spread) {
    double millis = spread.millis(99);
    return Row.of("P4", what, millis, "ms", "<= 200", millis <= GOAL);
  }

  /** A telephone that rings for ever. */
  private static final class Ringing implements AutoCloseable {
    private final UserAgent agent;
    private final BlockingQueue<AgentCall> calls = new LinkedBlockingQueue<>();

    Ringing(UserAgent agent) {
      this.agent = agent;
      agent.answering(
          call -> {
            calls.add(call);
            return new Answering.Never();
          });
    }

    /** The next call that rings here. */
    AgentCall next() throws InterruptedException {
      AgentCall call = calls.poll(SOON.toMillis(), TimeUnit.MILLISECONDS);
      if (call == null) {
        throw new AssertionError("nobody called");
      }
      return call;
    }

    @Override
    public void close() {
      agent.close();
    }
  }
}
