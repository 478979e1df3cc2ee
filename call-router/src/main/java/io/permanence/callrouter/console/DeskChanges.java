package io.permanence.callrouter.console;

import io.permanence.callrouter.console.live.LiveScreens;
import io.permanence.callrouter.console.people.Roster;
import io.permanence.callrouter.console.people.Wishes;
import io.permanence.callrouter.floor.Desk;
import io.permanence.model.id.CustomerId;
import io.permanence.store.Changes.Change;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what changed in the store and has it read anew: tasks, people, and what lines and customers
 * wish. Changes are gathered for a moment, because reading a note changes a row, too. Lives on the
 * desk's event loop.
 */
public final class DeskChanges {
  private static final Logger log = LoggerFactory.getLogger(DeskChanges.class);
  private static final long GATHER_MILLIS = 300;

  private final Vertx vertx;
  private final Desk desk;
  private final LiveScreens screens;
  private final Wishes wishes;
  private final Roster roster;
  private final Set<CustomerId> customers = new HashSet<>();
  private boolean people;
  private boolean tasks;
  private boolean gathering;

  /** Nothing has changed yet. */
  public DeskChanges(Vertx vertx, Desk desk, LiveScreens screens, Wishes wishes, Roster roster) {
    this.vertx = vertx;
    this.desk = desk;
    this.screens = screens;
    this.wishes = wishes;
    this.roster = roster;
  }

  /** A row changed. */
  public void heard(Change change) {
    switch (change.subject()) {
      case "task" -> tasks = true;
      case "secretary", "team" -> people = true;
      case "line", "note_state" -> change.customer().map(CustomerId::new).ifPresent(customers::add);
      default -> {
        return;
      }
    }
    if (!gathering) {
      gathering = true;
      vertx.setTimer(GATHER_MILLIS, ignored -> readAnew());
    }
  }

  private void readAnew() {
    gathering = false;
    if (tasks) {
      screens.tasksChanged();
    }
    if (people) {
      told(roster.refresh(desk));
    }
    customers.forEach(customer -> told(wishes.refresh(customer)));
    tasks = false;
    people = false;
    customers.clear();
  }

  /** Changes may have been missed while the store was away. */
  public void lookAgain() {
    screens.tasksChanged();
    told(wishes.refresh().compose(done -> roster.refresh(desk)));
  }

  private static void told(Future<Void> reading) {
    reading.onFailure(failure -> log.warn("what changed was not read: {}", failure.getMessage()));
  }
}
