package io.permanence.callrouter.journal;

import static io.permanence.callrouter.journal.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.call.CallEvent;
import io.permanence.model.call.CallEventKind;
import io.permanence.model.id.CallId;
import io.permanence.testing.postgres.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
@DisplayName("Up is, by the journal,")
class CallsUpTest {
  private final TestDatabase postgres = TestDatabase.fresh();
  private Switchboard router;

  @BeforeEach
  void start(Vertx vertx) {
    Office.open(postgres.superuserJdbc(), "+33199001001");
    router = Switchboard.start(vertx, postgres.settings());
  }

  @AfterEach
  void stop() {
    router.stop();
    postgres.close();
  }

  private CallId arrives() {
    CallId call = CallId.random();
    await(router.routing.route(call, "33199001001", "33639980301"));
    return call;
  }

  private List<CallId> up() {
    return router.journal.up().stream().map(LiveCall::id).toList();
  }

  @Test
  void whoCameAndHasNotEndedInWhicheverWay() {
    CallId first = arrives();
    CallId lost = arrives();
    CallId broken = arrives();
    CallId last = arrives();
    assertThat(up()).containsExactlyInAnyOrder(first, lost, broken, last);
    router.journal.hungUp(lost, Switchboard.MONDAY_TEN);
    router.journal.broken(broken, Switchboard.MONDAY_TEN);
    assertThat(up()).containsExactlyInAnyOrder(first, last);
    assertThat(router.journal.find(lost)).as("what ended can still be asked for").isPresent();
  }

  @Test
  void neverAgainACallOfWhichSomethingIsNotedAfterItsEnd() {
    CallId call = arrives();
    router.journal.hungUp(call, Switchboard.MONDAY_TEN);
    router.journal.append(call, CallEventKind.WRAPPED, Switchboard.MONDAY_TEN, Map.of());
    router.journal.open(router.journal.find(call).orElseThrow());
    assertThat(up()).isEmpty();
  }

  @Test
  void aCallThatIsTakenUpAfterARestartUnlessItHadEnded(Vertx vertx) {
    LiveCall here = router.journal.find(arrives()).orElseThrow();
    LiveCall over = router.journal.find(arrives()).orElseThrow();
    CallJournal restarted = new CallJournal(vertx, router.database, 100);
    restarted.resume(here, events(here.id(), CallEventKind.ARRIVED, CallEventKind.DECIDED));
    restarted.resume(
        over, events(over.id(), CallEventKind.ARRIVED, CallEventKind.DECIDED, CallEventKind.LOST));
    assertThat(restarted.up()).containsExactly(here);
    restarted.hungUp(here.id(), Switchboard.MONDAY_TEN);
    assertThat(restarted.up()).isEmpty();
  }

  private static List<CallEvent> events(CallId call, CallEventKind... kinds) {
    return IntStream.range(0, kinds.length)
        .mapToObj(n -> new CallEvent(call, n, kinds[n], Switchboard.MONDAY_TEN, Map.of()))
        .toList();
  }
}
