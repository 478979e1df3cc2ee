package io.permanence.portal.instruction;

import io.permanence.model.id.ForwardingNumberId;
import io.permanence.model.id.InstructionId;
import io.permanence.model.id.LineId;
import io.permanence.model.line.Instruction;
import io.permanence.portal.http.Fields;
import io.permanence.portal.instruction.InstructionRules.Known;
import io.permanence.portal.instruction.InstructionRules.Verdict;
import io.permanence.runtime.http.Problem;
import io.permanence.store.Tx;
import io.permanence.store.customer.Customers;
import io.permanence.store.customer.NamedLine;
import io.permanence.store.instruction.ForwardingNumber;
import io.permanence.store.instruction.ForwardingNumbers;
import io.permanence.store.instruction.Instructions;
import io.permanence.store.instruction.LineInstruction;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a customer wrote, judged against what the customer has. */
public final class Drafts {
  private Drafts() {}

  /** An instruction that could be saved, and its line. */
  public record Tried(LineId line, Instruction instruction) {}

  /**
   * Judges an instruction that is to be tried and not saved (A11); fails as saving it would.
   *
   * @param id of the stored instruction it is a draft of; one of nobody's is a new instruction
   * @param now becomes when it was created, so that it is the newest, unless it is stored already
   */
  public static Future<Tried> tried(
      Tx tx, Fields content, Optional<InstructionId> id, Instant now) {
    InstructionDraft draft = InstructionForm.read(content);
    return accepted(tx, draft, now)
        .compose(
            wish ->
                stored(tx, id)
                    .map(
                        present ->
                            new Tried(
                                wish.line(),
                                new Instruction(
                                    present
                                        .map(it -> it.instruction().id())
                                        .orElseGet(InstructionId::random),
                                    present.map(it -> it.instruction().version() + 1).orElse(1),
                                    wish.window(),
                                    wish.handling(),
                                    present.map(it -> it.instruction().createdAt()).orElse(now)))));
  }

  private static Future<Optional<LineInstruction>> stored(Tx tx, Optional<InstructionId> id) {
    return id.map(each -> Instructions.find(tx, each))
        .orElse(Future.succeededFuture(Optional.empty()));
  }

  static Future<Verdict.Accepted> accepted(Tx tx, InstructionDraft draft, Instant now) {
    return known(tx)
        .compose(
            known ->
                switch (InstructionRules.judge(draft, known, now)) {
                  case Verdict.Accepted accepted -> Future.succeededFuture(accepted);
                  case Verdict.Rejected rejected ->
                      Future.failedFuture(Problem.invalid(rejected.broken()).exception());
                });
  }

  /** What the customer has, which an instruction may refer to. */
  static Future<Known> known(Tx tx) {
    return Customers.lines(tx)
        .compose(
            lines ->
                ForwardingNumbers.all(tx)
                    .map(
                        numbers ->
                            new Known(
                                lines.stream().map(NamedLine::id).collect(Collectors.toSet()),
                                numbersById(numbers))));
  }

  private static Map<ForwardingNumberId, ForwardingNumber> numbersById(
      List<ForwardingNumber> numbers) {
    return numbers.stream().collect(Collectors.toMap(ForwardingNumber::id, Function.identity()));
  }
}
