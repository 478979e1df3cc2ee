package io.permanence.bench;

import io.permanence.model.Caller;
import io.permanence.model.PhoneNumber;
import io.permanence.model.call.Reason;
import io.permanence.model.id.CallId;
import io.permanence.model.line.LineTable;
import io.permanence.routing.Decision;
import io.permanence.routing.IncomingCall;
import io.permanence.routing.RoutingPolicy;
import java.time.Instant;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * P1: decisions a second on one core. Each call dials a line and comes from a caller drawn at
 * random, at an instant drawn from a year, clock changes included: half of the callers are marked
 * by that customer, one in twenty withholds the number.
 */
@SuppressWarnings("NullAway.Init")
public class DecisionBenchmark extends OneCore {
  private static final int YEAR_SECONDS = 365 * 86_400;
  private static final CallId CALL = CallId.random();

  /** How many customers are loaded. */
  @Param({"1000", "10000", "100000", "1000000"})
  public int customers;

  private LineTable lines;
  private SplittableRandom random;

  /** Loads the customers. */
  @Setup
  public void load() {
    lines = Lines.of(customers);
    random = new SplittableRandom(1);
    System.out.printf(
        "%n%,d lines take %,d MB packed, %,d MB with table%n",
        lines.size(), Lines.packedBytes(lines) >> 20, Lines.heap() >> 20);
  }

  private record Arrival(PhoneNumber dialled, IncomingCall call) {}

  private Arrival arrival() {
    int line = random.nextInt(customers);
    int nth = random.nextInt(Lines.CALLERS);
    Instant at = Lines.NEW_YEAR.plusSeconds(random.nextInt(YEAR_SECONDS));
    Caller caller = nth == 0 ? new Caller.Withheld() : new Caller.Known(Lines.caller(line, nth));
    return new Arrival(Lines.number(line), IncomingCall.from(CALL, caller, at));
  }

  /** The line is found and the call is decided. */
  @Benchmark
  public Decision decide() {
    Arrival arrival = arrival();
    return RoutingPolicy.decide(arrival.call(), lines.find(arrival.dialled()).orElseThrow());
  }

  /** The same, and the reason is worked out as the journal keeps it. */
  @Benchmark
  public Reason decideAndTellWhy(Blackhole journal) {
    Decision decision = decide();
    journal.consume(decision.basis().instruction());
    return decision.basis().reason();
  }
}
