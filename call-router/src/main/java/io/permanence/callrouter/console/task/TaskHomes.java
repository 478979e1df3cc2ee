package io.permanence.callrouter.console.task;

import io.permanence.model.id.CustomerId;
import io.permanence.model.id.TaskId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whose customers' the tasks are that somebody sees or closed lately (B9): a request to close that
 * comes again after a lost answer still finds the task, though no list shows it any more. At most
 * {@value #KEPT} are kept; the one seen or closed longest ago is forgotten first.
 */
final class TaskHomes {
  static final int KEPT = 5_000;

  private record Home(CustomerId customer, boolean closed) {}

  private final Map<TaskId, Home> homes =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TaskId, Home> eldest) {
          return size() > KEPT;
        }
      };

  /** A list showed it. One that was closed meanwhile stays closed: the list was read before. */
  void seen(TaskId task, CustomerId customer) {
    homes.putIfAbsent(task, new Home(customer, false));
  }

  /** Somebody closed it. */
  void closed(TaskId task) {
    Home home = homes.remove(task);
    if (home != null) {
      homes.put(task, new Home(home.customer(), true));
    }
  }

  /** The customer of a task that is listed for whoever asks, or was closed lately. */
  Optional<CustomerId> of(TaskId task, boolean listed) {
    return Optional.ofNullable(homes.get(task))
        .filter(home -> listed || home.closed())
        .map(Home::customer);
  }
}
