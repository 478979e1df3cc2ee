package io.permanence.callrouter.console.task;

import io.permanence.callrouter.console.body.Fields;
import io.permanence.callrouter.console.body.Gate;
import io.permanence.callrouter.console.body.Gate.Answer;
import io.permanence.callrouter.console.body.Operation;
import io.permanence.identity.ActiveSession;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.TaskId;
import io.permanence.runtime.http.Problem;
import io.permanence.store.Database;
import io.permanence.store.task.Tasks;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Listing and closing tasks (B9). */
public final class TaskHandler {
  private static final Set<String> OUTCOMES =
      new LinkedHashSet<>(List.of("reached", "no-answer", "not-needed", "done"));
  private static final int LONGEST_REMARK = 450;

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
    router.put("/tasks/:taskId/closure").handler(gate.handle(Operation.CLOSE_TASK, this::close));
  }

  private Future<Answer> close(ActiveSession session, RoutingContext context) {
    TaskId task = new TaskId(Fields.pathId("taskId", context.pathParam("taskId")));
    AccountId who = session.principal().accountId();
    Fields fields = Fields.of(Gate.body(context));
    String outcome = fields.choice("outcome", OUTCOMES);
    Optional<String> remark = fields.maybeText("remark", 0, LONGEST_REMARK);
    fields.done();
    String told = remark.map(text -> outcome + "\n" + text).orElse(outcome);
    return list.home(who, task)
        .compose(
            home ->
                home.map(
                        customer ->
                            database.inTransaction(
                                customer, tx -> Tasks.close(tx, task, who, told, clock.instant())))
                    .orElseGet(() -> Future.succeededFuture(Tasks.Closure.UNKNOWN)))
        .map(closure -> answer(task, closure));
  }

  private Answer answer(TaskId task, Tasks.Closure closure) {
    return switch (closure) {
      case CLOSED, CLOSED_ALREADY -> {
        list.closed(task);
        yield new Answer.Nothing();
      }
      case CLOSED_OTHERWISE ->
          throw Problem.conflict("task-closed", "It was closed with another outcome.").exception();
      case UNKNOWN -> throw Problem.notFound().exception();
    };
  }
}
