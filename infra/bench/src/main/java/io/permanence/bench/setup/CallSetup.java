package io.permanence.bench.setup;

import io.permanence.bench.Conditions;
import io.permanence.bench.Figure;
import io.permanence.bench.Row;
import io.permanence.testing.local.LocalSystem;
import io.permanence.testing.local.Ports;
import io.permanence.testing.local.RunFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * P2 and P3: from the carrier's INVITE to the ladder's, or to the 200, at a steady rate and at the
 * highest rate without a retransmission; beside Asterisk's {@code func_odbc} and a dialplan that
 * only hangs up.
 */
public final class CallSetup implements Figure {
  private static final int TRUNK_PORT = 5060;
  private static final int RATE = 500;
  private static final int STEP = 50;
  private static final int HIGHEST = 1_500;
  private static final double GOAL_MILLIS = 16;
  private static final String ODBC = "func_odbc";
  private static final String ASTERISK = "asterisk";
  private static final String SERVICE = "service";
  private static final String POSTGRES = "postgres";

  /** A rate that everybody manages: what a call costs is compared at it. */
  private static final int EASY = 150;

  @Override
  public List<String> ids() {
    return List.of("P2", "P3");
  }

  @Override
  public List<Row> measure(Conditions conditions) throws IOException, SQLException {
    Path project = conditions.project();
    Path run = conditions.run();
    Company company = new Company(conditions.quick() ? 10_000 : 100_000);
    Peer.run(List.of(project.resolve("infra/bench/odbc-driver").toString()));
    LocalSystem.in(project, run, CallSetup::say).forget();
    Ports.scatter(RunFolder.open(project, run));
    LocalSystem system = LocalSystem.in(project, run, CallSetup::say);
    try {
      system.up("postgres");
      int postgres = system.port("postgres");
      say("filling in %s".formatted(company));
      Result ours = ours(system, conditions, company);
      Result odbc;
      try (Peer peer = Peer.funcOdbc(project, run, postgres)) {
        Map<String, Long> pids =
            Map.of(ASTERISK, peer.pid(), POSTGRES, system.pid("postgres").orElseThrow());
        odbc = result(ODBC, peer.sip(), pids, conditions, company::call);
      }
      Result hangup;
      try (Peer peer = Peer.hangup(project, run)) {
        Map<String, Long> pids = Map.of(ASTERISK, peer.pid());
        hangup =
            result("hang up only", peer.sip(), pids, conditions, n -> refused(company.call(n)));
      }
      return rows(company, ours, odbc, hangup);
    } finally {
      system.down();
    }
  }

  private static Result ours(LocalSystem system, Conditions conditions, Company company)
      throws IOException, SQLException {
    system.up();
    system.down("service");
    company.fill(
        "jdbc:postgresql://127.0.0.1:%d/permanence?user=postgres"
            .formatted(system.port("postgres")));
    system.up("service");
    InetSocketAddress sip =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), system.port("sip"));
    Map<String, Long> pids = new LinkedHashMap<>();
    for (String part : List.of(ASTERISK, SERVICE, POSTGRES)) {
      pids.put(part, system.pid(part).orElseThrow());
    }
    Result result = result("permanence", sip, pids, conditions, company::call);
    system.down("service");
    system.down("standins");
    system.down("asterisk");
    return result;
  }

  private static Wanted refused(Wanted call) {
    return new Wanted(call.dialled(), call.caller(), Wanted.Outcome.REFUSAL, "");
  }

  private static Result result(
      String name,
      InetSocketAddress sip,
      Map<String, Long> pids,
      Conditions conditions,
      IntFunction<Wanted> calls)
      throws IOException {
    try (Carrier carrier = Carrier.inFrontOf(sip, TRUNK_PORT)) {
      Duration each = Duration.ofSeconds(conditions.quick() ? 4 : 15);
      for (int rate : new int[] {50, 200, 300}) {
        say(name + "  warm  " + carrier.place(rate, each, calls));
      }
      Effort before = Effort.of(pids);
      Measured eased = carrier.place(EASY, each, calls);
      Map<String, Double> effort = Effort.of(pids).perCall(before, eased.calls());
      say(name + "  easy  " + eased + "  " + effort);
      Measured steady = carrier.place(RATE, each, calls);
      say(name + "  steady" + steady);
      int best = 0;
      for (int rate = STEP * 2; rate <= HIGHEST; rate += STEP) {
        Measured swept = carrier.place(rate, each, calls);
        say(name + "  sweep " + swept);
        if (!swept.clean()) {
          break;
        }
        best = rate;
      }
      return new Result(name, steady, best, effort);
    }
  }

  private static List<Row> rows(Company company, Result ours, Result odbc, Result hangup) {
    String how = "%s; %d calls".formatted(company, ours.steady.calls());
    double p99 = ours.steady.millis(99);
    double theirs = odbc.steady.millis(99);
    boolean met = p99 <= GOAL_MILLIS && p99 <= theirs && ours.steady.failed() == 0;
    boolean knee = ours.best >= odbc.best;
    List<Row> rows = new ArrayList<>();
    rows.addAll(effort(how, ours, odbc));
    rows.addAll(
        List.of(
            Row.of("P2", "INVITE to ladder or 200, 500/s, p99", p99, "ms", "<= 16, ratio <= 1", met)
                .beside(ODBC, theirs)
                .under(how),
            Row.told("P2", "the same, p50", ours.steady.millis(50), "ms")
                .beside(ODBC, odbc.steady.millis(50))
                .under(how),
            Row.of(
                    "P2",
                    "calls that failed at 500/s",
                    ours.steady.failed(),
                    "calls",
                    "0",
                    ours.steady.failed() == 0)
                .beside(ODBC, odbc.steady.failed())
                .under(how),
            Row.of(
                    "P3",
                    "highest rate without a retransmission",
                    ours.best,
                    "calls/s",
                    ">= peer's",
                    knee)
                .beside(ODBC, odbc.best)
                .under(how),
            Row.told("P3", "the same, of Asterisk alone", hangup.best, "calls/s")
                .under("hangs up only")));
    return rows;
  }

  /** What a call costs the machine, where it goes, and what it costs the peer. */
  private static List<Row> effort(String how, Result ours, Result odbc) {
    List<Row> rows = new ArrayList<>();
    String what = "processor time of a call at %d/s".formatted(EASY);
    rows.add(Row.told("P3", what, ours.cpu(), "ms").beside(ODBC, odbc.cpu()).under(how));
    ours.effort.forEach(
        (part, each) -> {
          Row row = Row.told("P3", "of it " + part, each, "ms");
          Double theirs = odbc.effort.get(part);
          rows.add((theirs == null ? row : row.beside(ODBC, theirs)).under(how));
        });
    return rows;
  }

  private record Result(String name, Measured steady, int best, Map<String, Double> effort) {
    double cpu() {
      return effort.values().stream().mapToDouble(Double::doubleValue).sum();
    }
  }

  private static void say(String line) {
    System.out.println("  " + line);
  }
}
