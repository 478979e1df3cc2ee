package io.permanence.callrouter.console;

import io.permanence.callrouter.ami.Switchboard;
import io.permanence.callrouter.console.people.Roster;
import io.permanence.callrouter.console.people.Wishes;
import io.permanence.callrouter.console.task.TaskMaking;
import io.permanence.callrouter.floor.Desk;
import io.permanence.callrouter.floor.Leftovers;
import io.permanence.callrouter.journal.JournalRecovery;
import io.permanence.callrouter.journal.Routing;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes up, after a start, what the process before left: the calls from the journal, then their
 * legs from Asterisk, then the notes that nobody sent (R1, B6). It tries again however often
 * PostgreSQL fails meanwhile: no call stays open.
 */
public final class TakingUp {
  private static final Logger log = LoggerFactory.getLogger(TakingUp.class);
  private static final long AGAIN_MILLIS = 1_000;
  private static final long LOOK_MILLIS = 50;

  private final Vertx vertx;
  private final Switchboard switchboard;
  private final Desk desk;
  private final JournalRecovery recovery;
  private final Leftovers leftovers;
  private final Routing routing;
  private final Wishes wishes;
  private final Roster roster;
  private final TaskMaking tasks;
  private final Promise<Void> done = Promise.promise();

  /** Collaborators only; nothing begins. */
  public TakingUp(
      Vertx vertx,
      Switchboard switchboard,
      Desk desk,
      JournalRecovery recovery,
      Leftovers leftovers,
      Routing routing,
      Wishes wishes,
      Roster roster,
      TaskMaking tasks) {
    this.vertx = vertx;
    this.switchboard = switchboard;
    this.desk = desk;
    this.recovery = recovery;
    this.leftovers = leftovers;
    this.routing = routing;
    this.wishes = wishes;
    this.roster = roster;
    this.tasks = tasks;
  }

  /** Begins; the lines are known. */
  public void begin() {
    wishes
        .refresh()
        .compose(wished -> roster.refresh(desk))
        .compose(met -> recovery.resumeAll())
        .onSuccess(leftovers::settle)
        .onSuccess(taken -> routing.recovered())
        .onSuccess(taken -> adopt())
        .onFailure(
            failure -> {
              log.warn("what was left was not taken up yet: {}", failure.getMessage());
              vertx.setTimer(AGAIN_MILLIS, ignored -> begin());
            });
  }

  /** A console that is served finds its call, once Asterisk has told which channels there are. */
  private void adopt() {
    if (switchboard.listed()) {
      desk.adopt();
      desk.secretaries()
          .forEach(
              each ->
                  tasks.keepDrafts(each.account(), call -> desk.hasInHand(each.account(), call)));
      done.complete();
    } else {
      vertx.setTimer(LOOK_MILLIS, ignored -> adopt());
    }
  }

  /** Completes when everything is taken up. */
  public Future<Void> done() {
    return done.future();
  }
}
