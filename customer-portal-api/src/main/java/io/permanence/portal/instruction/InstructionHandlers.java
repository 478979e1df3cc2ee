package io.permanence.portal.instruction;

import io.permanence.model.id.InstructionId;
import io.permanence.model.id.LineId;
import io.permanence.model.line.Instruction;
import io.permanence.model.line.Window;
import io.permanence.model.line.Windows;
import io.permanence.portal.http.Answer;
import io.permanence.portal.http.Operation;
import io.permanence.portal.http.Request;
import io.permanence.portal.instruction.InstructionRules.Verdict;
import io.permanence.portal.line.Calendars;
import io.permanence.portal.line.OwnLines;
import io.permanence.runtime.http.Problem;
import io.permanence.store.Database;
import io.permanence.store.Tx;
import io.permanence.store.instruction.Instructions;
import io.permanence.store.instruction.LineInstruction;
import io.permanence.store.instruction.LineRules;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Instructions: what a customer plans for their calls. */
public final class InstructionHandlers {
  private static final int MOST = 200;

  private final Database database;

  /** Works on the customer's instructions. */
  public InstructionHandlers(Database database) {
    this.database = database;
  }

  /** The operations by their ids. */
  public Map<String, Operation> operations() {
    return Map.of(
        "listInstructions", this::list,
        "createInstruction", this::create,
        "getInstruction", this::get,
        "replaceInstruction", this::replace,
        "deleteInstruction", this::delete);
  }

  private record Listed(List<InstructionView> items) {}

  private Future<Answer> list(Request request) {
    Optional<LineId> line = OwnLines.asked(request);
    return database
        .inTransaction(
            request.customer(),
            tx ->
                OwnLines.mustBeOwn(tx, line)
                    .compose(own -> Calendars.load(tx))
                    .compose(
                        calendars ->
                            Instructions.rules(tx)
                                .map(rules -> listed(rules, calendars, line, request.now()))))
        .map(Answer::ok);
  }

  private static Listed listed(
      LineRules rules, Calendars calendars, Optional<LineId> line, Instant now) {
    return new Listed(
        rules.instructions().stream()
            .filter(each -> line.isEmpty() || line.get().equals(each.line()))
            .filter(each -> !over(each.instruction().window(), now))
            .sorted(MOST_SPECIFIC_FIRST)
            .limit(MOST)
            .map(each -> InstructionView.of(each, inForce(rules, calendars, each, now)))
            .toList());
  }

  private static final Comparator<LineInstruction> MOST_SPECIFIC_FIRST =
      Comparator.comparing(LineInstruction::instruction, Windows.MOST_SPECIFIC_FIRST);

  private static boolean over(Window window, Instant now) {
    return window instanceof Window.OneOff oneOff && !oneOff.to().isAfter(now);
  }

  private static boolean inForce(
      LineRules rules, Calendars calendars, LineInstruction each, Instant now) {
    return Windows.governing(rules.of(each.line()), calendars.of(each.line()), now)
        .map(Instruction::id)
        .equals(Optional.of(each.instruction().id()));
  }

  private Future<Answer> get(Request request) {
    return database.inTransaction(
        request.customer(), tx -> found(tx, request).compose(it -> shown(tx, it, request.now())));
  }

  private static Future<LineInstruction> found(Tx tx, Request request) {
    return Instructions.find(tx, new InstructionId(request.id("instructionId")))
        .map(it -> it.orElseThrow(() -> Problem.notFound().exception()));
  }

  private static Future<Answer> shown(Tx tx, LineInstruction it, Instant now) {
    return view(tx, it, now).map(view -> Answer.ok(view, it.instruction().version()));
  }

  private static Future<InstructionView> view(Tx tx, LineInstruction it, Instant now) {
    return Calendars.load(tx)
        .compose(
            calendars ->
                Instructions.rules(tx)
                    .map(rules -> InstructionView.of(it, inForce(rules, calendars, it, now))));
  }

  private Future<Answer> create(Request request) {
    InstructionId id = new InstructionId(request.body().id("id"));
    InstructionDraft draft = InstructionForm.read(request.body());
    return database.inTransaction(
        request.customer(),
        tx ->
            Instructions.find(tx, id)
                .compose(
                    existing ->
                        existing.isPresent()
                            ? repeated(tx, existing.get(), draft, request.now())
                            : add(tx, request, id, draft)));
  }

