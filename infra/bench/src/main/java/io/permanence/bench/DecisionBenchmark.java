package io.permanence.bench;

import io.permanence.callrouter.routing.Decision;
import io.permanence.callrouter.routing.IncomingCall;
import io.permanence.callrouter.routing.RoutingPolicy;
import io.permanence.model.Caller;
import io.permanence.model.PhoneNumber;
import io.permanence.model.id.CallId;
import io.permanence.model.line.LineSnapshot;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** P1: decisions a second on one core, from the dialled number to the decision. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgs = "-Xmx6g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init")
public class DecisionBenchmark {
  private static final int CALLS = 65_536;

  /** How many customers are loaded. */
  @Param({"1000", "100000", "1000000"})
  public int customers;

  private Map<PhoneNumber, LineSnapshot> lines;
  private PhoneNumber[] dialled;
  private IncomingCall[] calls;
  private int next;

  /** Loads the customers and prepares calls spread over all of them. */
  @Setup
  public void load() {
    lines = Lines.of(customers);
    dialled = new PhoneNumber[CALLS];
    calls = new IncomingCall[CALLS];
    for (int i = 0; i < CALLS; i++) {
      int line = (int) (i * 7919L % customers);
      dialled[i] = Lines.number(line);
      calls[i] =
          IncomingCall.from(
              CallId.random(), new Caller.Known(Lines.caller(line, i % 20)), Lines.NOON);
    }
  }

  /** One decision: the line is found and the call is decided. */
  @Benchmark
  public Decision decide() {
    int i = next++ & (CALLS - 1);
    return RoutingPolicy.decide(calls[i], Objects.requireNonNull(lines.get(dialled[i])));
  }
}
