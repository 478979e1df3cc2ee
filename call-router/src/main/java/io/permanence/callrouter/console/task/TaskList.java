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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The open tasks somebody sees; remembers whose customers' they are, to close them. */
public final class TaskList {
  private static final int KEPT = 5_000;

  private final Database database;
  private final Desk desk;
  private final Clock clock;
  private final Map<TaskId, CustomerId> homes =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TaskId, CustomerId> eldest) {
          return size() > KEPT;
        }
      };

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
        .onSuccess(tasks -> tasks.forEach(task -> homes.put(task.id(), task.customer())));
  }

  /** The customer of a task she sees now, or saw. */
  Future<Optional<CustomerId>> home(AccountId who, TaskId task) {
    return tasks(who)
        .map(
            tasks ->
                Optional.ofNullable(homes.get(task))
                    .filter(
                        known ->
                            tasks.stream().anyMatch(each -> each.id().equals(task))
                                || closedHere.contains(task)));
  }

  private final java.util.Set<TaskId> closedHere = new java.util.HashSet<>();

  /** Somebody closed it: closing it again the same way stays a success. */
  void closed(TaskId task) {
    closedHere.add(task);
  }
}
