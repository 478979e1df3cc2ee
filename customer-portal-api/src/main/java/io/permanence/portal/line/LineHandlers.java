package io.permanence.portal.line;

import io.permanence.model.id.InstructionId;
import io.permanence.model.id.LineId;
import io.permanence.model.line.Handling;
import io.permanence.model.line.Instruction;
import io.permanence.model.line.LineChoices;
import io.permanence.model.line.PutThrough;
import io.permanence.model.line.Window;
import io.permanence.portal.http.Answer;
import io.permanence.portal.http.Operation;
import io.permanence.portal.http.Request;
import io.permanence.runtime.http.Problem;
import io.permanence.store.Database;
import io.permanence.store.Tx;
import io.permanence.store.customer.Customer;
import io.permanence.store.customer.Customers;
import io.permanence.store.customer.NamedLine;
import io.permanence.store.instruction.Instructions;
import io.permanence.store.instruction.LineInstruction;
import io.permanence.store.instruction.LineRules;
import io.permanence.store.line.LineSettings;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Lines and what governs them right now. */
public final class LineHandlers {
  private final Database database;

  /** Works on the customer's lines. */
  public LineHandlers(Database database) {
    this.database = database;
  }

  /** The operations by their ids. */
  public Map<String, Operation> operations() {
    return Map.of(
        "listLines", this::list,
        "changeLineNow", this::change,
        "endLineQuickChange", this::end,
        "chooseForLine", this::choose);
  }

  private record Listed(List<LineView> items) {}

  private record LineView(
      UUID id,
      String number,
      String label,
      String timeZone,
      Now now,
      HandlingView standing,
      ChoicesView choices,
      int version) {}

  private record Now(
      String putThrough,
      String mode,
      String source,
      Optional<UUID> instructionId,
      boolean quick,
      Optional<Instant> until) {}

  private Future<Answer> list(Request request) {
    return database
        .inTransaction(
            request.customer(),
            tx ->
                Customers.lines(tx)
                    .compose(
                        lines ->
                            loaded(tx)
                                .map(
                                    plan ->
                                        lines.stream()
                                            .filter(line -> plan.knows(line.id()))
                                            .map(line -> view(line, plan, request.now()))
                                            .toList())))
        .map(lines -> Answer.ok(new Listed(lines)));
  }

  private record Plan(Calendars calendars, LineRules rules) {
    Customer customer() {
      return calendars.customer();
    }

    boolean knows(LineId line) {
      return rules.standing().containsKey(line);
    }

    Handling standing(LineId line) {
      return Optional.ofNullable(rules.standing().get(line)).orElseThrow();
    }

    boolean quick(Optional<Instruction> instruction, LineId line) {
      return rules
          .quickOf(line)
          .map(each -> each.instruction().id())
          .filter(id -> instruction.map(Instruction::id).equals(Optional.of(id)))
          .isPresent();
    }
  }

  private static Future<Plan> loaded(Tx tx) {
    return Calendars.load(tx)
        .compose(calendars -> Instructions.rules(tx).map(rules -> new Plan(calendars, rules)));
  }

  private static LineView view(NamedLine line, Plan plan, Instant now) {
    RuleInForce rule =
        RuleInForce.at(
            plan.standing(line.id()),
            plan.rules().of(line.id()),
            plan.calendars().of(line.id()),
            now);
    return new LineView(
        line.id().value(),
        line.number().e164(),
        line.name(),
        plan.customer().zone().getId(),
        new Now(
            rule.handling().putThrough().name(),
            rule.handling().mode().name(),
            rule.instruction().map(LineHandlers::source).orElse("STANDING"),
            rule.instruction().map(instruction -> instruction.id().value()),
            plan.quick(rule.instruction(), line.id()),
            rule.until()),
        HandlingView.of(plan.standing(line.id())),
        ChoicesView.of(plan.calendars().choices(line.id())),
        plan.calendars().choices(line.id()).version());
  }

