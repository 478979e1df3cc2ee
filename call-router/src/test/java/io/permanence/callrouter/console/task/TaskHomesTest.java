package io.permanence.callrouter.console.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.id.CustomerId;
import io.permanence.model.id.TaskId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of tasks seen and closed, the console remembers")
class TaskHomesTest {
  private static final CustomerId CUSTOMER = CustomerId.random();
  private final TaskHomes homes = new TaskHomes();

  private TaskId closed() {
    TaskId task = TaskId.random();
    homes.seen(task, CUSTOMER);
    homes.closed(task);
    return task;
  }

  @Test
  void whoseTheyAreForWhoeverHasThemInTheList() {
    TaskId task = TaskId.random();
    homes.seen(task, CUSTOMER);
    assertThat(homes.of(task, true)).contains(CUSTOMER);
    assertThat(homes.of(task, false)).as("not hers").isEmpty();
  }

  @Test
  void aClosedOneThoughNoListShowsItSoThatClosingAgainSucceeds() {
    TaskId task = closed();
    homes.seen(task, CUSTOMER); // a list that was read before it was closed
    assertThat(homes.of(task, false)).contains(CUSTOMER);
  }

  @Test
  void noMoreThanTheLastThousandsHoweverLongTheServiceRuns() {
    List<TaskId> all = new ArrayList<>();
    for (int i = 0; i <= TaskHomes.KEPT; i++) {
      all.add(closed());
    }
    assertThat(homes.of(all.getFirst(), false)).as("the first").isEmpty();
    assertThat(homes.of(all.get(1), false)).as("the second").contains(CUSTOMER);
    assertThat(homes.of(all.getLast(), false)).as("the last").contains(CUSTOMER);
  }

  @Test
  void oneThatWasClosedJustNowLongerThanOneSeenSince() {
    TaskId old = TaskId.random();
    homes.seen(old, CUSTOMER);
    for (int i = 1; i < TaskHomes.KEPT; i++) {
      homes.seen(TaskId.random(), CUSTOMER);
    }
    homes.closed(old);
    homes.seen(TaskId.random(), CUSTOMER);
    assertThat(homes.of(old, false)).contains(CUSTOMER);
  }
}
