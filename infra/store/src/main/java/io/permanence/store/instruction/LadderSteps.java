package io.permanence.store.instruction;

import io.permanence.model.id.CustomerId;
import io.permanence.model.id.InstructionId;
import io.permanence.model.line.LadderStep;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import java.util.List;

/** The rungs of an instruction's ladder, and the numbers that ring together with a rung's own. */
public final class LadderSteps {
  private LadderSteps() {}

  /** Writes the ladder of an instruction that has none. */
  public static Future<Void> write(
      Tx tx, CustomerId customer, InstructionId id, List<LadderStep> steps) {
    Future<Void> written = Future.succeededFuture();
    for (int i = 0; i < steps.size(); i++) {
      int position = i;
      LadderStep step = steps.get(i);
      written = written.compose(before -> step(tx, customer, id, position, step));
    }
    return written;
  }

  private static Future<Void> step(
      Tx tx, CustomerId customer, InstructionId id, int position, LadderStep step) {
    Future<Void> written =
        tx.execute(
                """
                insert into ladder_step (customer_id, instruction_id, position,
                  forwarding_number_id, ring_seconds, on_no_answer, on_busy, on_refused,
                  on_unreachable)
                values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)\
                """,
                customer.value(),
                id.value(),
                position,
                step.targets().getFirst().id().value(),
                step.ringSeconds(),
                step.after().noAnswer().name(),
                step.after().busy().name(),
                step.after().refused().name(),
                step.after().unreachable().name())
            .mapEmpty();
    for (int nth = 1; nth < step.targets().size(); nth++) {
      int place = nth;
      written =
          written.compose(
              before ->
                  tx.execute(
                          """
                          insert into ladder_also (customer_id, instruction_id, position, nth,
                            forwarding_number_id) values (?1, ?2, ?3, ?4, ?5)\
                          """,
                          customer.value(),
                          id.value(),
                          position,
                          place,
                          step.targets().get(place).id().value())
                      .mapEmpty());
    }
    return written;
  }
}