  private static String source(Instruction instruction) {
    return switch (instruction.window()) {
      case Window.OneOff oneOff -> "ONE_OFF";
      case Window.Weekly weekly -> "WEEKLY";
      case Window.OpenEnded open -> "OPEN_ENDED";
    };
  }

  private static Future<NamedLine> found(Tx tx, Request request) {
    return OwnLines.find(tx, new LineId(request.id("lineId")));
  }

  /** What is done to a line, knowing what governs it. */
  private interface Change {
    Future<?> make(Tx tx, NamedLine line, Plan plan);
  }

  /** The line that the request names, as it is once it was changed. */
  private Future<LineView> changed(Request request, Change change) {
    return database.inTransaction(
        request.customer(),
        tx ->
            found(tx, request)
                .compose(
                    line ->
                        loaded(tx)
                            .compose(plan -> change.make(tx, line, plan))
                            .compose(done -> loaded(tx))
                            .map(plan -> view(line, plan, request.now()))));
  }

  private Future<Answer> change(Request request) {
    QuickChange.Wish wish =
        new QuickChange.Wish(
            request.body().word("putThrough", PutThrough.class),
            request.body().optionalInstant("until"),
            request.body().optional("message"));
    return changed(request, (tx, line, plan) -> act(tx, request, line, plan, wish)).map(Answer::ok);
  }

  private Future<Answer> choose(Request request) {
    int version = request.version();
    LineChoices choices = ChoicesView.read(request.body());
    return changed(
            request,
            (tx, line, plan) ->
                chosen(tx, line, version, plan.calendars().choices(line.id()), choices))
        .map(line -> Answer.ok(line, line.version()));
  }

  private static Future<Void> chosen(
      Tx tx, NamedLine line, int version, LineChoices before, LineChoices choices) {
    Future<Boolean> written =
        before.version() == version
            ? LineSettings.choose(tx, line.id(), before, choices)
            : Future.succeededFuture(false);
    return written.compose(
        done ->
            done
                ? Future.succeededFuture()
                : Future.failedFuture(Problem.changedMeanwhile().exception()));
  }

  private static Future<Void> act(
      Tx tx, Request request, NamedLine line, Plan plan, QuickChange.Wish wish) {
    Optional<LineInstruction> before = plan.rules().quickOf(line.id());
    List<Instruction> planned =
        plan.rules().of(line.id()).stream()
            .filter(each -> before.isEmpty() || !each.id().equals(before.get().instruction().id()))
            .toList();
    QuickChange.Outcome outcome =
        QuickChange.decide(
            wish,
            plan.standing(line.id()),
            planned,
            plan.calendars().of(line.id()),
            plan.customer().language(),
            InstructionId.random(),
            request.now());
    return switch (outcome) {
      case QuickChange.Outcome.EndsInThePast past ->
          Future.failedFuture(Problem.invalid("until", "in-the-future").exception());
      case QuickChange.Outcome.NoNumber none ->
          Future.failedFuture(
              Problem.conflict("no-forwarding-number", "There is no number to put through to.")
                  .exception());
      case QuickChange.Outcome.Made made ->
          ended(tx, before, request.now())
              .compose(
                  gone ->
                      Instructions.add(
                          tx,
                          request.customer(),
                          new LineInstruction(line.id(), made.instruction(), true, request.now())))
              .mapEmpty();
    };
  }

  private static Future<Boolean> ended(Tx tx, Optional<LineInstruction> quick, Instant now) {
    return quick
        .map(it -> Instructions.delete(tx, it.instruction().id(), it.instruction().version(), now))
        .orElse(Future.succeededFuture(true));
  }

  private Future<Answer> end(Request request) {
    return changed(
            request, (tx, line, plan) -> ended(tx, plan.rules().quickOf(line.id()), request.now()))
        .map(Answer::ok);
  }
}
