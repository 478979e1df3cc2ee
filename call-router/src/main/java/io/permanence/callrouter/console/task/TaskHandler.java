package io.permanence.callrouter.console.task;

import io.permanence.callrouter.console.body.Fields;
import io.permanence.callrouter.console.body.Gate;
import io.permanence.callrouter.console.body.Gate.Answer;
import io.permanence.callrouter.console.body.Operation;
import io.permanence.identity.ActiveSession;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.TaskId;
import io.permanence.runtime.http.Problem;
import io.permanence.runtime.http.ProblemException;
import io.permanence.store.Database;
import io.permanence.store.Tx;
import io.permanence.store.task.Tasks;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Tasks: listed, taken and given back, tried again later, closed with an outcome (B9). */
public final class TaskHandler {
  private static final Set<String> OUTCOMES =
      new LinkedHashSet<>(List.of("reached", "no-answer", "not-needed", "done"));
  private static final int LONGEST_REMARK = 450;
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);
  private static final Duration LATEST = Duration.ofDays(31);

  private final Database database;
  private final TaskList list;
  private final Gate gate;
  private final Clock clock;

  /** A handler for that list. */
  public TaskHandler(Database database, TaskList list, Gate gate, Clock clock) {
    this.database = database;
    this.list = list;
    this.gate = gate;
    this.clock = clock;
  }

  /** The list on the wire. */
  record TasksView(List<TaskView> items) {}

  /** Mounts the routes. */
  public void mount(Router router) {
    router
        .get("/tasks")
        .handler(
            gate.read(
                Operation.LIST_TASKS,
                (session, context) ->
                    list.of(session.principal().accountId()).map(TasksView::new)));
    router.put("/tasks/:taskId/owner").handler(gate.handle(Operation.TAKE_TASK, this::take));
    router
        .delete("/tasks/:taskId/owner")
        .handler(gate.handle(Operation.RELEASE_TASK, this::release));
    router
        .put("/tasks/:taskId/tries/:tryId")
        .handler(gate.handle(Operation.POSTPONE_TASK, this::postpone));
    router.put("/tasks/:taskId/closure").handler(gate.handle(Operation.CLOSE_TASK, this::close));
  }

  private Future<Answer> close(ActiveSession session, RoutingContext context) {
    AccountId who = session.principal().accountId();
    TaskId task = task(context);
    Fields fields = Fields.of(Gate.body(context));
    String outcome = fields.choice("outcome", OUTCOMES);
    Optional<String> remark = fields.maybeLines("remark", 0, LONGEST_REMARK);
    fields.done();
    String told = remark.map(text -> outcome + "\n" + text).orElse(outcome);
    return at(
            who,
            task,
            Tasks.Closure.UNKNOWN,
            tx -> Tasks.close(tx, task, who, told, clock.instant()))
        .map(closure -> answer(task, closure));
  }

  private static TaskId task(RoutingContext context) {
    return new TaskId(Fields.pathId("taskId", context.pathParam("taskId")));
  }

  /** Does it at the task's home; unknown when she sees no such task. */
  private <T> Future<T> at(AccountId who, TaskId task, T unknown, Function<Tx, Future<T>> work) {
    return list.home(who, task)
        .compose(
            home ->
                home.map(customer -> database.inTransaction(customer, work))
                    .orElseGet(() -> Future.succeededFuture(unknown)));
  }

  private Answer answer(TaskId task, Tasks.Closure closure) {
    return switch (closure) {
      case CLOSED, CLOSED_ALREADY -> {
        list.closed(task);
        yield new Answer.Nothing();
      }
      case CLOSED_OTHERWISE ->
          throw Problem.conflict("task-closed", "It was closed with another outcome.").exception();
      case TAKEN -> throw taken();
      case UNKNOWN -> throw Problem.notFound().exception();
    };
  }

  private Future<Answer> take(ActiveSession session, RoutingContext context) {
    AccountId who = session.principal().accountId();
    TaskId task = task(context);
    Fields fields = Fields.of(Gate.body(context));
    boolean over = fields.flag("fromColleague");
    fields.done();
    return at(who, task, Tasks.Ownership.UNKNOWN, tx -> Tasks.take(tx, task, who, over))
        .map(TaskHandler::answer);
  }

  private Future<Answer> release(ActiveSession session, RoutingContext context) {
    AccountId who = session.principal().accountId();
    TaskId task = task(context);
    return at(who, task, Tasks.Ownership.UNKNOWN, tx -> Tasks.release(tx, task, who))
        .map(TaskHandler::answer);
  }

  private Future<Answer> postpone(ActiveSession session, RoutingContext context) {
    AccountId who = session.principal().accountId();
    TaskId task = task(context);
    UUID id = Fields.pathId("tryId", context.pathParam("tryId"));
    Fields fields = Fields.of(Gate.body(context));
    Instant againAt = fields.time("againAt");
    Optional<String> remark = fields.maybeLines("remark", 0, LONGEST_REMARK);
    fields.done();
    Instant now = clock.instant();
    if (againAt.isBefore(now.minus(CLOCKS_DIFFER)) || againAt.isAfter(now.plus(LATEST))) {
      throw Problem.invalid("againAt", "out-of-range").exception();
    }
    return at(
            who,
            task,
            Tasks.Ownership.UNKNOWN,
            tx -> Tasks.tried(tx, task, who, new Tasks.Try(id, againAt, remark)))
        .map(TaskHandler::answer);
  }

  private static Answer answer(Tasks.Ownership ownership) {
    return switch (ownership) {
      case CHANGED -> new Answer.Nothing();
      case TAKEN -> throw taken();
      case PERSONAL ->
          throw Problem.conflict("task-personal", "An unsent note stays with its secretary.")
              .exception();
      case UNKNOWN -> throw Problem.notFound().exception();
    };
  }

  private static ProblemException taken() {
    return Problem.conflict("task-taken", "A colleague has it.").exception();
  }
}
