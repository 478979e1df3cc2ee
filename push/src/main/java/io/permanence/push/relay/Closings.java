package io.permanence.push.relay;

import io.permanence.model.delivery.DeliveryEnd;
import io.permanence.store.Database;
import io.permanence.store.Refusals;
import io.permanence.store.delivery.Deliveries;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes down what became of deliveries, of all channels and customers: what comes while one
 * transaction is under way goes into the next. Ends among which PostgreSQL refuses one are written
 * by halves, down to the one to blame, so that it holds up no other; while PostgreSQL is away all
 * of them are left to their leases.
 */
final class Closings {
  /** The most that one transaction carries. */
  private static final int MOST = 200;

  private final Database database;
  private final Clock clock;
  private final Context context;
  private final List<Pending> waiting = new ArrayList<>();
  private boolean writing;

  private record Pending(DeliveryEnd end, Promise<Void> written) {}

  /** Lives on that context. */
  Closings(Database database, Clock clock, Context context) {
    this.database = database;
    this.clock = clock;
    this.context = context;
  }

  /** Completes when it is written; may be called from anywhere. */
  Future<Void> write(DeliveryEnd end) {
    Promise<Void> written = Promise.promise();
    context.runOnContext(
        ignored -> {
          waiting.add(new Pending(end, written));
          next();
        });
    return written.future();
  }

  private void next() {
    if (writing || waiting.isEmpty()) {
      return;
    }
    writing = true;
    List<Pending> some = waiting.subList(0, Math.min(MOST, waiting.size()));
    List<Pending> now = List.copyOf(some);
    some.clear();
    written(now)
        .onComplete(
            ignored -> {
              writing = false;
              next();
            });
  }

  private Future<Void> written(List<Pending> ends) {
    return inOne(ends)
        .onSuccess(ignored -> ends.forEach(each -> each.written.complete()))
        .recover(failure -> apart(ends, failure));
  }

  private Future<Void> inOne(List<Pending> ends) {
    List<DeliveryEnd> together = ends.stream().map(Pending::end).toList();
    return database.acrossCustomers(tx -> Deliveries.close(tx, together, clock.instant()));
  }

  private Future<Void> apart(List<Pending> ends, Throwable failure) {
    int half = ends.size() / 2;
    if (half > 0 && Refusals.isRefusal(failure)) {
      return written(ends.subList(0, half))
          .compose(ignored -> written(ends.subList(half, ends.size())));
    }
    ends.forEach(each -> each.written.fail(failure));
    return Future.succeededFuture();
  }
}
