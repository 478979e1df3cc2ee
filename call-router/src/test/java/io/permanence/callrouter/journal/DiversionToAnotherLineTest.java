package io.permanence.callrouter.journal;

import static io.permanence.callrouter.journal.Waiting.await;
import static io.permanence.callrouter.journal.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.id.CallId;
import io.permanence.model.id.InstructionId;
import io.permanence.testing.postgres.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A customer's telephone that is diverted to the line of another customer (A15). */
@ExtendWith(VertxExtension.class)
class DiversionToAnotherLineTest {
  private final TestDatabase postgres = TestDatabase.fresh();
  private final Office office = Office.open(postgres.superuserJdbc(), "+33199001001");
  private final Office other = Office.open(postgres.superuserJdbc(), "+33199001002");

  @AfterEach
  void stop() {
    postgres.close();
  }

  @Test
  void countsAsNoAnswerLikeADiversionToTheirOwn(Vertx vertx) {
    InstructionId instruction = office.instructed("ALL", "DIRECT");
    office.rung(instruction, 0, "+33639980001");
    office.run(
        "update ladder_step set on_no_answer = 'NEXT', on_unreachable = 'DESK' where position = 0");
    office.rung(instruction, 1, "+33639980002");
    Switchboard switchboard = Switchboard.start(vertx, postgres.settings());
    until(() -> switchboard.snapshots.byNumber(other.number).isPresent());
    CallId call = CallId.random();
    await(switchboard.routing.route(call, "33199001001", "33639980301"));

    assertThat(await(switchboard.routing.route(CallId.random(), "33199001002", "33199001001")))
        .isInstanceOf(Reply.RejectLoop.class);

    assertThat(await(switchboard.routing.step(call, 1, StepWord.UNREACHABLE)))
        .isInstanceOf(Reply.Dial.class);
    await(switchboard.journal.drained());
    assertThat(
            office.texts("select detail ->> 'outcome' from call_event where kind = 'ladder-step'"))
        .containsExactly("loop");
    assertThat(switchboard.expected).isEmpty();
    switchboard.stop();
  }
}
