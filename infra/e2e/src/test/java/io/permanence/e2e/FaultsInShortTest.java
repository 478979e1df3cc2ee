package io.permanence.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.e2e.faults.AmiCut;
import io.permanence.e2e.faults.AnswerCut;
import io.permanence.e2e.faults.AsteriskKilled;
import io.permanence.e2e.faults.Fault;
import io.permanence.e2e.faults.HostileTexts;
import io.permanence.e2e.faults.House;
import io.permanence.e2e.faults.Malformed;
import io.permanence.e2e.faults.Measures;
import io.permanence.e2e.faults.Measures.Row;
import io.permanence.e2e.faults.Overload;
import io.permanence.e2e.faults.PostgresAway;
import io.permanence.e2e.faults.PostgresHung;
import io.permanence.e2e.faults.ServiceHung;
import io.permanence.e2e.faults.ServiceKilled;
import io.permanence.e2e.faults.ServiceStopped;
import io.permanence.e2e.faults.Soak;
import io.permanence.e2e.faults.TollFraud;
import io.permanence.e2e.faults.Walk;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;

/**
 * The faults of {@code infra/e2e/faults} in their shortest form. What must never happen is asserted
 * here; how long things take is printed, and judged by the long form on a quiet machine.
 */
@Order(Integer.MAX_VALUE)
class FaultsInShortTest {
  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final long SEED = 20_261_122;

  @AfterEach
  void everythingRunsAgain() {
    SYSTEM.local().up();
  }

  @TestFactory
  Stream<DynamicTest> whatMustNeverHappenDoesNot() {
    Map<String, Fault> faults = new LinkedHashMap<>();
    faults.put("the service hangs (R2)", new ServiceHung(2));
    faults.put("the service is killed (R1)", new ServiceKilled(10, 2));
    faults.put("the router's answer breaks off (R3)", new AnswerCut(13));
    faults.put("PostgreSQL is away (R4)", new PostgresAway(Duration.ofSeconds(6)));
    faults.put("PostgreSQL hangs (R5)", new PostgresHung(Duration.ofSeconds(6)));
    faults.put("Asterisk is killed (R6)", new AsteriskKilled(3));
    faults.put("AMI is cut (R7)", new AmiCut(Duration.ofSeconds(2), 6));
    faults.put(
        "twice as many calls come as are taken on (R12)", new Overload(10, Duration.ofSeconds(4)));
    faults.put("many short calls come (R13)", new Soak(80, 10));
    faults.put("the service is stopped (R16)", new ServiceStopped(6));
    faults.put("callers write hostile texts (S2)", new HostileTexts(80, SEED));
    faults.put("nothing that comes can be read (S3)", new Malformed(60, SEED));
    faults.put("numbers of fraud are in a ladder (S7)", new TollFraud(40, SEED));
    faults.put("everybody does what comes to mind", new Walk(15, SEED));
    return faults.entrySet().stream()
        .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> survives(entry.getValue())));
  }

  private static void survives(Fault fault) throws Exception {
    Measures measures = new Measures(fault.id());
    fault.run(House.of(SYSTEM.local()), measures);
    measures.rows().forEach(System.out::println);
    List<Row> happened =
        measures.rows().stream().filter(row -> row.goal().equals("0") && !row.met()).toList();
    assertThat(measures.rows()).isNotEmpty();
    assertThat(happened).isEmpty();
  }
}
