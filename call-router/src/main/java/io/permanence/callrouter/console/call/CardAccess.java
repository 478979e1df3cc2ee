package io.permanence.callrouter.console.call;

import io.permanence.callrouter.floor.Desk;
import io.permanence.callrouter.journal.JournalRecovery;
import io.permanence.callrouter.journal.LiveCall;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.CustomerId;
import io.permanence.store.Database;
import io.permanence.store.desk.DeskFigures;
import io.permanence.store.desk.DeskFigures.CallHome;
import io.permanence.store.task.Tasks;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Whose data a secretary may see: a customer's while a call or a task of hers is open, and 15
 * minutes after (DESIGN 7).
 */
public final class CardAccess {
  private static final Duration AFTER = Duration.ofMinutes(15);

  private final Desk desk;
  private final Database database;
  private final JournalRecovery recovery;
  private final Clock clock;

  /** Access by that desk's calls and that store's tasks. */
  public CardAccess(Desk desk, Database database, JournalRecovery recovery, Clock clock) {
    this.desk = desk;
    this.database = database;
    this.recovery = recovery;
    this.clock = clock;
  }

  /** The call, when she may see it. */
  public Future<Optional<LiveCall>> visible(AccountId who, CallId call) {
    if (desk.concerns(who, call)) {
      return Future.succeededFuture(desk.live(call));
    }
    return home(who, call)
        .compose(
            customer ->
                customer
                    .map(owner -> recovery.resume(owner, call))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  /** The customer of the call, when she may see it. */
  public Future<Optional<CustomerId>> home(AccountId who, CallId call) {
    Optional<LiveCall> live =
        desk.concerns(who, call) ? desk.live(call) : Optional.<LiveCall>empty();
    if (live.isPresent()) {
      return Future.succeededFuture(live.map(LiveCall::customer));
    }
    return database.acrossCustomers(
        tx ->
            DeskFigures.home(tx, call)
                .compose(
                    home ->
                        home.isEmpty() || answeredLately(home.get(), who)
                            ? Future.succeededFuture(home.map(CallHome::customer))
                            : desk.colleague(who)
                                .map(
                                    colleague ->
                                        Tasks.listed(tx, who, colleague.team(), clock.instant())
                                            .map(
                                                tasks ->
                                                    tasks.stream()
                                                        .filter(task -> task.isOpenTo(who))
                                                        .filter(
                                                            task ->
                                                                task.call()
                                                                    .filter(call::equals)
                                                                    .isPresent())
                                                        .findFirst()
                                                        .map(task -> task.customer())))
                                .orElseGet(() -> Future.succeededFuture(Optional.empty()))));
  }

  private boolean answeredLately(CallHome home, AccountId who) {
    return home.answeredBy().filter(who::equals).isPresent()
        && home.endedAt().map(end -> end.plus(AFTER).isAfter(clock.instant())).orElse(true);
  }
}