  private static Future<Answer> repeated(
      Tx tx, LineInstruction existing, InstructionDraft draft, Instant now) {
    return Drafts.known(tx)
        .compose(
            known ->
                switch (InstructionRules.judge(draft, known, now)) {
                  case Verdict.Accepted same when same(existing, same) ->
                      view(tx, existing, now)
                          .map(
                              view ->
                                  Answer.created(false, view, existing.instruction().version()));
                  case Verdict.Accepted other -> idUsed();
                  case Verdict.Rejected rejected -> idUsed();
                });
  }

  private static boolean same(LineInstruction stored, Verdict.Accepted wish) {
    return stored.line().equals(wish.line())
        && stored.instruction().window().equals(wish.window())
        && stored.instruction().handling().equals(wish.handling());
  }

  private static <T> Future<T> idUsed() {
    return Future.failedFuture(
        Problem.conflict("id-already-used", "This id stands for something else.").exception());
  }

  private static Future<Answer> add(
      Tx tx, Request request, InstructionId id, InstructionDraft draft) {
    return Drafts.accepted(tx, draft, request.now())
        .compose(wish -> roomLeft(tx, request.now()).map(wish))
        .compose(
            wish -> {
              LineInstruction added =
                  new LineInstruction(
                      wish.line(),
                      new Instruction(id, 1, wish.window(), wish.handling(), request.now()),
                      false,
                      request.now());
              return Instructions.add(tx, request.customer(), added)
                  .compose(
                      fresh ->
                          fresh
                              ? view(tx, added, request.now())
                                  .map(view -> Answer.created(true, view, 1))
                              : taken(tx, id, draft, request.now()));
            });
  }

  /** Somebody else had the id first: this very request in the same moment, perhaps. */
  private static Future<Answer> taken(
      Tx tx, InstructionId id, InstructionDraft draft, Instant now) {
    return Instructions.find(tx, id)
        .compose(
            existing -> existing.map(it -> repeated(tx, it, draft, now)).orElseGet(() -> idUsed()));
  }

  /** What is over governs nothing and is not listed, so it takes no room. */
  private static Future<Void> roomLeft(Tx tx, Instant now) {
    return Instructions.rules(tx)
        .compose(
            rules ->
                rules.instructions().stream()
                            .filter(each -> !over(each.instruction().window(), now))
                            .count()
                        < MOST
                    ? Future.succeededFuture()
                    : Future.failedFuture(
                        Problem.conflict("too-many", "Delete an instruction first.").exception()));
  }

  private Future<Answer> replace(Request request) {
    int version = request.version();
    InstructionDraft draft = InstructionForm.read(request.body());
    return database.inTransaction(
        request.customer(),
        tx ->
            found(tx, request)
                .compose(present -> unchanged(present, version))
                .compose(
                    present ->
                        Drafts.accepted(tx, draft, request.now())
                            .map(wish -> edition(present, wish, request.now())))
                .compose(
                    edition ->
                        Instructions.replace(tx, request.customer(), edition)
                            .compose(InstructionHandlers::inTime))
                .compose(done -> found(tx, request))
                .compose(now -> shown(tx, now, request.now())));
  }

  private static LineInstruction edition(
      LineInstruction present, Verdict.Accepted wish, Instant now) {
    return new LineInstruction(
        wish.line(),
        new Instruction(
            present.instruction().id(),
            present.instruction().version(),
            wish.window(),
            wish.handling(),
            present.instruction().createdAt()),
        false,
        now);
  }

  private static Future<LineInstruction> unchanged(LineInstruction present, int version) {
    return present.instruction().version() == version
        ? Future.succeededFuture(present)
        : Future.failedFuture(Problem.changedMeanwhile().exception());
  }

  private static Future<Void> inTime(boolean written) {
    return written
        ? Future.succeededFuture()
        : Future.failedFuture(Problem.changedMeanwhile().exception());
  }

  private Future<Answer> delete(Request request) {
    int version = request.version();
    return database
        .inTransaction(
            request.customer(),
            tx ->
                found(tx, request)
                    .compose(
                        present ->
                            Instructions.delete(
                                tx, present.instruction().id(), version, request.now()))
                    .compose(InstructionHandlers::inTime))
        .map(done -> Answer.nothing());
  }
}
