package io.permanence.callrouter.console.task;

import io.permanence.callrouter.floor.Desk;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.TaskId;
import io.permanence.store.Database;
import io.permanence.store.task.Task;
import io.permanence.store.task.Tasks;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The open tasks somebody sees; remembers whose customers' they are, to close them. */
public final class TaskList {
  private final Database database;
  private final Desk desk;
  private final Clock clock;
  private final TaskHomes homes = new TaskHomes();

  /** A list from that store. */
  public TaskList(Database database, Desk desk, Clock clock) {
    this.database = database;
    this.desk = desk;
    this.clock = clock;
  }

  /** Her own open tasks and those of her team: due ones first, oldest first. */
  public Future<List<TaskView>> of(AccountId who) {
    return tasks(who).map(tasks -> tasks.stream().map(task -> TaskView.of(task, who)).toList());
  }

  private Future<List<Task>> tasks(AccountId who) {
    return desk.colleague(who)
        .map(
            colleague ->
                database.acrossCustomers(
                    tx -> Tasks.listed(tx, who, colleague.team(), clock.instant())))
        .orElseGet(() -> Future.succeededFuture(List.of()))
        .onSuccess(tasks -> tasks.forEach(task -> homes.seen(task.id(), task.customer())));
  }

  /** The customer of a task she sees now, or that was closed lately. */
  Future<Optional<CustomerId>> home(AccountId who, TaskId task) {
    return tasks(who)
        .map(tasks -> homes.of(task, tasks.stream().anyMatch(each -> each.id().equals(task))));
  }

  /** Somebody closed it: closing it again the same way stays a success for a while. */
  void closed(TaskId task) {
    homes.closed(task);
  }
}
