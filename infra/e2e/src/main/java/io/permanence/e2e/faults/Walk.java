package io.permanence.e2e.faults;

import io.permanence.e2e.Until;
import io.permanence.testing.sip.agent.AgentCall;
import io.permanence.testing.sip.agent.Answering;
import io.permanence.testing.sip.agent.UserAgent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The random walk: many calls through the real Asterisk, everybody does what comes to mind, and
 * parts fail in between. At the end nothing may be left: no channel, no ringing telephone, no call
 * without its one end, no caller of whom nobody knows, and journal and Asterisk agree.
 */
public final class Walk implements Fault {
  private static final int SECRETARIES = 4;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration LONGEST_CALL = Duration.ofSeconds(40);

  /** Four secretaries are to have time for what they do. */
  private static final int LONGEST_PAUSE_MILLIS = 2_400;

  private static final String[] LINES = {
    Callers.DESK, Callers.ANNOUNCED, Callers.ANNOUNCED, Callers.DIRECT
  };
  private static final String VIP = "+33639980101";

  private final int calls;
  private final long seed;

  /**
   * The walk.
   *
   * @param seed who does what; when it happens is the machine's to say, so that a seed repeats the
   *     choices and not every race
   */
  public Walk(int calls, long seed) {
    this.calls = calls;
    this.seed = seed;
  }

  @Override
  public String id() {
    return "walk";
  }

  @Override
  public void run(House house, Measures measures) throws InterruptedException {
    Ledger ledger = new Ledger(house);
    Exchange exchange = new Exchange(house);
    Instant began = Instant.now();
    Random random = new Random(seed);
    AtomicBoolean over = new AtomicBoolean();
    List<Walker> walkers = new ArrayList<>();
    try (UserAgent customers = house.customers();
        Callers callers = new Callers(house);
        ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      Random telephones = new Random(seed + 1);
      customers.answering(call -> anyhow(telephones, 1_500));
      for (int i = 0; i < SECRETARIES; i++) {
        Walker walker = new Walker(Secretary.ready(house, i), new Random(seed + 10 + i), over);
        walkers.add(walker);
        people.execute(walker);
      }
      Thread faults =
          Thread.ofPlatform().start(() -> new Mishaps(house, new Random(seed + 2), over).run());
      List<AgentCall> placed = walk(callers, people, random);
      placed.forEach(call -> call.awaitOver(LIMIT));
      long hanging = placed.stream().filter(call -> !call.over()).count();
      over.set(true);
      faults.join();
      people.shutdown();
      people.awaitTermination(LIMIT.toSeconds(), TimeUnit.SECONDS);
      house.whole();
      callers.hangUpAll();
      TreeMap<String, Integer> done = new TreeMap<>();
      walkers.forEach(
          walker -> walker.done().forEach((what, n) -> done.merge(what, n, Integer::sum)));
      measures.none(
          "calls that hung when their caller hung up",
          hanging,
          calls,
          "seed %d; %s".formatted(seed, done));
      settled(ledger, exchange, customers, walkers, began, measures);
    } finally {
      over.set(true);
      walkers.forEach(walker -> walker.secretary().close());
      house.whole();
    }
  }

  private List<AgentCall> walk(Callers callers, ExecutorService people, Random random) {
    List<AgentCall> placed = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      String line = LINES[random.nextInt(LINES.length)];
      boolean vip = line.equals(Callers.ANNOUNCED) && random.nextInt(8) > 0;
      AgentCall call = callers.call(vip ? VIP : Callers.number(), line);
      placed.add(call);
      Duration stays =
          Duration.ofMillis(
              random.nextInt(4) == 0
                  ? random.nextInt(1_000)
                  : random.nextInt((int) LONGEST_CALL.toMillis()));
      people.execute(
          () -> {
            call.awaitOver(stays);
            call.hangUp();
          });
      Until.pause(Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MILLIS)));
    }
    return placed;
  }

  /** A telephone that is answered, busy, refused, dead, or left to ring. */
  static Answering anyhow(Random random, int longestRing) {
    synchronized (random) {
      return switch (random.nextInt(8)) {
        case 0 -> new Answering.With(486);
        case 1 -> new Answering.With(603);
        case 2 -> new Answering.With(503);
        case 3 -> new Answering.Never();
        default -> new Answering.After(Duration.ofMillis(random.nextInt(longestRing)));
      };
    }
  }

  private static void settled(
      Ledger ledger,
      Exchange exchange,
      UserAgent customers,
      List<Walker> walkers,
      Instant began,
      Measures measures) {
    Until.within(LIMIT, () -> exchange.legs().isEmpty() && ringing(customers, walkers).isEmpty());
    int count = ledger.since(began).size();
    List<String> ringing = ringing(customers, walkers);
    measures.none("telephones that still ring or talk", ringing.size(), count, Rest.named(ringing));
    Rest.check(ledger, exchange, began, measures);
    Rest.nobodyForgotten(ledger, began, measures);
    List<Exchange.Leg> left = exchange.legs();
    measures.none("channels of any kind left over", left.size(), count, Rest.named(left));
    List<Secretary> desk = walkers.stream().map(Walker::secretary).toList();
    measures.none(
        "calls the desk still lists", desk.getFirst().team().path("waiting").size(), count);
    long stuck =
        desk.stream().filter(each -> List.of("offered", "talking").contains(each.state())).count();
    measures.none("secretaries left with a call", stuck, desk.size());
  }

  /** The telephones' calls that are not over: whose, which, how far, for how long. */
  private static List<String> ringing(UserAgent customers, List<Walker> walkers) {
    List<String> left = new ArrayList<>(ringing("customer", customers));
    for (Walker walker : walkers) {
      left.addAll(ringing(walker.secretary().name(), walker.secretary().phone()));
    }
    return left;
  }

  private static List<String> ringing(String whose, UserAgent phone) {
    return phone.calls().stream()
        .filter(call -> !call.over())
        .map(
            call ->
                "%s's telephone, %s dialled %s, %s for %d s"
                    .formatted(
                        whose, call.id(), call.dialled(), call.state(), call.age().toSeconds()))
        .toList();
  }
}
