package io.permanence.callrouter.journal;

import static io.permanence.callrouter.journal.Waiting.await;
import static io.permanence.callrouter.journal.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.id.CallId;
import io.permanence.model.id.InstructionId;
import io.permanence.routing.Decision;
import io.permanence.testing.postgres.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A call that rings the customer's ladder while the service is started anew (R1, A10). */
@ExtendWith(VertxExtension.class)
class RecoveryTest {
  private static final String STRANGER = "33639980301";

  private final TestDatabase postgres = TestDatabase.fresh();
  private final Office office = Office.open(postgres.superuserJdbc(), "+33199001001");
  private final CallId call = CallId.random();
  private InstructionId instruction;
  private Decision first;
  private final List<Switchboard> started = new ArrayList<>();

  @BeforeEach
  void ring(Vertx vertx) {
    instruction = office.instructed("ALL", "DIRECT");
    office.rung(instruction, 0, "+33639980001");
    office.rung(instruction, 1, "+33639980002");
    Switchboard before = Switchboard.start(vertx, postgres.settings());
    assertThat(await(before.routing.route(call, "33199001001", STRANGER)))
        .isInstanceOf(Reply.Dial.class);
    first = before.journal.find(call).orElseThrow().decision();
    before.stop();
  }

  @AfterEach
  void stop() {
    started.forEach(Switchboard::stop);
    postgres.close();
  }

  private Switchboard restart(Vertx vertx) {
    Switchboard restarted = Switchboard.start(vertx, postgres.settings());
    started.add(restarted);
    return restarted;
  }

  private Decision takenUp(Switchboard restarted) {
    await(restarted.recovery.resumeAll());
    return restarted.journal.find(call).orElseThrow().decision();
  }

  private void change(String what) {
    office.run(
        "update instruction set version = version + 1, " + what + " where id = ?",
        instruction.value());
  }

  private List<String> events(Switchboard restarted) {
    await(restarted.journal.drained());
    return office.texts(
        "select concat_ws(' ', kind, detail ->> 'outcome') from call_event"
            + " where call_id = ? order by seq",
        call.value());
  }

  @Test
  void theLadderOfAnUnchangedInstructionIsClimbedFurther(Vertx vertx) {
    Switchboard restarted = restart(vertx);
    Decision restored = takenUp(restarted);
    assertThat(restored.basis().reason()).isEqualTo(first.basis().reason());
    assertThat(restored.basis().instruction()).isEqualTo(first.basis().instruction());
    restarted.routing.recovered();
    assertThat(await(restarted.routing.step(call, 1, StepWord.BUSY)))
        .isEqualTo(
            new Reply.Dial(2, List.of(Switchboard.target("+33639980002")), 20, office.number));
  }

  @Test
  void reasonAndEditionStayWhenTheInstructionIsChangedAndTheDeskIsTheWayOn(Vertx vertx) {
    change("put_through = 'NONE'");
    Switchboard restarted = restart(vertx);
    Decision restored = takenUp(restarted);
    assertThat(restored.basis().reason()).isEqualTo(first.basis().reason());
    assertThat(restored.basis().instruction()).isEqualTo(first.basis().instruction());
    assertThat(restored)
        .isInstanceOfSatisfying(
            Decision.ToDesk.class, desk -> assertThat(desk.mayPutThrough()).isTrue());
    restarted.routing.recovered();
    assertThat(await(restarted.routing.step(call, 1, StepWord.BUSY))).isEqualTo(new Reply.ToDesk());
    until(() -> restarted.expected.size() == 1);
    assertThat(events(restarted))
        .containsExactly("arrived", "decided", "ladder-step busy", "waiting");
  }

  @Test
  void theEndOfARungWaitsForItsCallToBeTakenUp(Vertx vertx) {
    Switchboard restarted = restart(vertx);
    Future<Reply> reply = restarted.routing.step(call, 1, StepWord.NOANSWER);
    assertThat(reply.isComplete()).isFalse();
    takenUp(restarted);
    restarted.routing.recovered();
    assertThat(await(reply)).isInstanceOf(Reply.Dial.class);
  }

  @Test
  void theEndOfARungThatComesLongBeforeLeadsToTheDesk(Vertx vertx) {
    Switchboard restarted = restart(vertx);
    assertThat(await(restarted.routing.step(call, 1, StepWord.BUSY))).isEqualTo(new Reply.ToDesk());
    takenUp(restarted);
    restarted.routing.recovered();
    until(() -> restarted.expected.size() == 1);
    assertThat(events(restarted))
        .containsExactly("arrived", "decided", "ladder-step busy", "waiting");
  }
}
